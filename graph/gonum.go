package graph

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// Directed shows a Graph to gonum's algorithms as graph.Directed. gonum's id
// of a paper is its Node; an edge runs from the citing to the cited paper.
type Directed struct{ g *Graph }

// Directed gives gonum's view of the graph. It copies nothing.
func (g *Graph) Directed() Directed { return Directed{g} }

var _ graph.Directed = Directed{}

// Node gives the node of an id, nil where there is none.
func (d Directed) Node(id int64) graph.Node {
	if !d.has(id) {
		return nil
	}
	return simple.Node(id)
}

// Nodes gives all papers, in Node order.
func (d Directed) Nodes() graph.Nodes { return iterator.NewImplicitNodes(0, d.g.Len(), newNode) }

// From gives the references of a paper.
func (d Directed) From(id int64) graph.Nodes {
	if !d.has(id) {
		return graph.Empty
	}
	return neighbours(d.g.References(Node(id)))
}

// To gives the citing papers of a paper.
func (d Directed) To(id int64) graph.Nodes {
	if !d.has(id) {
		return graph.Empty
	}
	return neighbours(d.g.Citing(Node(id)))
}

// HasEdgeFromTo reports whether u cites v.
func (d Directed) HasEdgeFromTo(u, v int64) bool {
	return d.has(u) && d.has(v) && d.g.Cites(Node(u), Node(v))
}

// HasEdgeBetween reports whether u cites v or v cites u.
func (d Directed) HasEdgeBetween(u, v int64) bool {
	return d.HasEdgeFromTo(u, v) || d.HasEdgeFromTo(v, u)
}

// Edge gives the citation of v by u, nil where there is none.
func (d Directed) Edge(u, v int64) graph.Edge {
	if !d.HasEdgeFromTo(u, v) {
		return nil
	}
	return simple.Edge{F: simple.Node(u), T: simple.Node(v)}
}

func (d Directed) has(id int64) bool { return id >= 0 && id < int64(d.g.Len()) }

func newNode(id int) graph.Node { return simple.Node(id) }

func neighbours(nodes []Node) graph.Nodes {
	if len(nodes) == 0 {
		return graph.Empty
	}
	return &neighbourNodes{all: nodes, place: -1}
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
