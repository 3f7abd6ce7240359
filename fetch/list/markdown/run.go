package markdown

import (
	"strings"

	"citemap/fetch/citation/words"
)

// A run is a run of text in one dress: what is left of Markdown and HTML
// once only the words, their links and their lines matter.
type run struct {
	text       string
	start, end int // in the document
	bold       bool
	italic     bool
	link       int // 1 + its place in the block's links; 0 outside links
	gap        gap // a run with a gap has no text
	cell       int // the table cell it stands in, from 0
}

// A gap separates runs.
type gap uint8

const (
	noGap   gap = iota
	lineGap     // a line break that was meant, or the end of a paragraph
	cellGap     // the end of a table cell
)

// plainText joins the words of runs on one line.
func plainText(runs []run) string {
	if len(runs) == 1 {
		return words.OneLine(runs[0].text)
	}
	var b strings.Builder
	for _, p := range runs {
		if p.gap != noGap {
			b.WriteByte(' ')
		}
		b.WriteString(p.text)
	}
	return words.OneLine(b.String())
}

// compact joins neighbours that are dressed alike into one run.
func compact(runs []run) []run {
	var out []run
	for i := 0; i < len(runs); {
		j, p := i+1, runs[i]
		for j < len(runs) && p.gap == noGap && p.alike(runs[j]) {
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, q := range runs[i:j] {
				b.WriteString(q.text)
				p.end = max(p.end, q.end)
			}
			p.text = b.String()
		}
		out = append(out, p)
		i = j
	}
	return out
}

// begin gives where the words of a run begin, behind white space.
func (p run) begin() int {
	space := len(p.text) - len(strings.TrimLeft(p.text, " \t\n"))
	return min(p.start+space, p.end)
}

func (p run) alike(q run) bool {
	return q.gap == noGap && p.bold == q.bold && p.italic == q.italic && p.link == q.link && p.cell == q.cell
}

// length counts the bytes of runs' text.
func length(runs []run) int {
	n := 0
	for _, p := range runs {
		n += len(p.text)
	}
	return n
}

// firstLine gives the runs up to the first break.
func firstLine(runs []run) []run {
	for i, p := range runs {
		if p.gap != noGap {
			return runs[:i]
		}
	}
	return runs
}

func allBold(runs []run) bool {
	for _, p := range runs {
		if !p.bold && strings.TrimSpace(words.StripEmoji(p.text)) != "" {
			return false
		}
	}
	return true
}

// slice gives a part of a run.
func (r run) slice(from, to int) run {
	part := r
	part.text = r.text[from:to]
	part.start = min(r.start+from, r.end)
	if to < len(r.text) {
		part.end = min(r.start+to, r.end)
	}
	return part
}
