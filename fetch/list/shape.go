package list

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"citemap/graph"
)

// A layout is how the entries of a list stand in its text.
type layout struct {
	*reading
	heads map[int]int // the header lines of tables, by the lines below them
}

// An entryShape is how an entry stands in a Markdown list.
type entryShape uint8

const (
	paragraphShape entryShape = iota
	headingShape
	itemShape
	rowShape
	htmlShape // and front matter
)

// shapeOf tells the shape of an entry, and the offset of its first line.
func (r *layout) shapeOf(e *graph.Entry) (entryShape, int) {
	line := r.text.line(e.Start)
	body := strings.TrimLeft(line, " \t>")
	switch {
	case e.Start < frontMatterEnd(r.text):
		return htmlShape, r.text.lineStart(e.Start)
	case strings.HasPrefix(body, "#"):
		return headingShape, r.text.lineStart(e.Start)
	case r.itemLine(e.Start) >= 0:
		return itemShape, r.itemLine(e.Start)
	case strings.Contains(line, "|") && r.tableHead(e.Start) >= 0:
		return rowShape, r.text.lineStart(e.Start)
	case strings.HasPrefix(body, "<"):
		return htmlShape, r.text.lineStart(e.Start)
	case underline.MatchString(r.text.lineBelow(e.Start)):
		return headingShape, r.text.lineStart(e.Start)
	}
	return paragraphShape, r.text.lineStart(e.Start)
}

var (
	itemMark  = regexp.MustCompile(`^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[ xX]\][ \t]+)?`)
	tableRule = regexp.MustCompile(`^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$`)
	underline = regexp.MustCompile(`^[ \t]{0,3}(?:=+|-+)[ \t]*$`)
	ruleLine  = regexp.MustCompile(`^[ \t>]{0,4}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
)

// markdownEntries writes newcomers in the shape that most entries have.
func (r *writer) markdownEntries(news []newcomer, ordered bool) ([]insertion, error) {
	shapes := make([]entryShape, len(r.entries))
	count := map[entryShape]int{}
	best := htmlShape
	for i := range r.entries {
		shapes[i], _ = r.shapeOf(&r.entries[i])
		count[shapes[i]]++
	}
	for i := range slices.Backward(shapes) { // of equals, the last
		if s := shapes[i]; s != htmlShape && count[s] > count[best] || best == htmlShape {
			best = s
		}
	}
	if best == htmlShape {
		return nil, errors.New("its entries are HTML or front matter, which citemap reads but does not write")
	}
	var candidates []int
	for i, s := range shapes {
		if s == best {
			candidates = append(candidates, i)
		}
	}
	return r.inShape(best, candidates, news, ordered), nil
}

// inShape writes the newcomers among the entries of a shape.
func (r *writer) inShape(s entryShape, candidates []int, news []newcomer, ordered bool) []insertion {
	groups := map[place][]newcomer{}
	among := map[place][]int{}
	var places []place
	for _, n := range news {
		section := r.section(candidates, n.paper.Date)
		p := r.place(section, n.paper.Date, ordered)
		if s == itemShape && r.isNumbered(p.entry) {
			p = r.place(section, graph.Date{}, false)
		}
		if among[p] == nil {
			places, among[p] = append(places, p), section
		}
		groups[p] = append(groups[p], n)
	}
	var out []insertion
	for _, p := range places {
		group := groups[p]
		if d := r.direction(among[p]); d != 0 && ordered {
			slices.SortStableFunc(group, func(a, b newcomer) int { return d * a.paper.Date.Compare(b.paper.Date) })
		}
		switch s {
		case headingShape:
			out = append(out, r.headings(p, among[p], group))
		case itemShape:
			out = append(out, r.items(p, group))
		case rowShape:
			out = append(out, r.rows(p, group))
		default:
			out = append(out, r.paragraphs(p, group))
		}
	}
	return out
}

// linked is the simplest way to write a paper: its title with the link, and
// the year.
func (n *newcomer) linked() string {
	s := "[" + inMarkdown(n.title) + "](" + n.page + ")"
	if y := n.paper.Date.Year; y > 0 {
		s += " (" + graph.Date{Year: y}.String() + ")"
	}
	return s
}

// itemLine finds the line with the marker of the list item at an offset; -1
// where there is none.
func (r *layout) itemLine(at int) int {
	for start := r.text.lineStart(at); ; start = r.text.lineStart(start - 1) {
		line := r.text.line(start)
		if itemMark.MatchString(line) {
			return start
		}
		if start == 0 || strings.TrimSpace(line) == "" || !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") && start != r.text.lineStart(at) {
			return -1
		}
	}
}

// tableHead finds the header line of the table at an offset; -1 where there is
// none. What it has found it remembers, since tables are long.
func (r *layout) tableHead(at int) int {
	if r.heads == nil {
		r.heads = map[int]int{}
	}
	var walked []int
	head := -1
	for start := r.text.lineStart(at); start > 0; start = r.text.lineStart(start - 1) {
		if known, met := r.heads[start]; met {
			head = known
			break
		}
		walked = append(walked, start)
		line := r.text.line(start)
		if tableRule.MatchString(line) {
			head = r.text.lineStart(start - 1)
			break
		}
		if !strings.Contains(line, "|") {
			break
		}
	}
	for _, start := range walked {
		r.heads[start] = head
	}
	return head
}
