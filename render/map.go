// Package render decides what of a study is shown, in which order and under
// which words; the packages below it put that into one medium each. It also
// holds the one cleaning step for foreign text.
package render

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
)

// Options says what to draw. The zero value is the usual map.
type Options struct {
	Papers int // how many papers at most; 0: 60
	Gaps   int // how many of them may be gaps; 0: 20, below 0: none
}

func (o Options) withDefaults() Options {
	if o.Papers <= 0 {
		o.Papers = 60
	}
	if o.Gaps == 0 {
		o.Gaps = 20
	}
	o.Gaps = max(o.Gaps, 0)
	return o
}

// A Map is what is drawn of a study: a timeline of its main papers. It
// holds no ink; all its text is clean.
type Map struct {
	Title     string
	Papers    []Paper    // from the left column to the right; within one by rising graph.Node
	Columns   []Column   // from the oldest to the newest
	Citations []Citation // drawn; by citing paper, then by cited

	// Implied are the citations among the drawn papers that are not drawn,
	// because other drawn citations lead the same way.
	Implied []Citation

	Legend Legend
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
	LocalCitations int
	Size           int         // 0 (cited least) to 3, by local citations
	Rank           int         // of a gap: its place among all gaps, from 1
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

// A Citation is an arc of the map: indices into Map.Papers.
type Citation struct{ Citing, Cited int }

// A Column is one year of the timeline. Years without a drawn paper have none.
type Column struct {
	Year    int  // 0: papers of unknown date
	Skipped bool // years without a drawn paper lie between it and the column before
}

// NewMap chooses what to draw of a study. The same findings give the same map.
func NewMap(f *study.Findings, o Options) *Map {
	o = o.withDefaults()
	m := &Map{}
	for _, c := range choose(f, o) {
		m.Papers = append(m.Papers, newPaper(f.Graph, c))
	}
	slices.SortFunc(m.Papers, func(a, b Paper) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Node, b.Node)) })
	m.setColumns()
	m.setSizes()
	m.setLabels(f.Graph)
	m.setCitations(f.Graph)
	m.Title, m.Legend = title(m), newLegend(f, m)
	return m
}

func newPaper(g *graph.Graph, c choice) Paper {
	p := g.Paper(c.node)
	return Paper{
		Node: c.node, ID: p.ID, Role: c.role, Rank: c.rank,
		Title: Clean(p.Title), Authors: authors(p), URL: Link(p.Page()),
		Year: max(p.Date.Year, 0), LocalCitations: g.LocalCitations(c.node), References: p.References.State,
	}
}

// setColumns gives each year that has papers its column.
func (m *Map) setColumns() {
	for i := range m.Papers {
		p := &m.Papers[i]
		last := len(m.Columns) - 1
		if last < 0 || m.Columns[last].Year != p.Year {
			skipped := last >= 0 && m.Columns[last].Year != 0 && p.Year > m.Columns[last].Year+1
			m.Columns = append(m.Columns, Column{Year: p.Year, Skipped: skipped})
			last++
		}
		p.Column = last
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

func (m *Map) setCitations(g *graph.Graph) {
	place := map[graph.Node]int{}
	for i, p := range m.Papers {
		place[p.Node] = i
	}
	var all []Citation
	for i, p := range m.Papers {
		for _, cited := range g.References(p.Node) {
			if j, drawn := place[cited]; drawn {
				all = append(all, Citation{i, j})
			}
		}
	}
	slices.SortFunc(all, func(a, b Citation) int { return cmp.Or(cmp.Compare(a.Citing, b.Citing), cmp.Compare(a.Cited, b.Cited)) })
	m.Citations, m.Implied = reduce(len(m.Papers), all)
}

// byInfluence orders papers by local citations, then PageRank, then PaperID.
func byInfluence(f *study.Findings) func(a, b graph.Node) int {
	pageRank := f.ScoresBy(rank.PageRank)
	return func(a, b graph.Node) int {
		return cmp.Or(
			cmp.Compare(f.Graph.LocalCitations(b), f.Graph.LocalCitations(a)),
			cmp.Compare(pageRank[b], pageRank[a]),
			cmp.Compare(f.Graph.Paper(a).ID, f.Graph.Paper(b).ID),
		)
	}
}
