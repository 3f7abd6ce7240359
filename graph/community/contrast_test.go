package community_test

import (
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/graphtest"
)

// alike reports whether two terms have one within the other, or share two words
// in a row.
func alike(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if strings.Contains(" "+a+" ", " "+b+" ") || strings.Contains(" "+b+" ", " "+a+" ") {
		return true
	}
	for i := 1; i < len(x); i++ {
		for j := 1; j < len(y); j++ {
			if x[i-1] == y[j-1] && x[i] == y[j] {
				return true
			}
		}
	}
	return false
}

func checkApart(t *testing.T, labels []string) {
	t.Helper()
	for i, label := range labels {
		for _, other := range labels[:i] {
			for _, a := range community.Terms(label) {
				for _, b := range community.Terms(other) {
					if alike(a, b) {
						t.Errorf("labels %q and %q are alike", other, label)
					}
				}
			}
		}
	}
}

// Three groups on language models are told apart by what each has of its own.
func TestLabelsTellCommunitiesApart(t *testing.T) {
	g := titled(
		[]string{"Instruction Tuning of Language Models", "Language Models and Instruction Tuning", "Instruction Tuning", "Language Models on Instructions", "Self Instruction for Language Models"},
		[]string{"Retrieval for Language Models", "Large Language Models with Retrieval", "Dense Retrieval", "Passage Retrieval and Language Models"},
		[]string{"Toxicity of Language Models", "Large Language Models and Toxicity", "Measuring Toxicity", "Toxicity in Large Language Models"},
	)
	labels := community.Labels(g, community.Leiden(g, community.Options{}))
	checkApart(t, labels)
	for i, want := range []string{"instruction tuning", "retrieval", "toxicity"} {
		if !strings.Contains(labels[i], want) {
			t.Errorf("labels %q: the label of %d lacks %q", labels, i, want)
		}
	}
	if all := strings.Join(labels, ", "); strings.Count(all, "language model") > 1 {
		t.Errorf("labels %q", labels)
	}
}

func TestLabelsOfAFieldAreApart(t *testing.T) {
	words := strings.Fields("neural parsing graph models dense retrieval human feedback tree search deep grammar speech policy")
	c := graphtest.Field(3, 20_000)
	for i := range c.Papers {
		at := i * i % 97
		c.Papers[i].Title = strings.Join([]string{words[at%14], words[(at/3)%14], words[(i/150)%14], words[(i/150+1)%14]}, " ")
	}
	g := graph.New(c)
	p := community.Leiden(g, community.Options{Resolution: 3})
	labels := community.Labels(g, p)
	if p.Len() < 5 {
		t.Fatalf("%d communities", p.Len())
	}
	checkApart(t, labels)
	if !slices.Equal(labels, community.Labels(g, p)) {
		t.Error("labels differ from run to run")
	}
}

// Titles are read as people read them, and no label is a piece of a phrase.
func TestLabelsHoldNoMarkupAndNoPieces(t *testing.T) {
	g := titled(
		[]string{`The $\mathcal{N}=2$ <i>Superconformal</i> Index`, `\textbf{Superconformal} Indices in $d=4$`, "Superconformal Theories &amp; Indices", `On \emph{Superconformal} Blocks`},
		[]string{"Monte Carlo Tree Planning", "Monte Carlo Tree Policies", "Monte Carlo Methods", "Monte Carlo Tree Bandits"},
	)
	labels := community.Labels(g, community.Leiden(g, community.Options{}))
	for _, label := range labels {
		if strings.ContainsAny(label, `$\<>&{}`) || strings.Contains(label, "mathcal") || strings.Contains(label, "textbf") {
			t.Errorf("label %q", label)
		}
	}
	if !strings.Contains(strings.Join(labels, ";"), "superconformal") || slices.Contains(community.Terms(labels[1]), "carlo tree") {
		t.Errorf("labels %q", labels)
	}
}
