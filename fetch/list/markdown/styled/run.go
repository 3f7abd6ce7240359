// Package styled has text in its dress, as is left of Markdown and HTML, and the
// titles that can be read from its lines.
package styled

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
)

// A Run is a run of text in one dress: what is left of Markdown and HTML
// once only the words, their links and their lines matter.
type Run struct {
	Text       string
	Start, End int // in the document
	Bold       bool
	Italic     bool
	Link       int // 1 + its place in the block's links; 0 outside links
	Gap        Gap // a run with a gap has no text
	Cell       int // the table cell it stands in, from 0
}

// A Gap separates runs.
type Gap uint8

const (
	NoGap   Gap = iota
	LineGap     // a line break that was meant, or the end of a paragraph
	CellGap     // the end of a table cell
)

// Text joins the words of runs on one line.
func Text(runs []Run) string {
	if len(runs) == 1 {
		return words.OneLine(runs[0].Text)
	}
	var b strings.Builder
	for _, p := range runs {
		if p.Gap != NoGap {
			b.WriteByte(' ')
		}
		b.WriteString(p.Text)
	}
	return words.OneLine(b.String())
}

// Compact joins neighbours that are dressed alike into one run.
func Compact(runs []Run) []Run {
	var out []Run
	for i := 0; i < len(runs); {
		j, p := i+1, runs[i]
		for j < len(runs) && p.Gap == NoGap && p.alike(runs[j]) {
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, q := range runs[i:j] {
				b.WriteString(q.Text)
				p.End = max(p.End, q.End)
			}
			p.Text = b.String()
		}
		out = append(out, p)
		i = j
	}
	return out
}

// Begin gives where the words of a run begin, behind white space.
func (p Run) Begin() int {
	space := len(p.Text) - len(strings.TrimLeft(p.Text, " \t\n"))
	return min(p.Start+space, p.End)
}

func (p Run) alike(q Run) bool {
	return q.Gap == NoGap && p.Bold == q.Bold && p.Italic == q.Italic && p.Link == q.Link && p.Cell == q.Cell
}

// Length counts the bytes of runs' text.
func Length(runs []Run) int {
	n := 0
	for _, p := range runs {
		n += len(p.Text)
	}
	return n
}

// FirstLine gives the runs up to the first break.
func FirstLine(runs []Run) []Run {
	for i, p := range runs {
		if p.Gap != NoGap {
			return runs[:i]
		}
	}
	return runs
}

func AllBold(runs []Run) bool {
	for _, p := range runs {
		if !p.Bold && strings.TrimSpace(words.StripEmoji(p.Text)) != "" {
			return false
		}
	}
	return true
}

// Slice gives a part of a run.
func (r Run) Slice(from, to int) Run {
	part := r
	part.Text = r.Text[from:to]
	part.Start = min(r.Start+from, r.End)
	if to < len(r.Text) {
		part.End = min(r.Start+to, r.End)
	}
	return part
}

// DropMark takes a mark off the front of a text: "† ", "➤ ".
func DropMark(runs []Run) {
	if len(runs) > 0 && runs[0].Link == 0 {
		text := runs[0].Text
		runs[0] = runs[0].Slice(len(leadingMark.FindString(text)), len(text))
	}
}

// HasBullet tells a line that is an item, though Markdown does not know its mark.
func HasBullet(line string) bool { return bullet.MatchString(line) }

var (
	leadingMark = regexp.MustCompile(`^\s*[•‣▪◦●○■□►▶▸→†‡§¶★☆✓✔✦➤]+\s*`)
	bullet      = regexp.MustCompile(`^[•‣▪◦●○■➤►▶▸→] *\S`)
)
