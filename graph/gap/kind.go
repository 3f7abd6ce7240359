package gap

import (
	"cmp"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/rank"
)

// kind places a gap in time: newer if it cites the list, is not cited by it
// and is not older than half of it; a foundation if it is older than half of
// the list; else a sibling. A paper of unknown date is a foundation where the
// list cites it.
func (r *reasoner) kind(x *Gap) Kind {
	date := r.g.Paper(x.Node).Date
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
		if d := q.g.Paper(l).Date; !d.IsZero() {
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
func (f *Found) beFair(g *graph.Graph) {
	byKind := map[Kind][]int{}
	for i, x := range f.Gaps {
		byKind[x.Kind] = append(byKind[x.Kind], i)
	}
	for _, places := range byKind {
		slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(f.Gaps[a].Node, f.Gaps[b].Node) })
		for at, i := range places {
			from := min(max(0, at-contemporaries/2), max(0, len(places)-contemporaries))
			window := places[from:min(len(places), from+contemporaries)]
			f.Gaps[i].Fair = rank.Round(f.standing(i, window))
		}
	}
}

// standing is the z-score of a gap's score among those of a window; 0 where
// they are all alike.
func (f *Found) standing(i int, window []int) float64 {
	n, mean, spread := float64(len(window)), 0.0, 0.0
	for _, j := range window {
		mean += f.Gaps[j].Score / n
	}
	for _, j := range window {
		spread += (f.Gaps[j].Score - mean) * (f.Gaps[j].Score - mean) / n
	}
	if spread < 1e-12 { // scores are solved for to about that
		return 0
	}
	return (f.Gaps[i].Score - mean) / math.Sqrt(spread)
}

// keep keeps the gaps of some kinds, best first by their age-fair scores, ties
// as they stood.
func (f *Found) keep(kinds []Kind) {
	f.Gaps = slices.DeleteFunc(f.Gaps, func(x Gap) bool { return !slices.Contains(kinds, x.Kind) })
	if f.Thin == "" {
		slices.SortStableFunc(f.Gaps, func(a, b Gap) int { return cmp.Compare(b.Fair, a.Fair) })
	}
}
