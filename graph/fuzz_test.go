package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/names"
	"citemap/graph/titles"
)

// FuzzNew builds graphs of arbitrary citations: two bytes are a citing and a
// cited paper, a third bit says from which end it is told. Some papers are not
// in the corpus. Both directions must agree with a plain set of arcs, whatever
// is dropped must be counted, and a further citation must not lower any count.
func FuzzNew(f *testing.F) {
	f.Add([]byte{1, 2, 0, 2, 1, 0, 3, 3, 0, 1, 2, 1})
	f.Add([]byte{9, 250, 0, 250, 9, 1, 9, 9, 1})
	f.Fuzz(func(t *testing.T, text []byte) {
		const papers = 40
		c := &graph.Corpus{}
		for i := range papers {
			c.Papers = append(c.Papers, graph.Paper{ID: id(byte(i)), Date: graph.Date{Year: 2000 + i*7%10}})
		}
		want := map[[2]byte]bool{}
		told := 0
		for ; len(text) >= 3; text = text[3:] {
			citing, cited := text[0], text[1]
			switch {
			case text[2]&1 == 0 && citing < papers:
				c.Papers[citing].References.IDs = append(c.Papers[citing].References.IDs, id(cited))
				told++
			case text[2]&1 == 1 && cited < papers:
				c.Papers[cited].Citing = graph.Citing{Asked: true, IDs: append(c.Papers[cited].Citing.IDs, id(citing))}
			default:
				continue
			}
			if citing != cited && citing < papers && cited < papers {
				want[[2]byte{citing, cited}] = true
			}
		}
		g := graph.New(c)
		agree(t, g, want)
		if d := g.Cleaned; d.SelfCitations+d.Repeated+d.Nowhere > told {
			t.Errorf("%+v dropped of %d told", d, told)
		}
		grown(t, c, g)
	})
}

func id(i byte) graph.PaperID { return graph.PaperID(fmt.Sprintf("p%03d", i)) }

func agree(t *testing.T, g *graph.Graph, want map[[2]byte]bool) {
	t.Helper()
	if g.Citations() != len(want) {
		t.Errorf("%d citations, want %d", g.Citations(), len(want))
	}
	for arc := range want {
		citing, _ := g.Find(id(arc[0]))
		cited, _ := g.Find(id(arc[1]))
		if !g.Cites(citing, cited) || !slices.Contains(g.Citing(cited), citing) {
			t.Errorf("%s cites %s, and it does not stand both ways", id(arc[0]), id(arc[1]))
		}
	}
	for n := range graph.Node(g.Len()) {
		if !slices.IsSorted(g.References(n)) || !slices.IsSorted(g.Citing(n)) {
			t.Errorf("rows of %d are not sorted", n)
		}
	}
}

// grown adds a citation: no paper's local citations fall.
func grown(t *testing.T, c *graph.Corpus, g *graph.Graph) {
	t.Helper()
	more := &graph.Corpus{Papers: slices.Clone(c.Papers)}
	p := &more.Papers[0]
	p.References.IDs = append(slices.Clone(p.References.IDs), id(39))
	h := graph.New(more)
	for n := range graph.Node(g.Len()) {
		m, _ := h.Find(g.Paper(n).ID)
		if h.LocalCitations(m) < g.LocalCitations(n) {
			t.Errorf("%s is cited less once p000 cites p039", g.Paper(n).ID)
		}
	}
}

// FuzzTitles holds that a title is the same as itself, and as another in both
// directions, whatever it is made of; and that its key has no markup.
func FuzzTitles(f *testing.F) {
	f.Add("LIMA: Less Is More", "LIMA")
	f.Add("in<mml:math><mml:mi>N</mml:mi></mml:math>", `$\frac{1}{2}$ \emph{x}`)
	f.Add("C++, C#, B- & A*", "10,000 words: Part II - &amp;lt;b&amp;gt;")
	f.Add("深度学习\u0301", "İstanbul ﬃ ²")
	f.Fuzz(func(t *testing.T, a, b string) {
		if titles.Key(a) != "" && !titles.Same(a, a) {
			t.Errorf("%q is not itself", a)
		}
		if titles.Same(a, b) != titles.Same(b, a) {
			t.Errorf("%q and %q: it hangs on their order", a, b)
		}
		titles.Distinctive(a)
		titles.Recurring(b)
	})
}

// FuzzNames holds the same of names.
func FuzzNames(f *testing.F) {
	f.Add("van den Berg, L. J., Jr.", "Ludwig Berg")
	f.Add("J.-P. Müller", "周伟 Wei")
	f.Fuzz(func(t *testing.T, a, b string) {
		if names.Same(a, b) != names.Same(b, a) {
			t.Errorf("%q and %q: it hangs on their order", a, b)
		}
		if both := "Ann " + b; !names.Same(both+" Lee", both+" Lee") {
			t.Errorf("%q is not itself", both+" Lee")
		}
	})
}
