package answer

import (
	"fmt"
	"io"

	"citemap/cmd/citemap/service"
	"citemap/graph"
	"citemap/graph/path"
	"citemap/graph/study"
	"citemap/render/exchange"
)

// mostChains is how many chains are given at most: nobody reads more.
const mostChains = 1000

// A Route says which routes through a corpus are wanted: the main path, the routes over
// some key citations, or the chains between two papers.
type Route struct {
	Weights  path.Weighting
	Search   path.Search
	Keys     int    // routes over so many of the heaviest citations; 0: the main path
	From, To string // ids of the two papers; "": the main path
	Most     int    // chains at most; 0: as many as are ever given
}

// Check finds what is wrong with the ids, by the names of the fields.
func (r Route) Check() error {
	for _, id := range []string{r.From, r.To} {
		if _, err := graph.ParseID(id); id != "" && err != nil {
			return err
		}
	}
	return nil
}

// Of gives the routes through what was found.
func (r Route) Of(f *study.Findings) (study.Routes, error) {
	switch {
	case r.Keys > 0:
		return f.KeyRoutes(r.Weights, r.Search, r.Keys), nil
	case r.From == "":
		return f.MainPath(r.Weights, r.Search), nil
	}
	from, found := f.Named(r.From)
	if !found {
		return study.Routes{}, &UnknownError{"from", r.From}
	}
	to, found := f.Named(r.To)
	if !found {
		return study.Routes{}, &UnknownError{"to", r.To}
	}
	if from == to {
		return study.Routes{}, fmt.Errorf("from %s to %s: both are the same paper; give two", r.From, r.To)
	}
	most := r.Most
	if most == 0 || most > mostChains {
		most = mostChains
	}
	return f.Between(from, to, r.Weights, most), nil
}

// Paths writes routes.
func Paths(w io.Writer, f *service.Findings, routes study.Routes) error {
	return exchange.Paths(w, head("path", f.Read), f.Findings, routes)
}
