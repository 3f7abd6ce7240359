package graph

import (
	"cmp"
	"slices"
	"sync"
)

// A Node is a paper's number in a Graph: its place in the order of time,
// oldest first, ties by PaperID. Papers of unknown date come first.
type Node = uint32

// A Graph is the citations among the papers of a corpus, in compressed sparse
// rows both ways. No citation stands in it twice and none is from a paper to
// itself. It never changes.
type Graph struct {
	papers  []*Paper
	nodes   map[PaperID]Node // every id and alias
	columns *Columns         // in place of papers and nodes, where there are too many
	places  []uint32         // of nodes in columns
	at      []Node           // of places in columns; Nowhere: not in the graph
	listed  []Node

	references *Rows // of p: the papers p cites
	citing     *Rows // of p: the papers that cite p

	today  Date
	future int // papers dated after today

	Cleaned Cleaned
}

// Cleaned counts the citations that were met but do not stand in the graph.
type Cleaned struct {
	SelfCitations int // from a paper to itself
	Repeated      int // a second time in one reference list
	Nowhere       int // to a paper that is not in the corpus
}

// New builds the graph of a corpus. It keeps pointers into it.
func New(c *Corpus) *Graph {
	if c.Columns != nil {
		return newOfColumns(c)
	}
	g := &Graph{papers: inTime(c.Papers)}
	g.setToday(c)
	g.name()
	g.references = g.readReferences()
	g.citing = g.references.Reversed()
	g.find(c.Listed())
	return g
}

// name makes the papers known by their ids.
func (g *Graph) name() {
	g.nodes = make(map[PaperID]Node, len(g.papers))
	for n, p := range g.papers {
		g.nodes[p.ID] = Node(n)
	}
	for n, p := range g.papers {
		for _, id := range p.Aliases {
			if _, taken := g.nodes[id]; !taken {
				g.nodes[id] = Node(n)
			}
		}
	}
}

// find makes papers the listed ones.
func (g *Graph) find(listed []PaperID) {
	for _, id := range listed {
		if n, found := g.Find(id); found {
			g.listed = append(g.listed, n)
		}
	}
}

// inTime gives the papers from the oldest to the newest, ties by PaperID.
func inTime(papers []Paper) []*Paper {
	out := make([]*Paper, len(papers))
	for i := range papers {
		out[i] = &papers[i]
	}
	slices.SortFunc(out, func(a, b *Paper) int {
		return cmp.Or(a.Date.Compare(b.Date), compareIDs(a.ID, b.ID))
	})
	return out
}

// readReferences turns the reference lists, and the citing papers that papers
// name themselves, into sorted rows and counts what it has to drop. That a
// citation is told from both ends is no repeat.
func (g *Graph) readReferences() *Rows {
	told := g.toldByCited()
	r := &Rows{Start: make([]uint32, len(g.papers)+1), All: make([]Node, 0, g.told())}
	for n, p := range g.papers {
		begin := len(r.All)
		for _, id := range p.References.IDs {
			g.take(r, Node(n), id)
		}
		kept := begin + sorted(r.All[begin:])
		g.Cleaned.Repeated += len(r.All) - kept
		r.All = append(r.All[:kept], told[Node(n)]...)
		r.All = r.All[:begin+sorted(r.All[begin:])]
		r.Start[n+1] = uint32(len(r.All))
	}
	if len(r.All) < cap(r.All)*9/10 {
		r.All = slices.Clone(r.All) // much was dropped: give the memory back
	}
	return r
}

// told counts the citations that papers tell of, from either end.
func (g *Graph) told() (n int) {
	for _, p := range g.papers {
		n += len(p.References.IDs) + len(p.Citing.IDs)
	}
	return n
}

// take appends the paper of an id to the references of n, or counts why not.
func (g *Graph) take(r *Rows, n Node, id PaperID) {
	cited, found := g.nodes[id]
	switch {
	case !found:
		g.Cleaned.Nowhere++
	case cited == n:
		g.Cleaned.SelfCitations++
	default:
		r.All = append(r.All, cited)
	}
}

