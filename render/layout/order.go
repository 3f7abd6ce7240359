package layout

import (
	"cmp"
	"math"
	"slices"

	"citemap/render"
)

// A tie pulls a paper toward another.
type tie struct {
	paper  int
	weight float64
}

// tiesOf gives the ties of each paper, both ways.
func tiesOf(m *render.Map) [][]tie {
	ties := make([][]tie, len(m.Papers))
	for _, c := range m.View.Citations {
		weight := 1.0
		if c.Main {
			weight = 3
		}
		ties[c.Citing] = append(ties[c.Citing], tie{c.Cited, weight})
		ties[c.Cited] = append(ties[c.Cited], tie{c.Citing, weight})
	}
	return ties
}

// sweeps is how often all lines are set anew by where their neighbours stand.
const sweeps = 30

// settle gives each paper its middle along its line, so that it is near those that
// it cites or that cite it: the best of all sweeps.
func (w *weave) settle(lines [][]int, ties [][]tie, community []int) []float64 {
	at := w.first(lines, community)
	best, least := slices.Clone(at), math.Inf(1)
	for sweep := range sweeps {
		for i := range lines {
			line := lines[i]
			if sweep%2 == 1 {
				line = lines[len(lines)-1-i]
			}
			w.pull(line, ties, at, sweep < sweeps*2/3)
		}
		if c := w.cost(ties, at); sweep > 2 && c < least {
			best, least = slices.Clone(at), c
		}
	}
	w.stretch(lines, best)
	return best
}

// mostStretch is by how much papers may be drawn apart to fill their lines.
const mostStretch = 2.5

// stretch draws all papers apart until some line is full, so that arrows find room.
func (w *weave) stretch(lines [][]int, at []float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, line := range lines {
		for _, p := range line {
			low, high = min(low, at[p]), max(high, at[p])
		}
	}
	by := mostStretch
	middle := (low + high) / 2
	for _, line := range lines {
		for _, p := range line {
			if off := math.Abs(at[p] - middle); off > 0 {
				by = min(by, (w.length-w.strips[p].along)/2/off)
			}
		}
	}
	for _, line := range lines {
		for _, p := range line {
			if by >= 1 {
				at[p] = w.length/2 + (at[p]-middle)*by
			}
		}
	}
}

// first sets the papers of each line by community, evenly.
func (w *weave) first(lines [][]int, community []int) []float64 {
	at := make([]float64, len(w.strips))
	for _, line := range lines {
		slices.SortStableFunc(line, func(a, b int) int { return cmp.Compare(community[a], community[b]) })
		for i, p := range line {
			at[p] = w.length * (float64(i) + 0.5) / float64(len(line))
		}
	}
	return at
}

// pull moves the papers of a line to the mean of their ties, as near as the line
// allows; in another order where that may be.
func (w *weave) pull(line []int, ties [][]tie, at []float64, reorder bool) {
	want := map[int]float64{}
	for _, p := range line {
		sum, weight := 0.0, 0.0
		for _, t := range ties[p] {
			sum, weight = sum+t.weight*at[t.paper], weight+t.weight
		}
		want[p] = at[p]
		if weight > 0 {
			want[p] = sum / weight
		}
	}
	if reorder {
		slices.SortStableFunc(line, func(a, b int) int {
			return cmp.Or(cmp.Compare(math.Round(want[a]), math.Round(want[b])), cmp.Compare(at[a], at[b]))
		})
	}
	w.fit(line, want, at)
}

// fit sets the papers of a line as near to where they want to be as their order and
// the gaps between them allow: pool adjacent violators, by least squares.
func (w *weave) fit(line []int, want map[int]float64, at []float64) {
	type pool struct{ sum, papers float64 }
	var pools []pool
	offset, offsets := 0.0, make([]float64, len(line))
	for i, p := range line {
		if i > 0 {
			offset += (w.strips[line[i-1]].along+w.strips[p].along)/2 + w.gap
		}
		offsets[i] = offset
		pools = append(pools, pool{want[p] - offset, 1})
		for n := len(pools); n > 1 && pools[n-2].sum/pools[n-2].papers >= pools[n-1].sum/pools[n-1].papers; n-- {
			pools[n-2].sum += pools[n-1].sum
			pools[n-2].papers += pools[n-1].papers
			pools = pools[:n-1]
		}
	}
	low := w.strips[line[0]].along / 2
	high := w.length - w.strips[line[len(line)-1]].along/2 - offset
	i := 0
	for _, q := range pools {
		for range int(q.papers) {
			at[line[i]] = max(low, min(high, q.sum/q.papers)) + offsets[i]
			i++
		}
	}
}

// cost is how far apart tied papers stand along their lines.
func (w *weave) cost(ties [][]tie, at []float64) float64 {
	sum := 0.0
	for p := range ties {
		for _, t := range ties[p] {
			sum += t.weight * math.Abs(at[p]-at[t.paper])
		}
	}
	return sum
}
