package community_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/graphtest"
)

// titled gives a corpus in which the first paper of each group cites the others.
func titled(groups ...[]string) *graph.Graph {
	var papers []graph.Paper
	for i, titles := range groups {
		var cited []string
		for j := range titles[1:] {
			cited = append(cited, fmt.Sprintf("g%d-%d", i, j+1))
		}
		for j, title := range titles {
			p := graphtest.Paper(fmt.Sprintf("g%d-%d", i, j))
			if j == 0 {
				p = graphtest.Cites(fmt.Sprintf("g%d-%d", i, j), cited...)
			}
			p.Title = title
			papers = append(papers, p)
		}
	}
	return graph.New(graphtest.Corpus("", papers...))
}

func TestLabels(t *testing.T) {
	g := titled(
		[]string{"Tree Search for Planning", "Monte Carlo Tree Search", "Scaling Tree Search: a Survey", "An Approach to Tree Searches", "Planning with Monte Carlo Rollouts", "Towards Planning"},
		[]string{"Preference Optimization", "Direct Preference Optimization", "On Preference Optimization using Rewards", "Reward Models", "Reward Hacking"},
		[]string{"", "", "Ab of the", "42"},
		[]string{"Ontologies for Biology", "An Ontology", "Ontologies, Reasoning and Biology"},
	)
	p := community.Leiden(g, community.Options{})
	got := community.Labels(g, p)
	want := []string{"tree search, planning, monte carlo", "preference optimization, reward", "", "ontologies, biology"}
	if !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
}

func TestNames(t *testing.T) {
	for _, x := range []struct {
		title, term string
		want        bool
	}{
		{"Monte Carlo Tree Searches", "tree search", true},
		{"Search in a Tree", "tree search", false},
		{"Ontology: a View", "ontologies", true},
		{"Streets", "tree", false},
		{"", "tree", false},
	} {
		if got := community.Names(x.title, x.term); got != x.want {
			t.Errorf("%q names %q: %v, want %v", x.title, x.term, got, x.want)
		}
	}
}

func FuzzLabels(f *testing.F) {
	for _, title := range graphtest.Titles {
		f.Add(title)
	}
	f.Add("Tree Search, tree-search and Trees' searches")
	f.Fuzz(func(t *testing.T, title string) {
		g := titled([]string{title})
		label := community.Labels(g, community.Leiden(g, community.Options{}))[0]
		if !utf8.ValidString(label) || strings.ContainsAny(label, "<>\"&\n\x1b\u202e") {
			t.Errorf("label %q", label)
		}
		if got := community.Label(community.Terms(label)); got != label {
			t.Errorf("label %q has the terms of %q", label, got)
		}
		for _, term := range community.Terms(label) {
			if !community.Names(title, term) {
				t.Errorf("title %q does not name %q", title, term)
			}
		}
	})
}