// sorted sorts nodes and moves repeats behind the first len.
func sorted(nodes []Node) (length int) {
	slices.Sort(nodes)
	return len(slices.Compact(nodes))
}

// toldByCited gives, by citing paper, the references that only the cited
// papers tell of.
func (g *Graph) toldByCited() map[Node][]Node {
	out := map[Node][]Node{}
	for n, p := range g.papers {
		for _, id := range p.Citing.IDs {
			if citing, found := g.nodes[id]; found && citing != Node(n) {
				out[citing] = append(out[citing], Node(n))
			}
		}
	}
	return out
}

// Len is the number of papers.
func (g *Graph) Len() int { return max(len(g.papers), len(g.places)) }

// Citations is the number of citations.
func (g *Graph) Citations() int { return len(g.references.All) }

// Paper gives the paper of a node, whole. It belongs to the corpus, which may have
// to read it first: whoever looks at all papers asks for Date, ID or what else is
// at hand.
func (g *Graph) Paper(n Node) *Paper {
	if g.columns != nil {
		return g.columns.Paper(int(g.places[n]))
	}
	return g.papers[n]
}

// ReadAhead tells that the papers of nodes will be asked for, so that those which have
// to be read are read together.
func (g *Graph) ReadAhead(nodes []Node) {
	if g.columns == nil {
		return
	}
	places := make([]int, len(nodes))
	for i, n := range nodes {
		places[i] = int(g.places[n])
	}
	g.columns.readAhead(places)
}

// ID gives the PaperID of a node.
func (g *Graph) ID(n Node) PaperID {
	if g.columns != nil {
		return g.columns.ID(int(g.places[n]))
	}
	return g.papers[n].ID
}

// Title gives the title of a node's paper. Nothing of what is read for it is kept.
func (g *Graph) Title(n Node) string {
	if g.columns != nil {
		return g.columns.Title(int(g.places[n]))
	}
	return g.papers[n].Title
}

// ByID compares two papers by PaperID, to which all ties go.
func (g *Graph) ByID(a, b Node) int {
	if g.columns != nil {
		return g.columns.byID(int(g.places[a]), int(g.places[b]))
	}
	return compareIDs(g.papers[a].ID, g.papers[b].ID)
}

// Date gives the date of the paper of a node.
func (g *Graph) Date(n Node) Date {
	if g.columns != nil {
		return g.columns.Days[g.places[n]].Date()
	}
	return g.papers[n].Date
}

// State says what is known of the reference list of a node's paper.
func (g *Graph) State(n Node) State {
	if g.columns != nil {
		return g.columns.States[g.places[n]]
	}
	return g.papers[n].References.State
}

// Global gives the source's own count of the papers that cite a node's, nil where
// it gave none.
func (g *Graph) Global(n Node) *int {
	if g.columns != nil {
		return count(g.columns.Global, int(g.places[n]))
	}
	return g.papers[n].Global
}

// Influential gives the source's own count of the papers on which a node's had
// influence, nil where it gave none.
func (g *Graph) Influential(n Node) *int {
	if g.columns != nil {
		return count(g.columns.Influential, int(g.places[n]))
	}
	return g.papers[n].Influential
}

// Find gives the node of a PaperID or alias.
func (g *Graph) Find(id PaperID) (n Node, found bool) {
	if g.columns != nil {
		place, found := g.columns.paper(id)
		if !found {
			return 0, false
		}
		return g.at[place], g.at[place] != Nowhere
	}
	n, found = g.nodes[id]
	return n, found
}

// Listed gives the listed papers in the order of the list. Not to be changed.
func (g *Graph) Listed() []Node { return g.listed }

// References gives the papers that n cites, sorted. Not to be changed.
func (g *Graph) References(n Node) []Node { return g.references.Of(n) }

// Citing gives the papers that cite n, sorted. Not to be changed.
func (g *Graph) Citing(n Node) []Node { return g.citing.Of(n) }

// LocalCitations counts the papers of the corpus that cite n.
func (g *Graph) LocalCitations(n Node) int { return len(g.citing.Of(n)) }

// Rows gives all citations from both ends. Not to be changed.
func (g *Graph) Rows() (references, citing *Rows) { return g.references, g.citing }

