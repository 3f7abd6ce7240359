package study

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// A ReferenceYear is a year with the references that lead to papers of it.
type ReferenceYear struct {
	Year       int
	References int // of the papers looked at, as far as they are known and lead into the corpus

	// Deviation is References less the median of the five years around it, itself
	// among them.
	Deviation int

	Most  graph.Node // the paper of the year that most references lead to, ties by PaperID
	Times int        // how many do; 0: Most is none
}

// mostYears is how many years a spectrum has: what is older is found by no median.
const mostYears = 120

// ReferenceYears counts the references of the listed papers, or without a list
// of all, by the year of the paper they lead to: the spectrum of their reference
// publication years (Marx, Bornmann, Barth and Leydesdorff 2014,
// doi:10.1002/asi.23089). Years that stand out hold what the list builds on. They
// are every year from the first to the last that a reference leads to, the newest
// 120 of them; none where no reference does.
func (f *Findings) ReferenceYears() []ReferenceYear {
	citing := f.Graph.Listed()
	if len(citing) == 0 {
		citing = all(f.Graph)
	}
	times := map[graph.Node]int{}
	first, last := 0, 0
	for _, n := range citing {
		for _, r := range f.Graph.References(n) {
			if year := f.Graph.Paper(r).Date.Year; year > 0 {
				times[r]++
				last = max(last, year)
				if first == 0 || year < first {
					first = year
				}
			}
		}
	}
	if last == 0 {
		return nil
	}
	first = max(first, last-mostYears+1)
	years := make([]ReferenceYear, last-first+1)
	for i := range years {
		years[i].Year = first + i
	}
	for n, k := range times { // each adds to a sum or is compared: order cannot matter
		if at := f.Graph.Paper(n).Date.Year - first; at >= 0 {
			years[at].add(f.Graph, n, k)
		}
	}
	for i := range years {
		years[i].Deviation = years[i].References - median(years, i)
	}
	return years
}

// add counts the references that lead to a paper of the year.
func (y *ReferenceYear) add(g *graph.Graph, n graph.Node, times int) {
	y.References += times
	if times > y.Times || times == y.Times && cmp.Compare(g.Paper(n).ID, g.Paper(y.Most).ID) < 0 {
		y.Most, y.Times = n, times
	}
}

// median is that of the references of five years around the i-th; a year outside
// has none.
func median(years []ReferenceYear, i int) int {
	var around [5]int
	for k := range around {
		if at := i + k - 2; at >= 0 && at < len(years) {
			around[k] = years[at].References
		}
	}
	slices.Sort(around[:])
	return around[2]
}

// Peaks gives up to n years that stand out: by two references or more above the
// median around them, farther than either neighbour, and with a paper that two or more
// lead to. They are in the order of time; the n farthest are taken, the older of two.
func Peaks(years []ReferenceYear, n int) []ReferenceYear {
	var peaks []ReferenceYear
	for i, y := range years {
		if y.Deviation > 1 && y.Times > 1 && (i == 0 || years[i-1].Deviation < y.Deviation) && (i == len(years)-1 || years[i+1].Deviation <= y.Deviation) {
			peaks = append(peaks, y)
		}
	}
	slices.SortStableFunc(peaks, func(a, b ReferenceYear) int { return cmp.Compare(b.Deviation, a.Deviation) })
	peaks = peaks[:min(n, len(peaks))]
	slices.SortFunc(peaks, func(a, b ReferenceYear) int { return cmp.Compare(a.Year, b.Year) })
	return peaks
}
