// Package eval measures how well gaps are found: it hides part of lists whose
// papers are known to belong together, asks the methods of package gap for what
// is missing and counts how much of the hidden part comes back.
package eval

import (
	"cmp"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"citemap/graph"
	"citemap/graph/gap"
)

// A HoldOut is a list whose papers are known to belong together, as a question
// to the methods: part of it is hidden and has to be found again.
type HoldOut struct {
	Name    string
	AsOf    graph.Date // the corpus is cut there; zero: not at all
	Exclude []graph.PaperID
	Papers  []graph.PaperID
}

// Options says how to hold out. The zero value hides half of each list
// once and asks every method.
type Options struct {
	Hide    float64 // share of a list that is hidden, between 0 and 1; 0: half
	Trials  int     // how many different halves of each list; 0: one
	Seed    uint64
	Given   int // give so many papers at most, whatever Hide says; 0: no limit
	Methods []gap.Method

	// Gathered, where above 0, makes known only the reference lists that
	// gathering would bring: those of the given papers, of their references and
	// of so many of the newest papers citing each given paper, and then those of
	// the newest papers citing the best candidates.
	Gathered int
}

// An Outcome is the quality of each method on one list, the mean over its
// trials, in the order of the methods asked.
type Outcome struct {
	Name    string
	Found   int // papers of the list that are in the cut corpus
	Quality []Quality
}

// Evaluation is how well the methods do over all lists.
type Evaluation struct {
	Options Options // as they were taken
	Methods []gap.Method
	Lists   []Outcome
	Skipped []string  // lists of which fewer than two papers are in the corpus
	Mean    []Quality // by method
	Errors  []Quality // standard errors of Mean over lists
}

// Evaluate holds out part of each list. For each it takes the excluded papers
// out of the corpus and cuts it at the list's date, so that nothing written
// later and no count of today speaks. Candidates are all papers left that were
// not given; ties go to PaperID.
func Evaluate(c *graph.Corpus, lists []HoldOut, o Options) *Evaluation {
	o = o.withDefaults()
	e := &Evaluation{Options: o, Methods: o.Methods}
	outcomes := inParallel(len(lists), func(i int) *Outcome { return hold(c, lists[i], o) })
	for i, out := range outcomes {
		if out == nil {
			e.Skipped = append(e.Skipped, lists[i].Name)
			continue
		}
		e.Lists = append(e.Lists, *out)
	}
	e.summarise()
	return e
}

func (o Options) withDefaults() Options {
	o.Hide = cmp.Or(o.Hide, 0.5)
	o.Trials = max(o.Trials, 1)
	if len(o.Methods) == 0 {
		o.Methods = gap.Methods()
	}
	return o
}

// hold evaluates one list; nil where too little of it is in the corpus.
func hold(c *graph.Corpus, list HoldOut, o Options) *Outcome {
	trials := Trials(c, list, o)
	if len(trials) == 0 {
		return nil
	}
	out := &Outcome{Name: list.Name, Found: len(trials[0].Given) + len(trials[0].Hidden), Quality: make([]Quality, len(o.Methods))}
	alphabet := trials[0].Graph.PlacesByID()
	for _, t := range trials {
		scores := t.Ground.Scores(t.Given)
		for i, m := range o.Methods {
			q := quality(ranksOf(scores(m), alphabet, t.Given, t.Hidden))
			for j, v := range q.values() {
				*out.Quality[i].values()[j] += *v / float64(len(trials))
			}
		}
	}
	return out
}

// A Trial is a list of which part is hidden, and the ground on which to look for it.
type Trial struct {
	Graph         *graph.Graph
	Ground        *gap.Ground
	Given, Hidden []graph.Node
}

// Trials holds out parts of a list; none where too little of it is in the corpus.
func Trials(c *graph.Corpus, list HoldOut, o Options) []Trial {
	o = o.withDefaults()
	g := graph.New(c.Without(list.Exclude).Until(list.AsOf))
	papers := nodesOf(g, list.Papers)
	if len(papers) < 2 {
		return nil
	}
	ground := gap.NewGround(g)
	trials := make([]Trial, o.Trials)
	for i := range trials {
		t := Trial{Graph: g, Ground: ground}
		t.Given, t.Hidden = split(papers, list.Name, i, o)
		if o.Gathered > 0 {
			t.Ground = gathered(g, ground, t.Given, o.Gathered)
		}
		trials[i] = t
	}
	return trials
}

// gathered is the ground with the reference lists that gathering would bring:
// those of the given papers, of their references and of the newest papers
// citing them, and then those of the newest papers citing the best candidates.
// How often a paper is cited in all is known of the source.
func gathered(g *graph.Graph, ground *gap.Ground, given []graph.Node, citing int) *gap.Ground {
	known := make([]bool, g.Len())
	for _, l := range given {
		known[l] = true
		for _, r := range g.References(l) {
			known[r] = true
		}
		markNewest(known, g.Citing(l), citing)
	}
	first := ground.Knowing(known)
	for _, c := range first.Best(given, gap.BestCandidates) {
		markNewest(known, g.Citing(c), gap.BestCiting)
	}
	return ground.Knowing(known)
}

// markNewest marks the last of some nodes, which are in the order of time.
func markNewest(known []bool, nodes []graph.Node, newest int) {
	for _, n := range nodes[max(0, len(nodes)-newest):] {
		known[n] = true
	}
}

func nodesOf(g *graph.Graph, ids []graph.PaperID) []graph.Node {
	var nodes []graph.Node
	for _, id := range ids {
		if n, found := g.Find(id); found && !slices.Contains(nodes, n) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// split shuffles the list by its name, the trial and the seed, so that a
// list's halves do not depend on the lists around it.
func split(papers []graph.Node, name string, trial int, o Options) (given, hidden []graph.Node) {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name + "/" + strconv.Itoa(trial)))
	papers = slices.Clone(papers)
	slices.Sort(papers)
	r := rand.New(rand.NewPCG(o.Seed, h.Sum64()))
	r.Shuffle(len(papers), func(i, j int) { papers[i], papers[j] = papers[j], papers[i] })
	k := len(papers) - int(math.Round(o.Hide*float64(len(papers))))
	k = min(max(k, 1), len(papers)-1)
	if o.Given > 0 {
		k = min(k, o.Given)
	}
	return papers[:k], papers[k:]
}

// summarise takes the mean over lists and its standard error.
func (e *Evaluation) summarise() {
	e.Mean, e.Errors = make([]Quality, len(e.Methods)), make([]Quality, len(e.Methods))
	for i := range e.Methods {
		for j := range e.Mean[i].values() {
			var values []float64
			for _, l := range e.Lists {
				values = append(values, *l.Quality[i].values()[j])
			}
			*e.Mean[i].values()[j], *e.Errors[i].values()[j] = meanAndError(values)
		}
	}
}

// meanAndError gives the mean and its standard error, 0 for fewer than two.
func meanAndError(values []float64) (mean, err float64) {
	n := float64(len(values))
	if n == 0 {
		return 0, 0
	}
	for _, v := range values {
		mean += v / n
	}
	for _, v := range values {
		err += (v - mean) * (v - mean)
	}
	if n < 2 {
		return mean, 0
	}
	return mean, math.Sqrt(err / (n - 1) / n)
}
