package gap_test

import (
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

// told are the papers of around with what sources tell beyond the graph.
func told(change func(p *graph.Paper)) *graph.Corpus {
	papers := around()
	for i := range papers {
		p := &papers[i]
		p.Title, p.Authors = "On "+string(p.ID), []string{"Ann " + strings.ToUpper(string(p.ID))}
		change(p)
	}
	return graphtest.Corpus("l1 l2 l3", papers...)
}

func reasonsFor(t *testing.T, c *graph.Corpus, id graph.PaperID) gap.Gap {
	t.Helper()
	g, f := find(c, gap.Options{})
	for _, x := range f.Gaps {
		if g.ID(x.Node) == id {
			return x
		}
	}
	t.Fatalf("%s is no gap", id)
	return gap.Gap{}
}

func TestReasonsBeyondTheGraph(t *testing.T) {
	long := "We take the base of [1] over. It is the only one that " + strings.Repeat("really ", 60) + "works."
	for _, test := range []struct {
		name   string
		gap    graph.PaperID
		change func(p *graph.Paper)
		want   string // a reason; "" for none of the kind
		not    string
	}{
		{"a listed paper cites it", "base", func(p *graph.Paper) {
			if p.ID == "l1" {
				p.Contexts = []graph.Context{{Cited: "base", Texts: []string{"We build on [1]."}, Intents: []string{"methodology"}}}
			}
		}, "Cited by L1 2020 as method: “We build on [1].”", ""},
		{"the influential citation goes first", "base", func(p *graph.Paper) {
			if p.ID == "l1" {
				p.Contexts = []graph.Context{{Cited: "base", Texts: []string{"See [1]."}, Intents: []string{"background", "result"}}}
			}
			if p.ID == "l2" {
				p.Contexts = []graph.Context{{Cited: "base", Texts: []string{"All rests on [1]."}, Influential: true}}
			}
		}, "Cited by L2 2020, in an influential citation: “All rests on [1].”", "See [1]"},
		{"a long passage ends with a sentence", "base", func(p *graph.Paper) {
			if p.ID == "l1" {
				p.Contexts = []graph.Context{{Cited: "base", Texts: []string{long + " " + long}}}
			}
		}, "Cited by L1 2020: “We take the base of [1] over. It is the only one that really", "works.”"},
		{"quotation marks stay those of the quote", "base", func(p *graph.Paper) {
			if p.ID == "l1" {
				p.Contexts = []graph.Context{{Cited: "base", Texts: []string{"so-called “bases” <i>in vivo</i> [1]"}}}
			}
		}, "Cited by L1 2020: “so-called 'bases' in vivo [1]”", ""},
		{"it cites a listed paper", "u1", func(p *graph.Paper) {
			if p.ID == "u1" {
				p.Contexts = []graph.Context{{Cited: "l2", Texts: []string{"Unlike [2], we do."}, Intents: []string{"result"}}}
			}
		}, "It cites L2 2020 as result: “Unlike [2], we do.”", ""},
		{"a context without a passage says nothing", "base", func(p *graph.Paper) {
			if p.ID == "l1" {
				p.Contexts = []graph.Context{{Cited: "base", Intents: []string{"background"}}}
			}
		}, "Cited by 2 of the 3 listed papers whose references are known and that could cite it: L1 2020, L2 2020.", "“"},
		{"a review", "mate", func(p *graph.Paper) {
			if p.ID == "mate" {
				p.Types = []string{"JournalArticle", "Review"}
			}
		}, "A survey: its source calls it a review.", ""},
		{"retracted", "mate", func(p *graph.Paper) {
			if p.ID == "mate" {
				p.Notice = &graph.Notice{Kind: graph.Retraction, DOI: "10.1000/notice", Date: graph.Date{Year: 2024, Month: 5}}
			}
		}, "It was retracted (2024-05): the notice is DOI:10.1000/notice.", ""},
		{"corrected, nobody knows where", "mate", func(p *graph.Paper) {
			if p.ID == "mate" {
				p.Notice = &graph.Notice{}
			}
		}, "A correction of it was published.", "notice"},
	} {
		x := reasonsFor(t, told(test.change), test.gap)
		all := strings.Join(x.Reasons, "\n")
		if !strings.Contains(all, test.want) || test.not != "" && strings.Contains(all, test.not) {
			t.Errorf("%s: %s\nwant %s", test.name, all, test.want)
		}
		for _, r := range x.Reasons {
			if n := len([]rune(r)); n > 330 {
				t.Errorf("%s: a reason of %d characters", test.name, n)
			}
		}
	}
	x := reasonsFor(t, told(func(p *graph.Paper) {
		if p.ID == "mate" {
			p.Types, p.Notice = []string{"Review"}, &graph.Notice{Kind: graph.Retraction}
		}
	}), "mate")
	if !x.Survey || !strings.HasPrefix(x.Reasons[0], "It was retracted") {
		t.Errorf("survey %v, first reason %q", x.Survey, x.Reasons[0])
	}
}

// at puts papers on a circle, so that their likeness is the cosine of an angle.
func at(places map[graph.PaperID][]float32) func(p *graph.Paper) {
	return func(p *graph.Paper) { p.Embedding = graph.NewEmbedding(places[p.ID]) }
}

func TestLikenessInText(t *testing.T) {
	places := map[graph.PaperID][]float32{
		"l1": {1, 0}, "l2": {0.8, 0.6}, "l3": {0, 1}, "mate": {0.96, 0.28}, "famous": {-1, 0}, "base": nil,
	}
	x := reasonsFor(t, told(at(places)), "mate")
	// 0.96 to l1, 0.936 to l2; the listed papers lie 0.8, 0.8 and 0.6 from each other.
	if x.Alike == nil || x.Likeness < 0.959 || x.Likeness > 0.961 || !slices.Contains(x.Reasons, "Alike in text to L1 2020.") {
		t.Errorf("likeness %v to %v: %q", x.Likeness, x.Alike, x.Reasons)
	}
	if x = reasonsFor(t, told(at(places)), "famous"); x.Alike == nil || strings.Contains(strings.Join(x.Reasons, " "), "Alike") {
		t.Errorf("likeness %v: %q", x.Likeness, x.Reasons)
	}
	if x = reasonsFor(t, told(at(places)), "base"); x.Alike != nil {
		t.Errorf("likeness %v without an embedding", x.Likeness)
	}
}

// Text counts only where it is asked for, and changes nothing where nobody knows
// any.
func TestTextInTheScore(t *testing.T) {
	places := map[graph.PaperID][]float32{"l1": {1, 0}, "l2": {1, 0.1}, "l3": {1, 0.2}, "mate": {-1, 0}, "famous": {1, 0.05}}
	plain, _ := find(told(at(places)), gap.Options{})
	for _, test := range []struct {
		name   string
		places map[graph.PaperID][]float32
		moves  bool
	}{{"with embeddings", places, true}, {"without", nil, false}} {
		c := told(at(test.places))
		_, without := find(c, gap.Options{})
		_, with := find(c, gap.Options{Text: true})
		score := func(f gap.Found, id graph.PaperID) float64 {
			for _, x := range f.Gaps {
				if plain.ID(x.Node) == id {
					return x.Score
				}
			}
			return 0
		}
		up, down := score(with, "famous")-score(without, "famous"), score(with, "mate")-score(without, "mate")
		if moved := up > 0 && down < 0; moved != test.moves || !test.moves && up != 0 {
			t.Errorf("%s: famous by %v, mate by %v", test.name, up, down)
		}
	}
}
