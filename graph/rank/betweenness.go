package rank

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"citemap/graph"
)

// Work, in papers and citations looked at, up to which the measure Betweenness
// is exact (a few seconds at most), and what it may cost beyond.
const (
	exactWork     = 2.5e9
	sampledWork   = 3e8
	fewestSources = 100
)

// A Bridges is the betweenness of the papers of a graph.
type Bridges struct {
	// Scores are by graph.Node: the number of ordered pairs (s, t) of other
	// papers such that the shortest chains of citations from s to t lead through
	// the paper, a pair of several shortest chains counting by their share; not
	// normalised, between 0 and (n-1)(n-2).
	Scores []float64

	// Sources is how many papers s were looked at: all of them, or a sample.
	Sources int

	// Errors are the standard errors of sampled scores, by graph.Node; nil
	// where all papers were looked at.
	Errors []float64

	// Bound holds for all papers at once: with a chance of 90 % none of the
	// scores is off by more. 0 where all papers were looked at.
	Bound float64
}

// BetweennessOf computes betweenness (Freeman 1977, doi:10.2307/3033543),
//
//	B(p) = sum over s, t other than p of paths(s,t through p)/paths(s,t)
//
// over shortest chains of citations, citing to cited, by Brandes' algorithm
// (2001, doi:10.1080/0022250X.2001.9990249), on all processors; the scores do
// not depend on how many there are.
//
// With sources 0, or as many as there are papers, it is exact. Else only so
// many papers s, rounded up to an even number, are looked at (Brandes and Pich
// 2007, doi:10.1142/S0218127407018403): two out of each of sources/2 groups of
// papers that follow one another in time, by a seeded choice, which gives an
// unbiased estimate. By Hoeffding's inequality (1963,
// doi:10.1080/01621459.1963.10500830) over n papers it is off by more than
//
//	n(n-2) sqrt(ln(20 n) / (2 sources))
//
// (a little more where the groups are uneven) for any paper with a chance of
// at most 10 %. The bound knows the worst graph: Errors tell of this one.
func BetweennessOf(g *graph.Graph, sources int) Bridges {
	n := g.Len()
	if sources <= 0 || sources >= n-1 {
		all := make([]sample, n)
		for s := range all {
			all[s] = sample{s, s + 1, []graph.Node{graph.Node(s)}}
		}
		scores, _ := bridges(g, all)
		return Bridges{Scores: scores, Sources: n}
	}
	groups := samples(n, (sources+1)/2)
	b := Bridges{Sources: 2 * len(groups)}
	b.Scores, b.Errors = bridges(g, groups)
	squares := 0.0
	for i, v := range b.Errors {
		b.Errors[i] = math.Sqrt(v)
	}
	for _, s := range groups {
		most := s.weight() * float64(n-2)
		squares += 2 * most * most
	}
	b.Bound = math.Sqrt(squares * math.Log(20*float64(n)) / 2)
	return b
}

// Sources is from how many papers the measure Betweenness looks at a graph,
// which makes it an estimate; 0: from all, which makes it exact.
func Sources(g *graph.Graph) int {
	each := float64(g.Len() + g.Citations())
	if each*float64(g.Len()) <= exactWork {
		return 0
	}
	return max(fewestSources, int(sampledWork/each))
}

// A sample is the sources that stand for a group of papers, those from begin
// up to, but not including, end.
type sample struct {
	begin, end int
	sources    []graph.Node
}

// weight is how many papers a source stands for.
func (s *sample) weight() float64 { return float64(s.end-s.begin) / float64(len(s.sources)) }

// samples draws two sources out of each of so many groups.
func samples(papers, groups int) []sample {
	r := rand.New(rand.NewPCG(uint64(papers), uint64(groups)))
	all := make([]sample, groups)
	for i := range all {
		begin, end := papers*i/groups, papers*(i+1)/groups
		first, second := r.IntN(end-begin), r.IntN(end-begin-1)
		if second >= first {
			second++
		}
		all[i] = sample{begin, end, []graph.Node{graph.Node(begin + first), graph.Node(begin + second)}}
	}
	return all
}

// portions is into how many portions the sources are cut, each of which is
// added up by itself: their number is fixed for the sums to be.
const portions = 256

// bridges adds up what the samples tell, and the variance of that.
func bridges(g *graph.Graph, all []sample) (scores, variance []float64) {
	scores, variance = make([]float64, g.Len()), make([]float64, g.Len())
	size := max(1, (len(all)+portions-1)/portions)
	var queue turns
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (len(all)+size-1)/size) {
		wg.Go(func() {
			t := newTeller(g)
			for i := queue.next(); i*size < len(all); i = queue.next() {
				t.tell(all[i*size : min(len(all), (i+1)*size)])
				queue.inTurn(i, func() { t.hand(scores, variance) })
			}
		})
	}
	wg.Wait()
	return scores, variance
}

// A teller is one worker of bridges.
type teller struct {
	*brandes
	apart    []float64 // how the dependencies of two sources of a group differ
	variance []float64
}

func newTeller(g *graph.Graph) *teller {
	return &teller{newBrandes(g), make([]float64, g.Len()), make([]float64, g.Len())}
}

// tell searches from the sources of samples.
func (t *teller) tell(all []sample) {
	for _, s := range all {
		if len(s.sources) == 1 {
			t.from(s.sources[0], s.weight(), nil, 0)
			continue
		}
		t.from(s.sources[0], s.weight(), t.apart, 1)
		t.from(s.sources[1], s.weight(), t.apart, -1)
		size := float64(s.end - s.begin)
		for n, x := range t.apart {
			// Of the mean of two out of size, drawn without replacement.
			t.variance[n] += size * (size - 2) * x * x / 4
			t.apart[n] = 0
		}
	}
}

// hand adds what was told to the totals and forgets it.
func (t *teller) hand(scores, variance []float64) {
	for n := range scores {
		scores[n] += t.sum[n]
		variance[n] += t.variance[n]
		t.sum[n], t.variance[n] = 0, 0
	}
}

// turns hands out numbers 0, 1, 2, ... and lets their holders act in that order.
type turns struct {
	mu        sync.Mutex
	out, done int
	waiting   sync.Cond
}

func (t *turns) next() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.out++
	return t.out - 1
}

// inTurn acts once all before i have.
func (t *turns) inTurn(i int, act func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.waiting.L = &t.mu
	for t.done != i {
		t.waiting.Wait()
	}
	act()
	t.done++
	t.waiting.Broadcast()
}
