package gap

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/rank"
)

// A Topic is a community of the corpus that the list leans on without holding
// its share of it.
type Topic struct {
	// Label is the community's without the terms that more listed titles bear than
	// listed papers stand in it; "" where the community has none.
	Label  string
	Papers int // in the community, listed or not

	CitedBy   []graph.Node // listed papers that cite into the community from anywhere, by PaperID
	Citations int          // by how many citations
	Listed    int          // listed papers in the community
	Of        int          // listed papers in all

	// Expected is how many listed papers the community would hold if each stood
	// where its references are: the sum over the listed papers of the share of
	// their known references in the corpus that lie in the community. A listed
	// paper adds between 0 and 1, however long its reference list is.
	Expected float64

	// Leading are the papers off the list to begin with, five at most: those that
	// most listed papers cite, then of most local citations, then by PaperID.
	Leading []graph.Node
}

const (
	topicPapers    = 5 // a smaller community is no topic
	topicCiting    = 2 // listed papers that lean on it
	topicCitations = 3
	topicMargin    = 1.0 // listed papers that Expected is above Listed
	topicShare     = 0.5 // of Expected that Listed is at most
	topicCarried   = 0.5 // Expected without its greatest part: one listed paper makes no topic
	topicCited     = 3   // papers of it that listed papers cite
	topicOnePaper  = 0.5 // of the citations that go to one paper at most: that would be a gap, not a topic
	topicLeading   = 5
)

// Topics gives the topics that the list lacks: communities of p of five papers
// or more that at least two listed papers cite into, three times or more, where
// Expected is above Listed by one paper or more and at least twice as high, and
// does not come from one listed paper alone nor lead to one paper alone. None
// is told of whose first term more listed titles bear than listed papers stand
// in it: the list has the topic, from another community. The one that lacks
// most comes first, then the larger, then by the smallest PaperID. The labels
// are those of p's communities. A list whose references are unknown lacks none.
func Topics(g *graph.Graph, p *community.Partition, labels []string) []Topic {
	leaning := newLeaning(g, p)
	type found struct {
		Topic
		community int
	}
	var all []found
	for c := range p.Len() {
		if !leaning.missing(c, p.Size(c)) {
			continue
		}
		if label, untold := leaning.untold(c, labels[c]); untold {
			all = append(all, found{leaning.topic(c, label), c})
		}
	}
	// Communities are numbered by size, then by their smallest PaperID.
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.lack(), a.lack()), cmp.Compare(a.community, b.community))
	})
	topics := make([]Topic, len(all))
	for i := range all {
		topics[i] = all[i].Topic
	}
	return topics
}

// TopicOptions asks for communities of the size of a topic: some twenty to some
// hundred papers, where modularity's own would be a tenth of the corpus each.
func TopicOptions(g *graph.Graph) community.Options {
	return community.Options{Resolution: max(1, math.Cbrt(float64(g.Len()))/4)}
}

func (t *Topic) lack() float64 { return rank.Round(t.Expected - float64(t.Listed)) }

// leaning is how the list leans on each community.
type leaning struct {
	g         *graph.Graph
	p         *community.Partition
	onList    []bool   // by node
	citedBy   []uint32 // by node: listed papers that cite it
	expected  []float64
	greatest  []float64 // part of one listed paper in expected
	citing    []int     // listed papers
	citations []int
	listed    []int
	cited     []int // papers
	mostCited []int // citations by the list of the paper it cites most
}

func newLeaning(g *graph.Graph, p *community.Partition) *leaning {
	n := p.Len()
	x := &leaning{g: g, p: p, onList: make([]bool, g.Len()), citedBy: make([]uint32, g.Len()),
		expected: make([]float64, n), greatest: make([]float64, n), citing: make([]int, n), citations: make([]int, n),
		listed: make([]int, n), cited: make([]int, n), mostCited: make([]int, n)}
	for _, l := range g.Listed() {
		x.onList[l] = true
		x.listed[p.Of[l]]++
		x.lean(g.References(l))
	}
	for v, times := range x.citedBy {
		if c := p.Of[v]; times > 0 {
			x.cited[c]++
			x.mostCited[c] = max(x.mostCited[c], int(times))
		}
	}
	return x
}

// lean adds the references of one listed paper.
func (x *leaning) lean(references []graph.Node) {
	into := map[int32]int{}
	for _, r := range references {
		x.citedBy[r]++
		into[x.p.Of[r]]++
	}
	for c, n := range into { // each once: order cannot matter
		share := float64(n) / float64(len(references))
		x.expected[c] += share
		x.greatest[c] = max(x.greatest[c], share)
		x.citations[c] += n
		x.citing[c]++
	}
}

func (x *leaning) missing(c, papers int) bool {
	listed := float64(x.listed[c])
	return papers >= topicPapers && x.citing[c] >= topicCiting && x.citations[c] >= topicCitations &&
		rank.Round(x.expected[c]-listed) >= topicMargin && listed <= topicShare*x.expected[c] &&
		x.expected[c]-x.greatest[c] >= topicCarried &&
		x.cited[c] >= topicCited && float64(x.mostCited[c]) <= topicOnePaper*float64(x.citations[c])
}

// untold is the label without the terms that the list has elsewhere. It is not
// untold where the first term goes: the others only tell which part of it.
func (x *leaning) untold(c int, label string) (short string, untold bool) {
	terms := community.Terms(label)
	had := func(term string) bool { return x.naming(term) > x.listed[c] }
	if len(terms) > 0 && had(terms[0]) {
		return "", false
	}
	return community.Label(slices.DeleteFunc(terms, had)), true
}

// naming counts the listed papers whose titles have a term.
func (x *leaning) naming(term string) int {
	n := 0
	for _, l := range x.g.Listed() {
		if community.Names(x.g.Paper(l).Title, term) {
			n++
		}
	}
	return n
}

func (x *leaning) topic(c int, label string) Topic {
	t := Topic{Label: label, Papers: x.p.Size(c), Citations: x.citations[c], Listed: x.listed[c], Of: len(x.g.Listed()), Expected: rank.Round(x.expected[c])}
	for _, l := range x.g.Listed() {
		if slices.ContainsFunc(x.g.References(l), func(r graph.Node) bool { return int(x.p.Of[r]) == c }) {
			t.CitedBy = append(t.CitedBy, l)
		}
	}
	slices.SortFunc(t.CitedBy, x.g.CompareIDs)
	t.Leading = x.leading(c)
	return t
}

func (x *leaning) leading(c int) []graph.Node {
	var papers []graph.Node
	for _, n := range x.p.Members(c) {
		if !x.onList[n] {
			papers = append(papers, n)
		}
	}
	slices.SortFunc(papers, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(x.citedBy[b], x.citedBy[a]), cmp.Compare(x.g.LocalCitations(b), x.g.LocalCitations(a)),
			x.g.CompareIDs(a, b))
	})
	return papers[:min(topicLeading, len(papers))]
}

// Sentence gives the evidence in one sentence that a person can check. The
// label is foreign text and stands in it as it is.
func (t *Topic) Sentence() string {
	on := fmt.Sprintf("on %q", t.Label)
	if t.Label == "" {
		on = "from one community"
	}
	cited := fmt.Sprintf("%d papers, cited %d times by %d of your %d", t.Papers, t.Citations, len(t.CitedBy), t.Of)
	if t.Listed == 0 {
		return fmt.Sprintf("Nothing %s: %s.", on, cited)
	}
	return fmt.Sprintf("Little %s: %d of yours where %.1f would be expected; %s.", on, t.Listed, t.Expected, cited)
}
