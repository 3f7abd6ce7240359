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

	references rows // of p: the papers p cites
	citing     rows // of p: the papers that cite p

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

// rows are the neighbours of each node, sorted: those of n are
// all[start[n]:start[n+1]].
type rows struct {
	start []uint32
	all   []Node
}

func (r *rows) of(n Node) []Node { return r.all[r.start[n]:r.start[n+1]] }

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
	g.citing = g.references.reversed()
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
func (g *Graph) readReferences() rows {
	told := g.toldByCited()
	r := rows{start: make([]uint32, len(g.papers)+1), all: make([]Node, 0, g.told())}
	for n, p := range g.papers {
		begin := len(r.all)
		for _, id := range p.References.IDs {
			g.take(&r, Node(n), id)
		}
		kept := begin + sorted(r.all[begin:])
		g.Cleaned.Repeated += len(r.all) - kept
		r.all = append(r.all[:kept], told[Node(n)]...)
		r.all = r.all[:begin+sorted(r.all[begin:])]
		r.start[n+1] = uint32(len(r.all))
	}
	if len(r.all) < cap(r.all)*9/10 {
		r.all = slices.Clone(r.all) // much was dropped: give the room back
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
func (g *Graph) take(r *rows, n Node, id PaperID) {
	cited, found := g.nodes[id]
	switch {
	case !found:
		g.Cleaned.Nowhere++
	case cited == n:
		g.Cleaned.SelfCitations++
	default:
		r.all = append(r.all, cited)
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

// reversed gives the same arcs seen from their other end, by counting sort:
// rows come out sorted because the arcs are read in order.
func (r *rows) reversed() rows {
	out := rows{start: make([]uint32, len(r.start)), all: make([]Node, len(r.all))}
	for _, cited := range r.all {
		out.start[cited+1]++
	}
	for n := 1; n < len(out.start); n++ {
		out.start[n] += out.start[n-1]
	}
	next := slices.Clone(out.start)
	for n := range len(r.start) - 1 {
		for _, cited := range r.of(Node(n)) {
			out.all[next[cited]] = Node(n)
			next[cited]++
		}
	}
	return out
}

// Len is the number of papers.
func (g *Graph) Len() int { return len(g.papers) }

// Citations is the number of citations.
func (g *Graph) Citations() int { return len(g.references.all) }

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
func (g *Graph) References(n Node) []Node { return g.references.of(n) }

// Citing gives the papers that cite n, sorted. Not to be changed.
func (g *Graph) Citing(n Node) []Node { return g.citing.of(n) }

// LocalCitations counts the papers of the corpus that cite n.
func (g *Graph) LocalCitations(n Node) int { return len(g.citing.of(n)) }

// Cites reports whether a cites b.
func (g *Graph) Cites(a, b Node) bool {
	_, found := slices.BinarySearch(g.references.of(a), b)
	return found
}
