package gap

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"citemap/graph"
)

// The constants of the method, as published with its oracle; recipe.go has those
// in which ours departs from it. citemap eval measures what they are worth.
const (
	poolSize     = 200  // candidates that join the list in the system
	recency      = 3.0  // years over which the weight of a citing paper falls to 1/e
	oldWeight    = 0.05 // the share of its weight that a citing paper never loses
	selfCiting   = 1.5  // how much a paper counts as citing itself, beside its references
	sharedWeight = 0.1  // of a reference that two papers share
	smoothing    = 0.3  // of companions of companions
	floorBase    = 1e-4
	floorRidge   = 0.03
)

// A system is a ridge regression over the listed papers and the best
// candidates of the base: each is predicted from the others by who cites them
// together, so that the companions of a co-cited paper are explained away
// instead of counted again for every listed paper. It is Steck's EASE (2019,
// doi:10.1145/3308558.3313710) on the neighbourhood of a list, with recent
// citing papers and those close to the list weighing more, and a penalty that
// grows with how often a paper is cited.
type system struct {
	*Ground
	items  []graph.Node // the listed papers, then the candidates
	listed int          // how many of the items are listed
	recent []float64    // weight of each citing paper by its age alone, by node
	recipe recipe
}

// A solution says of each candidate of a system how well the list predicts it.
type solution struct {
	explained     []float64  // by candidate: the sum of its contributions
	contributions *mat.Dense // of listed paper (row) to candidate (column)
}

// solve finds the columns of the candidates in P, the inverse of the system's
// Gram matrix: listed paper l contributes -P(l,c)/P(c,c) to candidate c.
func (s *system) solve() (*solution, bool) {
	var cholesky mat.Cholesky
	if !cholesky.Factorize(s.gram()) {
		return nil, false
	}
	candidates := len(s.items) - s.listed
	unit := mat.NewDense(len(s.items), candidates, nil)
	for c := range candidates {
		unit.Set(s.listed+c, c, 1)
	}
	var p mat.Dense
	if err := cholesky.SolveTo(&p, unit); err != nil {
		return nil, false
	}
	out := &solution{explained: make([]float64, candidates), contributions: mat.NewDense(s.listed, candidates, nil)}
	for c := range candidates {
		for l := range s.listed {
			w := -p.At(l, c) / p.At(s.listed+c, c)
			out.contributions.Set(l, c, w)
			out.explained[c] += w
		}
	}
	return out, true
}

// gram builds the smoothed and penalised Gram matrix.
func (s *system) gram() *mat.SymDense {
	weight := s.weights()
	g := s.cocitation(weight)
	s.addCitations(g, weight)
	s.addTitles(g)
	smooth(g)
	s.penalise(g)
	return g
}

// weights gives each paper's weight as a citing paper, by node: recent papers
// and those that cite much of the list count more.
func (s *system) weights() []float64 {
	overlap := make([]int, s.g.Len())
	for _, l := range s.items[:s.listed] {
		for _, u := range s.g.Citing(l) {
			overlap[u]++
		}
	}
	weight := make([]float64, s.g.Len())
	for u := range weight {
		references := max(1, len(s.g.References(graph.Node(u))))
		near := float64(overlap[u]) / math.Sqrt(float64(references*s.listed))
		weight[u] = s.recent[u] * (1 + s.recipe.affinity*math.Pow(near, s.recipe.power))
	}
	return weight
}

// cocitation adds up the weights of the papers that cite both of two items;
// on the diagonal, of those that cite one.
func (s *system) cocitation(weight []float64) *mat.SymDense {
	place := make([]int, s.g.Len()) // of each node among the items, from 1; 0 for the others
	for i, n := range s.items {
		place[n] = i + 1
	}
	g := mat.NewSymDense(len(s.items), nil)
	raw := g.RawSymmetric()
	var cited []int
	for u := range graph.Node(s.g.Len()) {
		cited = cited[:0]
		for _, r := range s.g.References(u) {
			if place[r] > 0 {
				cited = append(cited, place[r]-1)
			}
		}
		slices.Sort(cited)
		for a, i := range cited {
			row := raw.Data[i*raw.Stride:]
			for _, j := range cited[a:] {
				row[j] += weight[u]
			}
		}
	}
	return g
}

// addCitations counts the items' citations of each other, and what they cite
// together within the system.
func (s *system) addCitations(g *mat.SymDense, weight []float64) {
	place := map[graph.Node]int{}
	for i, n := range s.items {
		place[n] = i
	}
	add := func(i, j int, x float64) { g.SetSym(i, j, g.At(i, j)+x) }
	citing := make([][]int, len(s.items)) // by item: the places of the items that cite it
	for i, n := range s.items {
		add(i, i, selfCiting*selfCiting*weight[n])
		for _, m := range s.g.References(n) {
			if j, inside := place[m]; inside {
				add(i, j, selfCiting*weight[n])
				citing[j] = append(citing[j], i)
			}
		}
	}
	for _, places := range citing {
		for a, i := range places {
			for _, j := range places[a:] {
				add(i, j, sharedWeight)
			}
		}
	}
}

// addTitles counts likeness of titles as if papers had cited the two together:
// it speaks for those that are too new to be cited. Where titles are not known
// it adds nothing.
func (s *system) addTitles(g *mat.SymDense) {
	if s.recipe.titles == 0 {
		return
	}
	t := newTitles(s.g, s.items)
	for i := range s.items {
		for j := i; j < len(s.items); j++ {
			g.SetSym(i, j, g.At(i, j)+s.recipe.titles*t.alike(i, j))
		}
	}
}

// smooth adds companions of companions: G + 0.3 D N N D, where N is G scaled
// to a unit diagonal by D, which is G + 0.3 G D^-2 G. Few items of a long list
// have companions in common, so the rows are multiplied without their zeros.
func smooth(g *mat.SymDense) {
	raw := g.RawSymmetric()
	for _, r := range rowsOf(g) {
		for a, i := range r.columns {
			row, share := raw.Data[i*raw.Stride:], smoothing*r.values[a]/max(r.diagonal, 0.3)
			for b := a; b < len(r.columns); b++ {
				row[r.columns[b]] += share * r.values[b]
			}
		}
	}
}

// A sparseRow is what is not 0 in one row of a matrix.
type sparseRow struct {
	columns  []int // rising
	values   []float64
	diagonal float64
}

func rowsOf(g *mat.SymDense) []sparseRow {
	rows := make([]sparseRow, g.SymmetricDim())
	for i := range rows {
		rows[i].diagonal = g.At(i, i)
		for j := range rows {
			if x := g.At(i, j); x != 0 {
				rows[i].columns = append(rows[i].columns, j)
				rows[i].values = append(rows[i].values, x)
			}
		}
	}
	return rows
}

// penalise adds the ridge: stronger for short lists and for papers that are
// cited often.
func (s *system) penalise(g *mat.SymDense) {
	root := make([]float64, len(s.items))
	mean := 0.0
	for i, n := range s.items {
		root[i] = math.Sqrt(s.cites[n])
		mean += 1 / root[i] / float64(len(s.items))
	}
	k := float64(s.listed)
	for i := range s.items {
		g.SetSym(i, i, g.At(i, i)+(s.recipe.ridge+4000/(k*k))*mean*root[i])
	}
}
