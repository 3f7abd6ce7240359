package gap

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/rank"
)

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

func (x *leaning) topic(c int, label string, lacking bool) Topic {
	t := Topic{Label: label, Papers: x.p.Size(c), Citations: x.citations[c], Listed: x.listed[c], Of: len(x.g.Listed()), Expected: rank.Round(x.expected[c]), Lacking: lacking}
	t.First, t.Last = x.years(c)
	for _, l := range x.g.Listed() {
		if slices.ContainsFunc(x.g.References(l), func(r graph.Node) bool { return int(x.p.Of[r]) == c }) {
			t.CitedBy = append(t.CitedBy, l)
		}
	}
	slices.SortFunc(t.CitedBy, func(a, b graph.Node) int { return cmp.Compare(x.g.Paper(a).ID, x.g.Paper(b).ID) })
	t.Leading = x.leading(c, lacking)
	return t
}

// years gives those of the oldest and the newest dated paper of a community.
func (x *leaning) years(c int) (first, last int) {
	for _, n := range x.p.Members(c) { // in the order of time
		if year := x.g.Paper(n).Date.Year; year > 0 {
			if first == 0 {
				first = year
			}
			last = year
		}
	}
	return first, last
}

func (x *leaning) leading(c int, offList bool) []graph.Node {
	var papers []graph.Node
	for _, n := range x.p.Members(c) {
		if !offList || !x.onList[n] {
			papers = append(papers, n)
		}
	}
	slices.SortFunc(papers, func(a, b graph.Node) int {
		return cmp.Or(cmp.Compare(x.citedBy[b], x.citedBy[a]), cmp.Compare(x.g.LocalCitations(b), x.g.LocalCitations(a)),
			cmp.Compare(x.g.Paper(a).ID, x.g.Paper(b).ID))
	})
	return papers[:min(topicLeading, len(papers))]
}

// touches reports whether a community of so many papers is one of the list's.
func (x *leaning) touches(c, papers int) bool {
	if len(x.g.Listed()) == 0 {
		return papers >= topicPapers
	}
	return papers > 1 && x.listed[c]+x.citing[c] > 0
}

// lacking reports whether a community is a topic that the list lacks, and gives
// what of its label the list does not have elsewhere.
func (x *leaning) lacking(c int, label string) (short string, lacking bool) {
	if !x.missing(c, x.p.Size(c)) {
		return "", false
	}
	return x.untold(c, label)
}
