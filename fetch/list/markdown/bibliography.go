package markdown

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/text"

	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
)

// citationStarts gives where the citations of a paragraph begin: its numbered
// lines, if the first is one, or all lines, if each is a citation or has an id;
// what stands ahead of them, "References", is a part of its own.
func citationStarts(doc source, lines *text.Segments) []int {
	if lines == nil || lines.Len() == 0 {
		return nil
	}
	var marked, bullets, cited, withID []int
	led := ledByAddress(doc, lines)
	first := lines.At(0).Start
	var last citation.Mark
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimSpace(string(s.Value(doc)))
		if mark, _ := citation.CutMark(line); mark != "" && mark.Follows(last) {
			marked, last = append(marked, s.Start), mark
		}
		if styled.HasBullet(line) {
			bullets = append(bullets, s.Start)
		}
		if len(cited) == i && (!citation.Parse(line).Doubtful() || i == 0 && words.WordCount(line) == 1) {
			cited = append(cited, s.Start)
		}
		if len(withID) == i && len(address.IDsInLine(line)) > 0 {
			withID = append(withID, s.Start)
		}
		if len(marked)+len(bullets)+len(cited)+len(withID)+len(led) == 0 && i > maxAhead {
			return nil
		}
	}
	if len(marked) < 2 {
		marked = bullets
	}
	switch {
	case len(marked) > 1 && marked[0] == first:
		return marked
	case len(marked) > 1: // below "References"
		return append([]int{first}, marked...)
	case len(cited) == lines.Len() && len(cited) > 1:
		return cited
	case len(withID) == lines.Len() && len(withID) > 1:
		return withID
	case len(led) > 0:
		return led
	}
	starts := runOn(doc, lines)
	if len(starts) > 0 && starts[0] > first {
		return append([]int{first}, starts...)
	}
	return starts
}

// ledByAddress gives where the lines begin of a paragraph whose addresses all stand
// ahead of a title and a colon; what stands ahead of them is a part of its own.
func ledByAddress(doc source, lines *text.Segments) []int {
	var starts []int
	for i := range lines.Len() {
		s := lines.At(i)
		line := string(s.Value(doc))
		switch {
		case addressAhead.MatchString(line) || i == 0:
			starts = append(starts, s.Start)
		case strings.Contains(line, "://"):
			return nil
		}
	}
	if len(starts) < 2 || strings.Contains(string(doc[starts[0]:starts[1]]), "://") && !addressAhead.Match(doc[starts[0]:starts[1]]) {
		return nil
	}
	return starts
}

// addressAhead is an address with a colon and words behind it.
var addressAhead = regexp.MustCompile(`^[ \t]*https?://[^\s]+[^\s:](?: :[ \t]*|:[ \t]+)\S`)

// runOn gives where the citations of a paragraph begin that are numbered and
// stand one behind the other, wherever its lines break; most must read as
// citations, since a sentence may name the numbers of others.
func runOn(doc source, lines *text.Segments) []int {
	var starts []int
	var parts []string
	last := 0
	for i := range lines.Len() {
		s := lines.At(i)
		line := string(s.Value(doc))
		at := 0
		for _, m := range markInLine.FindAllStringSubmatchIndex(line, -1) {
			n, _ := citation.Mark(line[m[2]:m[3]]).Number()
			if len(starts) == 0 && words.WordCount(line[:m[2]]) > 3 || len(starts) > 0 && n != last+1 {
				continue
			}
			parts = addToLast(parts, line[at:m[2]])
			starts, parts, last, at = append(starts, s.Start+m[2]), append(parts, ""), n, m[2]
		}
		parts = addToLast(parts, line[at:])
	}
	read := 0
	for _, part := range parts {
		if !citation.Parse(part).Doubtful() || len(address.IDsInLine(part)) > 0 || strings.Contains(part, "://") {
			read++
		}
	}
	if len(starts) < 2 || 2*read <= len(parts) {
		return nil
	}
	return starts
}

func addToLast(parts []string, s string) []string {
	if len(parts) > 0 {
		parts[len(parts)-1] += s
	}
	return parts
}

// markInLine knows a number in brackets behind the end of a citation, with or
// without a blank, or at the beginning of a line.
var markInLine = regexp.MustCompile(`(?:^(?:References|Bibliography)?|[.;,)\]”"\d\pL/] +|\.)(\\?\[\d{1,4}\\?\])[.:]? +`)

// maxAhead is how many lines may stand ahead of a numbered citation.
const maxAhead = 3

// parts cuts a block in two or more, each from one of the starts to the next.
func (b *block) parts(starts []int) []*block {
	var out []*block
	first := 0
	for k, start := range starts {
		end, next := b.end, len(b.runs)
		if k+1 < len(starts) {
			end = starts[k+1] - 1
			if n := slices.IndexFunc(b.runs[first:], func(p styled.Run) bool { return p.Gap == styled.LineGap && p.Start >= starts[k+1] }); n >= 0 {
				next = first + n
			}
		}
		out = append(out, b.part(b.runs[first:next], start, max(start, end)))
		first = min(next+1, len(b.runs))
	}
	return out
}

// part gives a block of some of the runs, with their links.
func (b *block) part(runs []styled.Run, start, end int) *block {
	part := &block{kind: itemBlock, start: start, end: end, section: b.section, runs: runs, links: slices.Clone(b.links)}
	for i := range runs {
		runs[i].Text = strings.ReplaceAll(runs[i].Text, "\n", " ")
	}
	part.orderLinks()
	styled.DropMark(part.runs)
	return part
}
