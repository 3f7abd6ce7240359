package gap

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"citemap/graph"
	"citemap/graph/gap/evidence"
)

const (
	// titleWorth is what a title that is the same as a listed one's adds to newness.
	titleWorth = 4
	// alikeFrom is the cosine from which on titles count as alike.
	alikeFrom = 0.3
	// sharedShown is how many words of a title a reason quotes.
	sharedShown = 4
)

// A newness is what speaks for a paper that cites the list and that hardly
// anybody can have cited yet: co-citation does not see it, and its own
// references are all there is, and its title.
type newness struct {
	cites, references int // listed papers that it cites, papers of the corpus
	title             string
	worth             float64 // see weighNewer
	expected          float64 // listed papers that one of so many references would cite by chance
	likeness          evidence.Likeness
}

// weighNewer weighs a newer gap by
//
//	sum over listed l that it cites of -log(1 - exp(-refs cites(l) / citations))
//	+ 4 times the cosine of its title with the most alike one of the list
//
// where refs is how many references it has in the corpus, cites(l) how often l
// is cited there and citations how many there are. What is summed is how
// surprising it is that a paper that draws so many of all citations cites l: a
// rarely cited paper says more than a famous one, and a short list of references
// more than that of a survey.
func (q *query) weighNewer(titles *evidence.Titles, x *Gap) *newness {
	n := &newness{cites: len(x.Cites), title: q.g.Title(x.Node), references: len(q.g.References(x.Node))}
	n.likeness = titles.Likest(n.title)
	share := float64(n.references) / float64(q.g.Citations())
	for _, l := range x.Cites {
		n.worth -= math.Log(-math.Expm1(-share * float64(q.g.LocalCitations(l))))
	}
	for _, l := range q.listed {
		n.expected += share * float64(q.g.LocalCitations(l))
	}
	n.worth += titleWorth * n.likeness.Cosine
	return n
}

// alike reports whether the title is like that of a listed paper.
func (n *newness) alike() bool { return n.likeness.Cosine >= alikeFrom }

// byChance reports whether little but chance ties a newer gap to the list: it
// cites one listed paper, and its title is like none.
func (n *newness) byChance() bool { return n != nil && n.cites < 2 && !n.alike() }

// reasons words what speaks for a newer gap beyond what it cites; none of another.
func (n *newness) reasons(g *graph.Graph) (out []string) {
	if n == nil {
		return nil
	}
	if float64(n.cites) > n.expected {
		out = append(out, fmt.Sprintf("By chance %[2]s of its %[1]s in the corpus would be on the list.",
			references(n.references), twoDigits(n.expected)))
	}
	if shared := evidence.AsWritten(n.title, n.likeness.Shared); n.alike() && len(shared) > 0 {
		for i, word := range shared {
			shared[i] = `"` + word + `"`
		}
		out = append(out, fmt.Sprintf("Its title shares %s with %s.",
			strings.Join(shared[:min(len(shared), sharedShown)], ", "), g.Paper(n.likeness.Listed).Byline()))
	}
	return out
}

// compareFair orders gaps by their age-fair scores, those last that chance
// ties to the list.
func compareFair(a, b Gap) int {
	switch {
	case a.newness.byChance() == b.newness.byChance():
		return cmp.Compare(b.Fair, a.Fair)
	case a.newness.byChance():
		return 1
	}
	return -1
}
