package evidence

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// A reading is what the systems of a case say, to be put into signs.
type reading struct {
	*scene
	*Finding
	mild, lasting []float64 // explained by the system of mild penalty, and by that which hardly forgets
}

// A Sign is one number that speaks for a candidate, or against it.
type Sign struct {
	Name  string
	Alike bool // for all candidates of a list
	of    func(*reading) []float64
}

// ScoredSigns are the signs of candidates: the smallest set found that keeps what
// the 34 of the reference gain on fields left out. The last two are the same for
// all candidates of a list: 1, and whether the list has but begun.
var ScoredSigns = []Sign{
	{Name: "formula", of: func(r *reading) []float64 { return r.formula(r.Explained, 3, 0.05) }},
	{Name: "mild", of: func(r *reading) []float64 { return logShares(r.mild, 0.05) }},
	{Name: "lasting", of: func(r *reading) []float64 { return logShares(r.lasting, 0.05) }},
	{Name: "share", of: (*reading).shares},
	{Name: "spread", of: (*reading).spread},
	{Name: "years", of: (*reading).years},
	{Name: "one", Alike: true},
	{Name: "begun", Alike: true},
}

// signs gives the signs of each candidate in standard deviations from their
// mean over the candidates, and those that are the same for all.
func (r *reading) signs() [][]float64 {
	out := make([][]float64, len(r.Candidates))
	for _, s := range ScoredSigns {
		if s.Alike {
			continue
		}
		values := s.of(r)
		mean, deviation := stat.PopMeanStdDev(values, nil)
		for i, v := range values {
			out[i] = append(out[i], (v-mean)/(deviation+1e-6))
		}
	}
	for i := range out {
		out[i] = append(out[i], 1, begun(len(r.Listed)))
	}
	return out
}

// begun is 1 for a list of fewer papers than the halves of lists that were held
// out, which counts as the beginning of a longer one, and 0 for any other.
func begun(listed int) float64 {
	if listed < Half {
		return 1
	}
	return 0
}

// shares is E / max E.
func (r *reading) shares() []float64 {
	out, most := make([]float64, len(r.Explained)), greatest(r.Explained)
	for i, e := range r.Explained {
		out[i] = e / most
	}
	return out
}

// spread is the logarithm of how many listed papers a candidate rests on: of
// the contributions w above 0, (sum w)^2 / sum w^2.
func (r *reading) spread() []float64 {
	out := make([]float64, len(r.Candidates))
	for c := range out {
		sum, squares := 1e-9, 1e-12
		for l := range r.Listed {
			w := max(r.Contributions.At(l, c), 0)
			sum += w
			squares += w * w
		}
		out[c] = math.Log(sum*sum/squares + 1e-3)
	}
	return out
}

// years says how near in time a candidate is to the listed papers, by the
// logarithms of their ages: log(mean of exp(-(difference/0.25)^2 / 2) + 0.05).
// One without a date is as near as the others are in the mean.
func (r *reading) years() []float64 {
	var listed []float64
	for _, l := range r.Listed {
		if r.Graph.Date(l).Year > 0 {
			listed = append(listed, math.Log1p(r.age(l)))
		}
	}
	out, known := make([]float64, len(r.Candidates)), []float64{}
	for i, c := range r.Candidates {
		if r.Graph.Date(c).Year > 0 {
			out[i] = nearInTime(math.Log1p(r.age(c)), listed)
			known = append(known, out[i])
		}
	}
	if len(known) == 0 {
		return out
	}
	mean := stat.Mean(known, nil)
	for i, c := range r.Candidates {
		if r.Graph.Date(c).Year == 0 {
			out[i] = mean
		}
	}
	return out
}

func nearInTime(age float64, listed []float64) float64 {
	sum := 0.0
	for _, other := range listed {
		d := (age - other) / 0.25
		sum += math.Exp(-d * d / 2)
	}
	return math.Log(sum/float64(max(len(listed), 1)) + 0.05)
}

// ThinSigns are the signs where the corpus is too thin for a system.
var ThinSigns = []Sign{{Name: "order"}, {Name: "count"}, {Name: "part"}, {Name: "one", Alike: true}, {Name: "begun", Alike: true}}

// Thin gives the signs of a candidate in a thin corpus that stands at this place
// by count, from 0, and that so many of the listed papers cite.
func Thin(place, citedBy, listed int) []float64 {
	return []float64{math.Log1p(float64(place)), math.Log1p(float64(citedBy)), float64(citedBy) / float64(max(listed, 1)), 1, begun(listed)}
}
