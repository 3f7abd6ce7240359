package gap

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// kind places a gap in time: newer if it cites the list, is not cited by it
// and is not older than half of it; a foundation if it is older than half of
// the list; else a sibling. A paper of unknown date is a foundation where the
// list cites it.
func (r *reasoner) kind(x *Gap) Kind {
	date := r.g.Date(x.Node)
	older := !date.IsZero() && r.middle.After(date)
	switch {
	case len(x.Cites) > 0 && len(x.CitedBy) == 0 && !older:
		return Newer
	case older || date.IsZero() && len(x.CitedBy) > 0:
		return Foundation
	}
	return Sibling
}

// middle is the median date of the listed papers of known date.
func middle(q *query) graph.Date {
	var dates []graph.Date
	for _, l := range q.listed {
		if d := q.g.Date(l); !d.IsZero() {
			dates = append(dates, d)
		}
	}
	if len(dates) == 0 {
		return graph.Date{}
	}
	slices.SortFunc(dates, graph.Date.Compare)
	return dates[len(dates)/2]
}

// contemporaries is how many gaps of the same kind nearest in time a gap is
// measured against.
const contemporaries = 40

// beFair gives each gap its age-fair score: by how many standard deviations
// its score lies above the mean of the gaps of its kind nearest to it in time,
// as Mariani, Medo and Zhang do for citations (2016, doi:10.1016/j.joi.2016.10.005).
// Newer gaps are measured by their newness against all of their kind: what they
// cite does not grow with their age.
func (f *Found) beFair(g *graph.Graph) {
	byKind := map[Kind][]int{}
	for i, x := range f.Gaps {
		byKind[x.Kind] = append(byKind[x.Kind], i)
	}
	for kind, places := range byKind {
		slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(f.Gaps[a].Node, f.Gaps[b].Node) })
		merits := make([]float64, len(places))
		for at, i := range places {
			merits[at] = f.Gaps[i].merit()
		}
		fair := amongContemporaries(merits)
		if kind == Newer {
			fair = amongAll(merits)
		}
		for at, i := range places {
			f.Gaps[i].Fair = rank.Round(fair[at])
		}
	}
}

// merit is what a gap is measured by within its kind.
func (x *Gap) merit() float64 {
	if x.newness != nil {
		return x.newness.worth
	}
	return x.Score
}

// amongContemporaries gives the z-score of each value among those nearest to it.
func amongContemporaries(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		from := min(max(0, i-contemporaries/2), max(0, len(values)-contemporaries))
		mean, deviation := spread(values[from:min(len(values), from+contemporaries)])
		out[i] = standing(v, mean, deviation)
	}
	return out
}

// amongAll gives the z-score of each value among all.
func amongAll(values []float64) []float64 {
	out := make([]float64, len(values))
	mean, deviation := spread(values)
	for i, v := range values {
		out[i] = standing(v, mean, deviation)
	}
	return out
}

// standing is by how many standard deviations a value lies above the mean; 0
// where all are alike.
func standing(value, mean, deviation float64) float64 {
	if deviation < 1e-6 { // scores are solved for to about that
		return 0
	}
	return (value - mean) / deviation
}

// keep keeps the gaps of some kinds, best first, ties as they stood.
func (f *Found) keep(kinds []Kind) {
	f.Gaps = slices.DeleteFunc(f.Gaps, func(x Gap) bool { return !slices.Contains(kinds, x.Kind) })
	if f.Thin == "" {
		slices.SortStableFunc(f.Gaps, compareFair)
	}
}
