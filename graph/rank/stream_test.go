package rank

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// streamOf tells the citations of a graph, in parts of so many.
func streamOf(g *graph.Graph, part int) *Stream {
	references := make([]uint32, g.Len())
	for n := range references {
		references[n] = uint32(len(g.References(graph.Node(n))))
	}
	return NewStream(Citations{Papers: g.Len(), References: references, Newest: func(tell func(graph.Node, []graph.Node)) error {
		for n := g.Len() - 1; n >= 0; n-- {
			citing := slices.Clone(g.Citing(graph.Node(n)))
			for end := len(citing); end > 0; end -= part {
				tell(graph.Node(n), citing[max(0, end-part):end])
			}
		}
		return nil
	}})
}

// A stream gives what a walk does, cycles and citations forward in time included.
func TestStreamIsTheWalk(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	graphs := []*graph.Graph{graph.New(&graph.Corpus{}), graph.New(graphtest.Field(3, 5000))}
	for n := 1; n < 40; n++ {
		graphs = append(graphs, graph.New(graphtest.Random(uint64(n), n)))
	}
	for _, g := range graphs {
		w, s := NewWalk(g), streamOf(g, 3)
		for _, d := range []float64{0, 0.5, 0.85} {
			closeTo(t, s.PageRank(d), w.PageRank(d))
			teleport := make([]float64, g.Len())
			for i := range teleport {
				teleport[i] = float64(r.IntN(3))
			}
			closeTo(t, s.Personalised(teleport, d), w.Personalised(teleport, d))
		}
		board, streamed, walked := NewScoreboard(g), NewStreamed(g, s), NewWalked(g, w)
		for _, m := range All() {
			if !m.Streams() {
				continue
			}
			if got, want := walked.Scores(m), board.Scores(m); !alike(got, want) {
				t.Errorf("%s of a walk is %v, want %v", m, got, want)
			}
			if got, want := streamed.Scores(m), board.Scores(m); m == Local && !alike(got, want) {
				t.Errorf("%s of a stream is %v, want %v", m, got, want)
			}
		}
		if s.Err() != nil {
			t.Error(s.Err())
		}
	}
}

// alike holds unknown scores to be the same.
func alike(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) })
}

// closeTo allows the error that both state.
func closeTo(t *testing.T, got, want []float64) {
	t.Helper()
	off := 0.0
	for i := range want {
		off += math.Abs(got[i] - want[i])
	}
	if off > 2e-12 || len(got) != len(want) {
		t.Errorf("scores of %d papers are off by %g", len(want), off)
	}
}

// Where no citation runs forward in time, papers are settled once.
func TestStreamSettlesOnce(t *testing.T) {
	s := streamOf(inTime(), 10)
	s.Settled = func(times int) {
		if times > 1 {
			t.Errorf("papers are settled %d times", times)
		}
	}
	s.PageRank(0.85)
}

func TestStreamThatEnds(t *testing.T) {
	broken := errors.New("broken")
	s := NewStream(Citations{Papers: 2, References: []uint32{0, 1}, Newest: func(func(graph.Node, []graph.Node)) error { return broken }})
	if s.PageRank(0.85); s.Err() != broken {
		t.Errorf("the error is %v", s.Err())
	}
}

// inTime is three papers, each citing the older ones.
func inTime() *graph.Graph {
	papers := []graph.Paper{graphtest.Cites("a"), graphtest.Cites("b", "a"), graphtest.Cites("c", "a", "b")}
	for i := range papers {
		papers[i].Date = graph.Date{Year: 2000 + i}
	}
	return graph.New(graphtest.Corpus("", papers...))
}
