// Package render decides what of a study is shown, in which order and under
// which words; the packages below it put that into one medium each. It also
// holds the one cleaning step for foreign text.
package render

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/study"
)

// A Map is what is drawn of a study: its main papers, arranged by year and by
// topic. It holds no ink; all its text is clean.
type Map struct {
	Title     string
	Papers    []Paper    // from the left column to the right; within one by rising graph.Node
	Columns   []Column   // from the oldest to the newest
	Citations []Citation // drawn; by citing paper, then by cited

	// Implied are the citations among the drawn papers that are not drawn,
	// because other drawn citations lead the same way; by citing paper, then
	// by cited.
	Implied []Citation

	// MainPath is the path of papers, each cited by the next, over which most
	// ways through the drawn papers lead: indices into Papers, the oldest
	// first; nil where there is none. Its citations are drawn.
	MainPath []int

	Groups  []Group  // what the colours tell apart
	Topics  []string // labels of the communities among the drawn papers, the largest first; clean, never ""
	Asked   int      // how many papers were asked for; Options has as many as can be laid out
	Options Options  // what was asked for, defaults filled in
	Legend  Legend
}

// A Paper is one box of the map.
type Paper struct {
	Node           graph.Node
	ID             graph.PaperID // as in the corpus, not cleaned
	Role           Role
	Label          string // "Touvron et al. 2023a"; no two papers of a map share one
	Title          string // whole; "" where it is not known
	Authors        string // "Hugo Touvron, Louis Martin and 66 more"
	URL            string // where to read it: http or https, or ""
	Year           int    // 0 where it is not known
	Column         int    // index into Map.Columns
	Slot           int    // which of the column's sub-columns it stands in
	Topic          int    // index into Map.Topics; -1: none
	LocalCitations int
	CitedHere      int         // how many papers of the map cite it
	Size           int         // 0 (cited least) to 3, by local citations
	Rank           int         // of a gap: its place among all gaps, from 1
	Group          int         // index into Map.Groups; -1: none
	Abstract       string      // clean; "" where it is not known
	Venue          string      // clean; "" where it is not known
	References     graph.State // what is known of its reference list
}

// Role says why a paper is on the map.
type Role uint8

const (
	Context Role = iota // it ties the others together
	Gap                 // it is missing from the list
	Listed              // it is on the list
)

var roleNames = []string{"context", "gap", "listed"}

func (r Role) String() string { return roleNames[r] }

// NewMap chooses what to draw of a study. The same findings give the same map.
func NewMap(f *study.Findings, o Options) *Map {
	m := &Map{Options: o.withDefaults(), Asked: o.Papers}
	for _, c := range choose(f, m.Options) {
		m.Papers = append(m.Papers, newPaper(f.Graph, c))
	}
	slices.SortFunc(m.Papers, func(a, b Paper) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Node, b.Node)) })
	m.setSizes()
	m.setLabels(f.Graph)
	all := m.citationsAmong(f.Graph)
	drawn := m.newAmong(f.Graph, all)
	m.setCitations(all, drawn)
	m.setColumns()
	m.setTopics(drawn)
	m.setGroups(f)
	m.Title, m.Legend = title(m), newLegend(f, m)
	return m
}

func newPaper(g *graph.Graph, c choice) Paper {
	p := g.Paper(c.node)
	return Paper{
		Node: c.node, ID: p.ID, Role: c.role, Rank: c.rank,
		Title: Clean(p.Title), Authors: authors(p), URL: Link(p.Page()),
		Group: -1, Topic: -1, Abstract: Clean(p.Abstract), Venue: Clean(p.Venue),
		Year: max(p.Date.Year, 0), LocalCitations: g.LocalCitations(c.node), References: p.References.State,
	}
}

// setSizes puts the papers into four classes by local citations, each
// reaching to half of the next one's.
func (m *Map) setSizes() {
	most := 0
	for _, p := range m.Papers {
		most = max(most, p.LocalCitations)
	}
	for i := range m.Papers {
		p := &m.Papers[i]
		for limit := most; p.Size < 3 && p.LocalCitations > 1 && 8*p.LocalCitations > limit; limit *= 2 {
			p.Size++
		}
	}
}