// Cites reports whether a cites b.
func (g *Graph) Cites(a, b Node) bool { return g.references.Has(a, b) }

// PlacesByID gives the place of each paper in the order of PaperIDs.
func (g *Graph) PlacesByID() []uint32 {
	if g.columns != nil && g.columns.ByID == nil && len(g.places) == g.columns.Len() {
		return slices.Clone(g.places)
	}
	order := make([]Node, g.Len())
	for n := range order {
		order[n] = Node(n)
	}
	slices.SortFunc(order, g.ByID)
	places := make([]uint32, len(order))
	for place, n := range order {
		places[n] = uint32(place)
	}
	return places
}

// newOfColumns is New where the papers are columns.
func newOfColumns(c *Corpus) *Graph {
	g := &Graph{columns: c.Columns, places: inTimeByColumn(c.Columns.Days)}
	g.setAt()
	g.setToday(c)
	g.references = g.rowsOfColumns()
	g.citing = g.references.Reversed()
	g.find(c.Listed())
	return g
}

// setAt tells where the papers of the columns are.
func (g *Graph) setAt() {
	g.at = make([]Node, g.columns.Len())
	if len(g.places) < len(g.at) {
		for place := range g.at {
			g.at[place] = Nowhere
		}
	}
	for n, place := range g.places {
		g.at[place] = Node(n)
	}
}

// inTimeByColumn gives the places of papers from the oldest to the newest. Places
// are in the order of PaperID, or in that of time and then of PaperID: ties go to it.
func inTimeByColumn(days []Day) []uint32 {
	keys := make([]uint64, len(days))
	for place, day := range days {
		keys[place] = uint64(day)<<32 | uint64(place)
	}
	slices.Sort(keys)
	out := make([]uint32, len(days))
	for n, k := range keys {
		out[n] = uint32(k)
	}
	return out
}

// rowsOfColumns is readReferences, on as many goroutines as there are spans.
func (g *Graph) rowsOfColumns() *Rows {
	const spans = 4
	told := map[Node][]Node{}
	for _, t := range g.columns.Told {
		if t.Citing != t.Cited {
			told[g.at[t.Citing]] = append(told[g.at[t.Citing]], g.at[t.Cited])
		}
	}
	r := &Rows{Start: make([]uint32, len(g.places)+1)}
	var parts [spans][]Node
	var cleaned [spans]Cleaned
	var work sync.WaitGroup
	for i := range spans {
		work.Go(func() {
			from, to := len(g.places)*i/spans, len(g.places)*(i+1)/spans
			parts[i] = g.rowsOfSpan(r, Node(from), Node(to), told, &cleaned[i])
		})
	}
	work.Wait()
	for n := range g.places {
		r.Start[n+1] += r.Start[n]
	}
	for i := range spans {
		g.Cleaned.add(cleaned[i])
	}
	r.All = slices.Concat(parts[:]...)
	return r
}

// rowsOfSpan gives the rows of some nodes, and writes the length of that of n to
// r.Start[n+1].
func (g *Graph) rowsOfSpan(r *Rows, from, to Node, told map[Node][]Node, cleaned *Cleaned) []Node {
	room := 0
	for n := from; n < to; n++ {
		room += len(g.columns.references(int(g.places[n]))) + len(told[n])
	}
	all := make([]Node, 0, room)
	for n := from; n < to; n++ {
		begin := len(all)
		for _, cited := range g.columns.references(int(g.places[n])) {
			switch {
			case cited == Nowhere:
				cleaned.Nowhere++
			case g.at[cited] == n:
				cleaned.SelfCitations++
			default:
				all = append(all, g.at[cited])
			}
		}
		kept := begin + sorted(all[begin:])
		cleaned.Repeated += len(all) - kept
		if all = all[:kept]; len(told) > 0 {
			all = append(all, told[n]...)
			all = all[:begin+sorted(all[begin:])]
		}
		r.Start[n+1] = uint32(len(all) - begin)
	}
	return all
}

func (c *Cleaned) add(d Cleaned) {
	c.SelfCitations += d.SelfCitations
	c.Repeated += d.Repeated
	c.Nowhere += d.Nowhere
}
