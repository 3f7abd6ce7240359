package layout

import (
	"regexp"
	"strings"

	"citemap/fetch/list/front"
	"citemap/graph"
)

// An EntryShape is how an entry stands in a Markdown list.
type EntryShape uint8

const (
	ParagraphShape EntryShape = iota
	HeadingShape
	ItemShape
	RowShape
	HTMLShape // and front matter
)

// ShapeOf tells the shape of an entry, and the offset of its first line.
func (r *Layout) ShapeOf(e *graph.Entry) (EntryShape, int) {
	line := r.Text.Line(e.Start)
	body := strings.TrimLeft(line, " \t>")
	switch {
	case e.Start < front.FrontMatterEnd(r.Text):
		return HTMLShape, r.Text.LineStart(e.Start)
	case strings.HasPrefix(body, "#"):
		return HeadingShape, r.Text.LineStart(e.Start)
	case r.itemLine(e.Start) >= 0:
		return ItemShape, r.itemLine(e.Start)
	case strings.Contains(line, "|") && r.TableHead(e.Start) >= 0:
		return RowShape, r.Text.LineStart(e.Start)
	case strings.HasPrefix(body, "<"):
		return HTMLShape, r.Text.LineStart(e.Start)
	case Underline.MatchString(r.Text.LineBelow(e.Start)):
		return HeadingShape, r.Text.LineStart(e.Start)
	}
	return ParagraphShape, r.Text.LineStart(e.Start)
}

var (
	ItemMark  = regexp.MustCompile(`^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)(\[[ xX]\][ \t]+)?`)
	tableRule = regexp.MustCompile(`^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?$`)
	Underline = regexp.MustCompile(`^[ \t]{0,3}(?:=+|-+)[ \t]*$`)
	RuleLine  = regexp.MustCompile(`^[ \t>]{0,4}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
)

// itemLine finds the line with the marker of the list item at an offset; -1
// where there is none.
func (r *Layout) itemLine(at int) int {
	for start := r.Text.LineStart(at); ; start = r.Text.LineStart(start - 1) {
		line := r.Text.Line(start)
		if ItemMark.MatchString(line) {
			return start
		}
		if start == 0 || strings.TrimSpace(line) == "" || !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") && start != r.Text.LineStart(at) {
			return -1
		}
	}
}

// TableHead finds the header line of the table at an offset; -1 where there is
// none. What it has found it remembers, since tables are long.
func (r *Layout) TableHead(at int) int {
	if r.heads == nil {
		r.heads = map[int]int{}
	}
	var walked []int
	head := -1
	for start := r.Text.LineStart(at); start > 0; start = r.Text.LineStart(start - 1) {
		if known, met := r.heads[start]; met {
			head = known
			break
		}
		walked = append(walked, start)
		line := r.Text.Line(start)
		if tableRule.MatchString(line) {
			head = r.Text.LineStart(start - 1)
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
