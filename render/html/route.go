package html

import (
	"citemap/graph"
	"citemap/graph/path"
	"citemap/graph/study"
	"citemap/render"
)

// shortestRoute is how many papers a main path has at least to be shown.
const shortestRoute = 3

// A route is the main path as the page shows it.
type route struct {
	About string
	Stops []stop
}

// A stop is a paper of it.
type stop struct {
	node   graph.Node
	Paper  paper
	Listed bool
	Share  string // of the search paths, over the citation of the paper before; "" of the first
	Width  string // of its bar, in units of a line of 100
}

// newRoute gives the main path through the list and what joins it; nil where it
// is none to speak of.
func newRoute(f *study.Findings) *route {
	main := f.MainPath(path.BySPC, path.Global)
	if len(main.Routes) == 0 || len(main.Routes[0].Papers) < shortestRoute {
		return nil
	}
	r := &route{About: render.Paths(f, main)}
	for i, n := range main.Routes[0].Papers {
		s := stop{node: n, Listed: f.Listed(n)}
		if i > 0 {
			share := main.Routes[0].Shares[i-1]
			s.Share, s.Width = render.Percent(share), decimal(100*share)
		}
		r.Stops = append(r.Stops, s)
	}
	return r
}
