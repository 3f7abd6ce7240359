package text

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/study"
)

var kindColours = map[gap.Kind]lipgloss.Style{
	gap.Foundation: colour("4"), gap.Sibling: colour("2"), gap.Newer: colour("3"),
}

// Gaps writes the first n gaps (0: all), each with what speaks for it.
func Gaps(w io.Writer, f *study.Findings, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.thin(f)
	p.counted(f)
	p.line("")
	if o.Wide {
		p.gapTable(f, n)
	} else {
		p.gaps(f, n)
	}
	p.more(n, len(f.Gaps.Gaps), "paper")
	p.topics(f)
	return p.finish(w)
}

// thin tells where the answer does not rest on much.
func (p *page) thin(f *study.Findings) {
	if f.Gaps.Thin != "" {
		p.prose(f.Gaps.Thin)
	}
}

// counted says once of what the numbers beside the gaps are counted, and what the
// kinds mean.
func (p *page) counted(f *study.Findings) {
	if len(f.Gaps.Gaps) == 0 {
		return
	}
	p.prose("foundation: older than the list, which builds on it; sibling: of its time; newer: cites the list.")
}

// gaps writes the first n gaps.
func (p *page) gaps(f *study.Findings, n int) {
	if len(f.Gaps.Gaps) == 0 {
		p.line("No gap found.")
	}
	for i, x := range first(n, f.Gaps.Gaps) {
		p.gap(f, i+1, &x)
	}
}

// gap writes one gap.
func (p *page) gap(f *study.Findings, number int, x *gap.Gap) {
	remarks := []remark{{x.Kind.String(), kindColours[x.Kind]}}
	if x.Survey {
		remarks = append(remarks, remark{"survey", lipgloss.Style{}})
	}
	item := itemOf(number, f.Graph.Paper(x.Node), remarks...)
	item.lines = whys(f, x)
	if p.o.Reasons {
		item.lines = x.Reasons
	}
	p.item(item)
}

// whys are what speaks for a gap, each on a line or two.
func whys(f *study.Findings, x *gap.Gap) (lines []string) {
	if n := len(x.CitedBy); n > 0 {
		lines = append(lines, fmt.Sprintf("cited by %s: %s", count(n, "listed paper"), names(f, x.CitedBy)))
	}
	if n := len(x.Cites); n > 0 {
		lines = append(lines, fmt.Sprintf("cites %s: %s", count(n, "listed paper"), names(f, x.Cites)))
	}
	if x.Nearest != nil && float64(x.Together) > x.Expected {
		lines = append(lines, fmt.Sprintf("cited together with %s by %s (%s by chance)",
			f.Graph.Paper(*x.Nearest).Byline(), count(x.Together, "paper"), expected(x.Expected)))
	}
	return lines
}

// expected writes how often chance would have it.
func expected(x float64) string {
	switch {
	case x >= 10:
		return strconv.FormatFloat(x, 'f', 0, 64)
	case x >= 0.1:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return "less than 0.1"
}

// namesShown is how many papers a line names; of one more it names all.
const namesShown = 3

func names(f *study.Findings, papers []graph.Node) string {
	var all []string
	named := papers
	if len(papers) > namesShown+1 {
		named = papers[:namesShown]
	}
	for _, n := range named {
		all = append(all, f.Graph.Paper(n).Byline())
	}
	said := strings.Join(all, ", ")
	if more := len(papers) - len(named); more > 0 {
		said += fmt.Sprintf(" and %s more", comma(more))
	}
	return said
}

// gapTable writes the first n gaps, a line each.
func (p *page) gapTable(f *study.Findings, n int) {
	var rows [][]cell
	for i, x := range first(n, f.Gaps.Gaps) {
		paper, style := f.Graph.Paper(x.Node), kindColours[x.Kind]
		rows = append(rows, []cell{
			plain(strconv.Itoa(i + 1)), {x.Kind.String(), func(s string) string { return p.styled(style, s) }},
			plain(fmt.Sprint(len(x.CitedBy))), plain(fmt.Sprint(len(x.Cites))), plain(fmt.Sprint(x.Together)), plain(expected(x.Expected)),
			p.addressCell(paper), p.calledCell(paper),
		})
	}
	p.table([]column{{right: true}, {head: "kind"}, {head: "cited by", right: true}, {head: "cites", right: true},
		{head: "together", right: true}, {head: "by chance", right: true}, {head: "address"}, {head: "paper", gives: true}}, rows)
}

// topics names the parts of the corpus that the list lacks, with the papers to
// begin with.
func (p *page) topics(f *study.Findings) {
	if len(f.Topics) == 0 {
		return
	}
	p.heading("Missing topics")
	for _, t := range f.Topics {
		p.prose(t.Sentence())
		p.leading(f, t.Leading)
	}
}
