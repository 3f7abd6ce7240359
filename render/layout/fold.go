package layout

import "slices"

// A strip is how long and how thick a box is, along its line and across it.
type strip struct{ along, across float64 }

// A weave sets papers in lines: what it needs to know of them and of the page.
type weave struct {
	strips  []strip
	cites   [][]int // by paper, those it cites
	length  float64 // of a line
	gap     float64 // between two papers of a line, at least
	channel float64 // between two lines, at least
	line    []int   // of each paper that is being set, from 1; scratch of into
}

// fullest is how much of a line boxes may take: arrows pass between them.
const fullest = 0.86

// fold sets the papers of a band in as few lines as hold them and at least so many.
// Papers come after those that they cite, as far as there are lines.
func (w *weave) fold(papers []int, least int) [][]int {
	total, widest := 0.0, 0.0
	for _, p := range papers {
		total += w.strips[p].along + w.gap
		widest = max(widest, w.strips[p].along+w.gap)
	}
	for n := max(least, int(total/(fullest*w.length))+1, 1); ; n++ {
		room := max(min(fullest*w.length, total/float64(n)*1.15+widest/2), widest)
		if lines := w.into(papers, n, room); lines != nil {
			return lines
		}
	}
}

// into sets papers in n lines with so much room; nil where they do not fit.
func (w *weave) into(papers []int, n int, room float64) [][]int {
	if w.line == nil {
		w.line = make([]int, len(w.strips))
	}
	defer func() {
		for _, p := range papers {
			w.line[p] = 0
		}
	}()
	lines, taken := make([][]int, n), make([]float64, n)
	for _, p := range papers {
		from := 0
		for _, c := range w.cites[p] {
			from = max(from, w.line[c])
		}
		own := w.strips[p].along + w.gap
		line := freeLine(taken, room-own, min(from, n-1))
		if line < 0 {
			return nil
		}
		w.line[p] = line + 1
		lines[line], taken[line] = append(lines[line], p), taken[line]+own
	}
	return slices.DeleteFunc(lines, func(l []int) bool { return len(l) == 0 })
}

// freeLine gives the first line from one on that takes no more than so much, else the
// last one before it; -1 where there is none.
func freeLine(taken []float64, most float64, from int) int {
	for line := from; line < len(taken); line++ {
		if taken[line] <= most {
			return line
		}
	}
	for line := from - 1; line >= 0; line-- {
		if taken[line] <= most {
			return line
		}
	}
	return -1
}

// depth is how much of the page bands take.
func (w *weave) depth(bands []band) float64 {
	sum := 0.0
	for _, b := range bands {
		for _, line := range b.lines {
			sum += w.thickness(line) + w.channel
		}
	}
	return sum
}

// thickness is that of the thickest paper.
func (w *weave) thickness(line []int) float64 {
	most := 0.0
	for _, p := range line {
		most = max(most, w.strips[p].across)
	}
	return most
}

// within counts the citations among the papers of a line, which lead nowhere that
// arrows are seen well.
func (w *weave) within(line []int) int {
	n := 0
	for _, p := range line {
		for _, c := range w.cites[p] {
			if slices.Contains(line, c) {
				n++
			}
		}
	}
	return n
}

// squeeze joins bands that follow each other until they take no more than a depth:
// each time those two that need most to. It reports whether they then do.
func (w *weave) squeeze(bands []band, depth float64) ([]band, bool) {
	for i := range bands {
		bands[i].lines = w.fold(bands[i].papers, 1)
	}
	for w.depth(bands) > depth {
		best, cost := -1, 0.0
		for i := 0; i+1 < len(bands); i++ {
			both := joined(bands[i], bands[i+1])
			both.lines = w.fold(both.papers, 1)
			saved := max(w.depth(bands[i:i+2])-w.depth([]band{both}), w.channel/1000) // the next may save then
			if c := w.strain(both) / saved; best < 0 || c < cost {
				best, cost = i, c
			}
		}
		if best < 0 {
			return bands, false
		}
		both := joined(bands[best], bands[best+1])
		both.lines = w.fold(both.papers, 1)
		bands = slices.Replace(bands, best, best+2, both)
	}
	return bands, true
}

// strain is how little papers of a band belong together: it grows with the citations within
// its lines, its years and its papers.
func (w *weave) strain(b band) float64 {
	sum := 1 + float64(b.last-b.first)/3 + float64(len(b.papers))/4
	if b.undated {
		sum += 3
	}
	for _, line := range b.lines {
		sum += float64(w.within(line))
	}
	return sum
}

// loosen gives bands in whose lines papers cite each other more lines, as long
// as the depth allows.
func (w *weave) loosen(bands []band, depth float64) {
	for again := true; again; {
		again = false
		for i := range bands {
			b := &bands[i]
			before := 0
			for _, line := range b.lines {
				before += w.within(line)
			}
			if before == 0 {
				continue
			}
			kept := b.lines
			b.lines = w.fold(b.papers, len(kept)+1)
			after := 0
			for _, line := range b.lines {
				after += w.within(line)
			}
			if after >= before || len(b.lines) == len(kept) || w.depth(bands) > depth {
				b.lines = kept
				continue
			}
			again = true
		}
	}
}
