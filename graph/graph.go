package graph

import (
	"cmp"
	"slices"
)

// A Node is a paper's number in a Graph: its place in the order of time,
// oldest first, ties by PaperID. Papers of unknown date come first.
type Node = uint32

// A Graph is the citations among the papers of a corpus, in compressed sparse
// rows both ways. No citation stands in it twice and none is from a paper to
// itself. It never changes.
type Graph struct {
	papers []*Paper
	nodes  map[PaperID]Node // every id and alias
	listed []Node

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

// New builds the graph of a corpus. It keeps pointers into c.Papers.
func New(c *Corpus) *Graph {
	g := &Graph{papers: inTime(c.Papers)}
	g.setToday(c)
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
	g.references = g.readReferences()
	g.citing = g.references.Reversed()
	for _, id := range c.Listed() {
		if n, found := g.nodes[id]; found {
			g.listed = append(g.listed, n)
		}
	}
	return g
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
func (g *Graph) Len() int { return len(g.papers) }

// Citations is the number of citations.
func (g *Graph) Citations() int { return len(g.references.All) }

// Paper gives the paper of a node. It belongs to the corpus.
func (g *Graph) Paper(n Node) *Paper { return g.papers[n] }

// Find gives the node of a PaperID or alias.
func (g *Graph) Find(id PaperID) (n Node, found bool) {
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

// ByID compares two papers by PaperID, to which all ties go.
func (g *Graph) ByID(a, b Node) int { return compareIDs(g.papers[a].ID, g.papers[b].ID) }

// PlacesByID gives the place of each paper in the order of PaperIDs.
func (g *Graph) PlacesByID() []uint32 {
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
