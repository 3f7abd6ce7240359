package markdown

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"citemap/fetch/citation"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/plain"
)

// paragraph gives the block of a paragraph, or one for each citation of a
// bibliography that was pasted without blank lines.
func (o *outline) paragraph(n ast.Node) []*block {
	starts := o.citationStarts(n.Lines())
	in := inliner{source: o.source, block: &block{kind: paragraphBlock, section: o.above}, breaks: starts}
	b := o.fill(&in, n)
	if len(starts) > 1 {
		return b.parts(starts)
	}
	if len(b.links) == 0 && b.cited().Title != "" {
		b.kind = itemBlock // in which "arXiv:1706.03762" is an id
	}
	return []*block{b}
}

// citationStarts gives where the citations of a paragraph begin: its numbered
// lines, if the first is one, or all lines, if each is a citation.
func (o *outline) citationStarts(lines *text.Segments) []int {
	if lines == nil || lines.Len() == 0 {
		return nil
	}
	var marked, all []int
	var last citation.Mark
	for i := range lines.Len() {
		s := lines.At(i)
		line := strings.TrimSpace(string(s.Value(o.source)))
		if mark, _ := citation.CutMark(line); mark != "" && mark.Follows(last) {
			marked, last = append(marked, s.Start), mark
		}
		if len(all) == i && !citation.Parse(line).Doubtful() {
			all = append(all, s.Start)
		}
		if len(marked) == 0 && len(all) == 0 && i > maxAhead {
			return nil
		}
	}
	first := lines.At(0).Start
	switch {
	case len(marked) > 1 && marked[0] == first:
		return marked
	case len(marked) > 1: // below "References"
		return append([]int{first}, marked...)
	case len(all) == lines.Len() && len(all) > 1:
		return all
	}
	return o.runOn(lines)
}

// runOn gives where the citations of a paragraph begin that are numbered and
// stand one behind the other, wherever its lines break; most must read as
// citations, since a sentence may name the numbers of others.
func (o *outline) runOn(lines *text.Segments) []int {
	var starts []int
	var parts []string
	last := 0
	for i := range lines.Len() {
		s := lines.At(i)
		line := string(s.Value(o.source))
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
		if !citation.Parse(part).Doubtful() || plain.CitedIDs(part) != nil {
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

// markInLine knows a number in brackets behind the end of a citation, or at the
// beginning of a line.
var markInLine = regexp.MustCompile(`(?:^|[.;,)\]”"\d\pL/] +)(\\?\[\d{1,4}\\?\])[.:]? +`)

// maxAhead is how many lines may stand ahead of a numbered citation.
const maxAhead = 3

// parts cuts a block in two or more, each from one of the starts to the next.
func (b *block) parts(starts []int) []*block {
	var out []*block
	first := 0
	for k, start := range starts {
		end, next := b.end, len(b.pieces)
		if k+1 < len(starts) {
			end = starts[k+1] - 1
			if n := slices.IndexFunc(b.pieces[first:], func(p piece) bool { return p.gap == lineGap && p.start >= starts[k+1] }); n >= 0 {
				next = first + n
			}
		}
		out = append(out, b.part(b.pieces[first:next], start, max(start, end)))
		first = min(next+1, len(b.pieces))
	}
	return out
}

// part gives a block of some of the pieces, with their links.
func (b *block) part(pieces []piece, start, end int) *block {
	part := &block{kind: itemBlock, start: start, end: end, section: b.section, pieces: pieces}
	links := map[int]int{}
	for i := range pieces {
		pieces[i].text = strings.ReplaceAll(pieces[i].text, "\n", " ")
		n := pieces[i].link
		if n == 0 {
			continue
		}
		if links[n] == 0 {
			part.links = append(part.links, b.links[n-1])
			links[n] = len(part.links)
		}
		pieces[i].link = links[n]
	}
	return part
}
