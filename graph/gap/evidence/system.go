package evidence

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"citemap/graph"
)

// A scene is the listed papers and the candidates of a case, with who cites
// them: each is to be predicted from the others by who cites them together, so
// that the companions of a co-cited paper are explained away instead of counted
// again for every listed paper. It is Steck's EASE (2019,
// doi:10.1145/3308558.3313710) on the neighbourhood of a list, with recent
// citing papers and those close to the list weighing more, and a penalty that
// grows with how often a paper is cited.
type scene struct {
	*Case
	items  []graph.Node // the listed papers, then the candidates
	place  []int        // by node: the place among the items, from 1; 0 for the others
	near   []float64    // by node: the cosine of its references with the list
	citing []citer
	titles *mat.SymDense // likeness of titles; nil where none are known
}

// A citer is a paper with the places of the items that it cites, rising.
type citer struct {
	node  graph.Node
	cited []int
}

func newScene(c *Case) *scene {
	s := &scene{Case: c, items: slices.Concat(c.Listed, c.Candidates), place: make([]int, c.Graph.Len())}
	for i, n := range s.items {
		s.place[n] = i + 1
	}
	s.near = c.nearness()
	for u := range graph.Node(c.Graph.Len()) {
		if cited := s.citedBy(u); len(cited) > 0 {
			s.citing = append(s.citing, citer{u, cited})
		}
	}
	s.titles = c.Words.likeness(c.Graph, s.items)
	return s
}

// citedBy gives the places of the items that a paper cites.
func (s *scene) citedBy(u graph.Node) []int {
	var cited []int
	for _, r := range s.Graph.References(u) {
		if s.place[r] > 0 {
			cited = append(cited, s.place[r]-1)
		}
	}
	slices.Sort(cited)
	return cited
}

// nearness gives the cosine of each paper's references with the list, by node.
func (c *Case) nearness() []float64 {
	near := make([]float64, c.Graph.Len())
	for _, l := range c.Listed {
		for _, u := range c.Graph.Citing(l) {
			near[u]++
		}
	}
	for u, overlap := range near {
		if overlap > 0 {
			near[u] = overlap / math.Sqrt(float64(len(c.Graph.References(graph.Node(u)))*len(c.Listed)))
		}
	}
	return near
}

// weigh gives the weight of a paper as a citing one from a side: by its age in
// whole years before graph.Today, 0 for those that are dated after it, and by
// how near it is to the list.
func (s *scene) weigh(of side, u graph.Node) float64 {
	weight := (1-oldWeight)*math.Exp(-s.age(u)/of.recency) + oldWeight
	if near := s.near[u]; near > 0 {
		weight *= 1 + of.affinity*math.Pow(near, of.power)
	}
	return weight
}

// age is how many years before graph.Today a paper is dated, 0 where later.
func (c *Case) age(n graph.Node) float64 {
	return float64(max(0, c.Graph.Today().Year-c.Graph.Date(n).Year))
}

// gram builds the smoothed Gram matrix.
func (s *scene) gram(of side) *mat.SymDense {
	g := mat.NewSymDense(len(s.items), nil)
	s.addCocitation(g, of)
	s.addCitations(g, of)
	if s.titles != nil && of.titles > 0 {
		add(g, of.titles, s.titles)
	}
	smooth(g)
	return g
}

// addCocitation adds up the weights of the papers that cite both of two items;
// on the diagonal, of those that cite one.
func (s *scene) addCocitation(g *mat.SymDense, of side) {
	raw := g.RawSymmetric()
	for _, u := range s.citing {
		weight := s.weigh(of, u.node)
		for a, i := range u.cited {
			row := raw.Data[i*raw.Stride:]
			for _, j := range u.cited[a:] {
				row[j] += weight
			}
		}
	}
}

// addCitations counts the items' citations of each other, and what they cite
// together within the system.
func (s *scene) addCitations(g *mat.SymDense, of side) {
	plus := func(i, j int, x float64) { g.SetSym(i, j, g.At(i, j)+x) }
	citing := make([][]int, len(s.items)) // by item: the places of the items that cite it
	for i, n := range s.items {
		weight := s.weigh(of, n)
		plus(i, i, selfCiting*selfCiting*weight)
		for _, m := range s.Graph.References(n) {
			if j := s.place[m] - 1; j >= 0 {
				plus(i, j, selfCiting*weight)
				citing[j] = append(citing[j], i)
			}
		}
	}
	for _, places := range citing {
		for a, i := range places {
			for _, j := range places[a:] {
				plus(i, j, sharedWeight)
			}
		}
	}
}

func add(g *mat.SymDense, times float64, other *mat.SymDense) {
	for i := range g.SymmetricDim() {
		for j := i; j < g.SymmetricDim(); j++ {
			g.SetSym(i, j, g.At(i, j)+times*other.At(i, j))
		}
	}
}

// penalised gives the matrix with the ridge: stronger for short lists and for
// papers that are cited often, times how much of it is wanted.
func (s *scene) penalised(g *mat.SymDense, of side, times float64) *mat.SymDense {
	root := make([]float64, len(s.items))
	mean := 0.0
	for i, n := range s.items {
		root[i] = math.Sqrt(s.Cites[n])
		mean += 1 / root[i] / float64(len(s.items))
	}
	out := mat.NewSymDense(len(s.items), nil)
	out.CopySym(g)
	k := float64(len(s.Listed))
	for i := range s.items {
		ridge := times * (of.ridge + shortList/(k*k)) * mean * root[i]
		if i < len(s.Listed) {
			ridge *= of.listed
		}
		out.SetSym(i, i, g.At(i, i)+ridge)
	}
	return out
}
