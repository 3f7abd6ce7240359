package graphtest

import (
	gonum "gonum.org/v1/gonum/graph"

	"citemap/graph"
)

// Undirected shows neighbours (see graph.Graph.Neighbours) to gonum's algorithms
// as graph.Undirected. Only tests and measurements ask gonum about them.
type Undirected struct{ graph.Directed }

var _ gonum.Undirected = Undirected{}

// NewUndirected gives gonum's view of neighbours. It copies nothing.
func NewUndirected(near *graph.Rows) Undirected { return Undirected{graph.NewDirected(near, near)} }

// EdgeBetween gives what joins two papers, nil where nothing does.
func (x Undirected) EdgeBetween(u, v int64) gonum.Edge { return x.Edge(u, v) }
