package graph

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// Directed shows citations in compressed rows to gonum's algorithms as
// graph.Directed. gonum's id of a paper is its Node; an edge runs from the
// citing to the cited paper. Neighbours come in Node order.
type Directed struct{ references, citing *Rows }

// NewDirected gives gonum's view of citations, seen from both ends. It copies
// nothing.
func NewDirected(references, citing *Rows) Directed { return Directed{references, citing} }

// Directed gives gonum's view of the graph. It copies nothing.
func (g *Graph) Directed() Directed { return Directed{g.references, g.citing} }

var _ graph.Directed = Directed{}

// Node gives the node of an id, nil where there is none.
func (d Directed) Node(id int64) graph.Node { return nodeOf(d.references, id) }

// Nodes gives all papers, in Node order.
func (d Directed) Nodes() graph.Nodes { return nodesOf(d.references) }

// From gives the references of a paper.
func (d Directed) From(id int64) graph.Nodes { return neighbours(d.references, id) }

// To gives the citing papers of a paper.
func (d Directed) To(id int64) graph.Nodes { return neighbours(d.citing, id) }

// HasEdgeFromTo reports whether u cites v.
func (d Directed) HasEdgeFromTo(u, v int64) bool { return joined(d.references, u, v) }

// HasEdgeBetween reports whether u cites v or v cites u.
func (d Directed) HasEdgeBetween(u, v int64) bool {
	return d.HasEdgeFromTo(u, v) || d.HasEdgeFromTo(v, u)
}

// Edge gives the citation of v by u, nil where there is none.
func (d Directed) Edge(u, v int64) graph.Edge { return edge(d.references, u, v) }

func has(r *Rows, id int64) bool { return id >= 0 && id < int64(r.Len()) }

func nodeOf(r *Rows, id int64) graph.Node {
	if !has(r, id) {
		return nil
	}
	return simple.Node(id)
}

func nodesOf(r *Rows) graph.Nodes { return iterator.NewImplicitNodes(0, r.Len(), newNode) }

func joined(r *Rows, u, v int64) bool { return has(r, u) && has(r, v) && r.Has(Node(u), Node(v)) }

func edge(r *Rows, u, v int64) graph.Edge {
	if !joined(r, u, v) {
		return nil
	}
	return simple.Edge{F: simple.Node(u), T: simple.Node(v)}
}

func newNode(id int) graph.Node { return simple.Node(id) }

func neighbours(r *Rows, id int64) graph.Nodes {
	if !has(r, id) || len(r.Of(Node(id))) == 0 {
		return graph.Empty
	}
	return &neighbourNodes{all: r.Of(Node(id)), place: -1}
}

// neighbourNodes iterates over one row of the graph without copying it.
type neighbourNodes struct {
	all   []Node
	place int
}

func (r *neighbourNodes) Next() bool {
	r.place = min(r.place+1, len(r.all))
	return r.place < len(r.all)
}

func (r *neighbourNodes) Len() int         { return max(0, len(r.all)-r.place-1) }
func (r *neighbourNodes) Reset()           { r.place = -1 }
func (r *neighbourNodes) Node() graph.Node { return simple.Node(r.all[r.place]) }
