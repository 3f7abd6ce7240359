package path

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"citemap/graph"
)

// A Search is a way to choose a main path by Search Path Counts.
type Search uint8

const (
	// Global takes the path of the largest sum of counts (Liu and Lu 2012,
	// doi:10.1002/asi.21692; the critical path of Batagelj 2003).
	Global Search = iota
	// Local goes forward in time and takes, at every paper, the citation of
	// the highest count, beginning with the highest of all citations of papers
	// without references (Hummon and Doreian 1989,
	// doi:10.1016/0378-8733(89)90017-8).
	Local
)

var searches = []string{"global", "local"}

// Searches lists the searches as a user writes them.
func Searches() []string { return slices.Clone(searches) }

func (s Search) String() string { return searches[s] }

// UnmarshalText reads a search's name; the error lists the choices.
func (s *Search) UnmarshalText(b []byte) error {
	i := slices.Index(searches, string(b))
	if i < 0 {
		return fmt.Errorf("unknown search %q: want one of %s", b, strings.Join(searches, ", "))
	}
	*s = Search(i)
	return nil
}

// Set and Type make a Search a command-line flag.
func (s *Search) Set(text string) error { return s.UnmarshalText([]byte(text)) }

// Type names the flag's value in help texts.
func (s *Search) Type() string { return "search" }

// A MainPath is a search path chosen for its counts: from a paper without
// references to one that nobody cites, each paper cited by the next. It is
// empty where there are no citations.
type MainPath struct {
	Papers []graph.Node // the oldest first

	// Tied counts the choices passed over that were as good as the one taken,
	// which has the smaller PaperID. 0: the search had no other answer.
	Tied int
}

// Citations gives the citations of the path, the oldest cited paper first.
func (p MainPath) Citations() []Citation {
	var out []Citation
	for i := 1; i < len(p.Papers); i++ {
		out = append(out, Citation{Citing: p.Papers[i], Cited: p.Papers[i-1]})
	}
	return out
}

// MainPath chooses the main path of the whole corpus.
func (s *SPC) MainPath(by Search) MainPath {
	var starts []graph.Node
	for n := range graph.Node(s.form.Len()) {
		if s.ends(n) {
			starts = append(starts, n)
		}
	}
	if len(starts) == 0 {
		return MainPath{}
	}
	forward := s.forward(by)
	start, tied := forward.best(starts, func(n graph.Node) Count {
		m, _ := forward.onward(n)
		return forward.worth(n, m)
	})
	papers, more := forward.walk(start)
	return MainPath{papers, tied + more}
}

// A way is one of the two directions to walk from a paper along search paths.
type way struct {
	graph *graph.Graph
	next  func(n graph.Node) []graph.Node
	count func(n, m graph.Node) Count // of the citation between n and the next paper m

	// ahead is the largest sum of counts from a paper to the end of its way;
	// nil for a local search, which does not look ahead.
	ahead []Count
}

// forward is the way in time, to the citing papers.
func (s *SPC) forward(by Search) way {
	w := way{graph: s.form.graph, next: s.form.Citing}
	w.count = func(n, m graph.Node) Count { return s.count(m, n) }
	if by == Global {
		w.lookAhead(s.form.Len(), slices.Backward(s.form.order))
	}
	return w
}

// back is the way to the references.
func (s *SPC) back(by Search) way {
	w := way{graph: s.form.graph, next: s.form.References, count: s.count}
	if by == Global {
		w.lookAhead(s.form.Len(), slices.All(s.form.order))
	}
	return w
}

// lookAhead needs the papers in an order in which those that can be reached
// come first.
func (w *way) lookAhead(papers int, order iter.Seq2[int, graph.Node]) {
	w.ahead = make([]Count, papers)
	for _, n := range order {
		for _, m := range w.next(n) {
			if sum := w.worth(n, m); sum.Compare(w.ahead[n]) > 0 {
				w.ahead[n] = sum
			}
		}
	}
}

// worth is how good it is to go on from n to m.
func (w *way) worth(n, m graph.Node) Count {
	if w.ahead == nil {
		return w.count(n, m)
	}
	return w.count(n, m).Plus(w.ahead[m])
}

// onward chooses the next paper after n, which must have one.
func (w *way) onward(n graph.Node) (m graph.Node, tied int) {
	return w.best(w.next(n), func(m graph.Node) Count { return w.worth(n, m) })
}

// best gives the paper of the largest worth, ties by PaperID, and how many
// others are worth as much.
func (w *way) best(papers []graph.Node, worth func(graph.Node) Count) (best graph.Node, tied int) {
	best, most := papers[0], worth(papers[0])
	for _, n := range papers[1:] {
		value := worth(n)
		switch value.Compare(most) {
		case +1:
			best, most, tied = n, value, 0
		case 0:
			tied++
			if w.graph.ByID(n, best) < 0 {
				best = n
			}
		}
	}
	return best, tied
}

// walk gives the papers from n, with it, to the end of the way.
func (w *way) walk(n graph.Node) (papers []graph.Node, tied int) {
	for papers = append(papers, n); len(w.next(n)) > 0; papers = append(papers, n) {
		m, others := w.onward(n)
		n, tied = m, tied+others
	}
	return papers, tied
}
