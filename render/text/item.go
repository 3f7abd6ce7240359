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
	name, title := render.Clean(paper.Byline()), render.Clean(paper.Title)
	if strings.HasPrefix(name, title) {
		title = "" // a paper without authors goes by its title
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
	begin, line := strings.Repeat(" ", indent), ""
	if x.number > 0 {
		line = fmt.Sprintf("%3d. ", x.number)
	}
	names := render.Fold(x.name, p.limit()-indent)
	for i, name := range names {
		if i > 0 {
			p.line("%s", line)
			line = begin
		}
		line += p.styled(bold, name)
	}
	for _, r := range append(x.remarks, remark{p.address(x.paper), faint}) {
		if r.text == "" {
			continue
		}
		text := p.styled(r.style, r.text)
		if r.style.GetFaint() {
			text = p.link(text, x.paper)
		}
		if render.Width(line)+render.Width(between)+render.Width(r.text) > p.limit() {
			p.line("%s", line)
			lines := render.Fold(r.text, p.limit()-indent)
			for _, above := range lines[:len(lines)-1] {
				p.line("%s%s", begin, p.styled(r.style, above))
			}
			if line = begin + text; len(lines) > 1 {
				line = begin + p.styled(r.style, lines[len(lines)-1])
			}
			continue
		}
		line += between + text
	}
	p.line("%s", line)
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
	if id := render.Clean(paper.BestID()); p.o.Links && id != string(paper.ID) {
		return id
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
