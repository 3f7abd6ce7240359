// Package eval measures how well gaps are found: it hides part of lists whose
// papers are known to belong together, asks the methods of package gap for what
// is missing and counts how much of the hidden part comes back.
package eval

import (
	"cmp"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/gap/evidence"
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

	// Rounds, where above 0, simulates rounds of so many looks (see Rounds).
	Rounds int

	// Weights are those to weigh the evidence by; nil: those learned.
	Weights *evidence.Weights
}

// An Outcome is the quality of each method on one list, the mean over its
// trials, in the order of the methods asked.
type Outcome struct {
	Name    string
	Found   int // papers of the list that are in the cut corpus
	Quality []Quality

	reliability Reliability
}

// Evaluation is how well the methods do over all lists.
type Evaluation struct {
	Options Options // as they were taken
	Methods []gap.Method
	Lists   []Outcome
	Skipped []string  // lists of which fewer than two papers are in the corpus
	Mean    []Quality // by method
	Errors  []Quality // standard errors of Mean over lists

	// Paired are the differences of Citemap to the other methods, where it was asked.
	Paired []Difference

	// Reliability is that of the chances of Citemap, where it was asked, over the
	// candidates that its system holds.
	Reliability *Reliability

	Rounds *Rounds // nil where they were not asked for
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
	if o.Rounds > 0 {
		e.Rounds = inRounds(c, lists, o)
	}
	e.summarise()
	if slices.Contains(o.Methods, gap.Citemap) {
		e.pair()
		e.Reliability = &Reliability{}
		for _, l := range e.Lists {
			e.Reliability.Add(&l.reliability)
		}
	}
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
	h := NewHeld(c, list)
	if h == nil {
		return nil
	}
	out := &Outcome{Name: list.Name, Found: len(h.papers), Quality: make([]Quality, len(o.Methods))}
	alphabet := h.Graph.PlacesByID()
	for i := range o.Trials {
		t := h.Trial(i, o)
		answer := t.Ground.Ask(t.Given)
		for i, m := range o.Methods {
			q := QualityOf(RanksOf(answer.Scores(m), alphabet, t.Given, t.Hidden))
			for j, v := range q.values() {
				*out.Quality[i].values()[j] += *v / float64(o.Trials)
			}
		}
		if slices.Contains(o.Methods, gap.Citemap) {
			out.reliability.judge(answer.Judgement(), t.Hidden)
		}
	}
	return out
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

// A Difference is nDCG@50 of Citemap less that of another method on the same
// lists: its mean and standard error.
type Difference struct {
	Method      gap.Method
	Mean, Error float64
}

// pair takes the differences list by list, of which the standard error is far
// smaller than that of the means.
func (e *Evaluation) pair() {
	ours := slices.Index(e.Methods, gap.Citemap)
	for i, m := range e.Methods {
		if i == ours {
			continue
		}
		var values []float64
		for _, l := range e.Lists {
			values = append(values, l.Quality[ours].NDCG50-l.Quality[i].NDCG50)
		}
		d := Difference{Method: m}
		d.Mean, d.Error = meanAndError(values)
		e.Paired = append(e.Paired, d)
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
