package text

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"citemap/graph"
	"citemap/render"
)

var (
	bold  = lipgloss.NewStyle().Bold(true)
	faint = lipgloss.NewStyle().Faint(true)
)

// An item is one paper of an answer: a line that names it, its whole title
// beneath, and beneath that what there is to say of it.
type item struct {
	number  int    // its place in the answer; 0: none
	name    string // "Touvron et al. 2023"
	remarks []remark
	paper   *graph.Paper // nil where nobody knows it
	title   string
	lines   []string
}

// A remark is a word or two on the line that names a paper.
type remark struct {
	text  string
	style lipgloss.Style
}

// itemOf makes the item of a paper.
func itemOf(number int, paper *graph.Paper, remarks ...remark) item {
	name, title := render.Clean(paper.Byline()), render.Title(paper)
	if strings.HasPrefix(name, render.Clean(paper.Title)) {
		title = render.Mark(paper) // a paper without authors goes by its title
	}
	return item{number: number, name: name, remarks: remarks, paper: paper, title: title}
}

// indent is how far all lines of an item but the first are set in.
const indent = 5

// item writes an item. Nothing of it is cut: what does not fit goes on below.
func (p *page) item(x item) {
	p.head(x)
	p.hanging(x.title, indent, func(s string) string { return p.link(s, x.paper) })
	for _, line := range x.lines {
		p.hanging(line, indent, nil)
	}
}

// between stands between what is said on one line of a paper.
const between = " · "

// head writes the line that names a paper, or as many as it takes.
func (p *page) head(x item) {
	line := ""
	if x.number > 0 {
		line = fmt.Sprintf("%3d. ", x.number)
	}
	for i, name := range render.Fold(x.name, p.limit()-indent) {
		if i > 0 {
			p.line("%s", line)
			line = strings.Repeat(" ", indent)
		}
		line += p.styled(bold, name)
	}
	for _, r := range x.remarks {
		line = p.onward(line, r.text, func(s string) string { return p.styled(r.style, s) })
	}
	line = p.onward(line, p.address(x.paper), func(s string) string { return p.link(p.styled(faint, s), x.paper) })
	p.line("%s", line)
}

// onward gives a line with one more text, which may be empty, or writes it and gives
// one that begins with the text where there is no room.
func (p *page) onward(line, text string, dress func(string) string) string {
	switch {
	case text == "":
		return line
	case render.Width(line)+render.Width(between)+render.Width(text) <= p.limit():
		return line + between + dress(text)
	}
	p.line("%s", line)
	begin, lines := strings.Repeat(" ", indent), render.Fold(text, p.limit()-indent)
	for _, above := range lines[:len(lines)-1] {
		p.line("%s%s", begin, dress(above))
	}
	return begin + dress(lines[len(lines)-1])
}

// hanging writes a text set in, folded to the width there is, each line dressed.
func (p *page) hanging(s string, in int, dress func(string) string) {
	for _, line := range render.Fold(render.Clean(s), p.limit()-in) {
		if dress != nil {
			line = dress(line)
		}
		p.line("%s%s", strings.Repeat(" ", in), line)
	}
}

// listItem writes what belongs beneath an item, on a line of its own or more, behind
// a mark.
func (p *page) listItem(mark string, paper *graph.Paper) {
	const in = indent + 2
	x := itemOf(0, paper)
	s := x.name
	if x.title != "" {
		s += ": " + x.title
	}
	begin := fmt.Sprintf("%*s ", in-1, mark)
	for _, line := range render.Fold(s, p.limit()-in) {
		p.line("%s%s", begin, p.link(line, paper))
		begin = strings.Repeat(" ", in)
	}
}

// address is by what a paper can be opened: where texts can be links its id, which
// is shorter, else the address itself; "" where it has none.
func (p *page) address(paper *graph.Paper) string {
	if paper == nil {
		return ""
	}
	url := render.Link(paper.Page())
	if url == "" {
		return ""
	}
	if scheme, _, known := strings.Cut(paper.BestID(), ":"); p.o.Links && known && scheme != "title" {
		return render.Clean(paper.BestID())
	}
	return url
}

// onTheList is what is said of a listed paper.
func onTheList(listed bool) remark {
	if listed {
		return remark{"on the list", colour("2")}
	}
	return remark{}
}
