package study

import (
	"slices"

	"citemap/graph"
	"citemap/graph/path"
	"citemap/graph/rank"
)

// A Route is a way over citations.
type Route struct {
	Papers []graph.Node // of Findings.Graph

	// Shares has for each paper but the first the share of all counted paths
	// that the citation between it and the one before lies on; 0 to 1.
	Shares []float64

	Keys int // of a key route: how many of the heaviest citations it leads over
}

// Weight is the sum of a route's shares: over how many of its citations a counted
// path leads in the mean.
func (r Route) Weight() float64 {
	sum := 0.0
	for _, x := range r.Shares {
		sum += x
	}
	return rank.Round(sum)
}

// Routes are ways through the list and what joins it, or from one paper to
// another.
type Routes struct {
	By     path.Weighting
	Among  *Part // whose paths are counted
	Routes []Route

	// Down tells the order of the papers: each cites the next where it is set,
	// and else is cited by it.
	Down bool

	// Tied counts the choices of a main path that were as good as those taken.
	Tied int

	Chains path.Count // how many shortest chains there are, given or not; 0 where none were asked for

	// Reversed says that no chain leads from the first paper named to the second,
	// and that the routes lead from the second to the first.
	Reversed bool
}

// Joined gives the listed papers and those of the list's neighbourhood that
// join them: that a listed paper leads to over citations of the acyclic form, and
// that lead to one. A listed paper that nothing ties to the others is among them.
// Without a list it is the corpus.
func (f *Findings) Joined() *Part {
	near := f.Neighbourhood()
	listed := near.Graph.Listed()
	if len(listed) == 0 {
		return f.whole()
	}
	form := path.NewAcyclic(near.Graph)
	older, newer := reached(near.Graph, form.References), reached(near.Graph, form.Citing)
	for _, l := range listed {
		older[l], newer[l] = true, true
	}
	var papers []graph.Node
	for i, n := range near.Papers {
		if older[i] && newer[i] {
			papers = append(papers, n)
		}
	}
	return newPart(f, papers)
}

// reached marks the papers that one step or more lead to from a listed paper.
func reached(g *graph.Graph, next func(graph.Node) []graph.Node) []bool {
	met := make([]bool, g.Len())
	ahead := slices.Clone(g.Listed())
	for len(ahead) > 0 {
		n := ahead[len(ahead)-1]
		ahead = ahead[:len(ahead)-1]
		for _, m := range next(n) {
			if !met[m] {
				met[m] = true
				ahead = append(ahead, m)
			}
		}
	}
	return met
}

// MainPath gives the path through the list and what joins it that a search finds by
// its weights: one route, or none where no citation joins two papers.
func (f *Findings) MainPath(by path.Weighting, search path.Search) Routes {
	among := f.Joined()
	w := path.NewWeights(path.NewAcyclic(among.Graph), by)
	r := Routes{By: by, Among: among}
	if main := w.MainPath(search); len(main.Papers) > 0 {
		r.Tied, r.Routes = main.Tied, []Route{r.route(w, main.Papers)}
	}
	return r
}

// KeyRoutes gives the routes that a search finds over the so many heaviest citations
// of the list and what joins it, the route of the heaviest first. Citations that one route leads
// over have it once.
func (f *Findings) KeyRoutes(by path.Weighting, search path.Search, keys int) Routes {
	among := f.Joined()
	w := path.NewWeights(path.NewAcyclic(among.Graph), by)
	r := Routes{By: by, Among: among}
	var ways [][]graph.Node
	for _, key := range w.KeyRoutes(keys, search) {
		at := slices.IndexFunc(ways, func(way []graph.Node) bool { return slices.Equal(way, key.Papers) })
		if at < 0 {
			at, ways = len(ways), append(ways, key.Papers)
			r.Routes = append(r.Routes, r.route(w, key.Papers))
		}
		r.Routes[at].Keys++
	}
	return r
}

// Between gives the shortest chains of citations from one paper of the corpus
// to another, so many at most; where none leads there, those that lead back. Their
// shares are of the paths of the whole corpus.
func (f *Findings) Between(from, to graph.Node, by path.Weighting, most int) Routes {
	r := Routes{By: by, Among: f.whole(), Down: true}
	chains := path.ShortestChains(f.Graph, from, to, most)
	if len(chains.Papers) == 0 {
		chains = path.ShortestChains(f.Graph, to, from, most)
		r.Reversed = len(chains.Papers) > 0
	}
	if r.Chains = chains.Count; len(chains.Papers) == 0 {
		return r
	}
	w := path.NewWeights(path.NewAcyclic(f.Graph), by)
	for _, papers := range chains.Papers {
		r.Routes = append(r.Routes, r.route(w, papers))
	}
	return r
}

// route turns papers of the graph that the routes are among into a route.
func (r *Routes) route(w *path.SPC, papers []graph.Node) Route {
	out := Route{Papers: make([]graph.Node, len(papers))}
	for i, n := range papers {
		out.Papers[i] = r.Among.Papers[n]
		if i == 0 {
			continue
		}
		c := path.Citation{Citing: n, Cited: papers[i-1]}
		if r.Down {
			c = path.Citation{Citing: papers[i-1], Cited: n}
		}
		out.Shares = append(out.Shares, shareOf(w, c))
	}
	return out
}

// leastShare is below what any reader can tell from nothing, and above what
// programs refuse as a number.
const leastShare = 1e-99

// shareOf is the share of the counted paths that a citation lies on, rounded.
func shareOf(w *path.SPC, c path.Citation) float64 {
	if x := w.Of(c).Share(w.Total()); x >= leastShare {
		return rank.Round(x)
	}
	return 0
}
