package text

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// Rank writes the first n papers of a ranking (0: all), with their scores by the
// measures to be shown.
func Rank(w io.Writer, f *study.Findings, r *study.Ranking, shown []rank.Measure, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.years(f)
	p.ranked(f, r)
	p.line("")
	p.ranking(f, r, shown, n)
	return p.finish(w)
}

// ranked says which part of the corpus is ranked.
func (p *page) ranked(f *study.Findings, r *study.Ranking) {
	if !r.Whole {
		p.prose(fmt.Sprintf("Ranked among one another: the %s around the list, of %s in the corpus.", count(len(r.Papers), "paper"), comma(f.Graph.Len())))
	}
}

func (p *page) ranking(f *study.Findings, r *study.Ranking, shown []rank.Measure, n int) {
	if narrow := 80; 0 < p.o.Width && p.o.Width < narrow && len(shown) > 2 {
		shown = []rank.Measure{rank.Local, r.By}
	}
	columns := []column{{right: true}}
	for _, m := range shown {
		columns = append(columns, column{head: m.Heading(), right: true})
	}
	columns = append(columns, column{head: "list"}, column{head: "paper", gives: true})
	var rows [][]cell
	for i, node := range first(n, r.Papers) {
		paper := f.Graph.Paper(node)
		row := []cell{plain(strconv.Itoa(i + 1))}
		for _, m := range shown {
			row = append(row, plain(render.Score(m, r.Score(m, i))))
		}
		listed := ""
		if f.Listed(node) {
			listed = "*"
		}
		rows = append(rows, append(row, plain(listed), cell{called(paper), func(s string) string { return p.link(s, paper) }}))
	}
	p.table(columns, rows)
}

var kindColours = map[gap.Kind]lipgloss.Style{
	gap.Foundation: colour("4"), gap.Sibling: colour("2"), gap.Newer: colour("3"),
}

// Gaps writes the first n gaps (0: all), each with its reasons.
func Gaps(w io.Writer, f *study.Findings, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.thin(f)
	p.line("")
	width := p.limit()
	for i, x := range first(n, f.Gaps.Gaps) {
		paper := f.Graph.Paper(x.Node)
		kind := x.Kind.String()
		if x.Survey {
			kind += ", survey"
		}
		name := render.Shorten(called(paper), max(20, width-len(kind)-9))
		p.line("%3d. %s  %s", i+1, p.link(p.styled(lipgloss.NewStyle().Bold(true), name), paper), p.styled(kindColours[x.Kind], "("+kind+")"))
		for _, reason := range x.Reasons {
			for _, line := range render.Fold(render.Clean(reason), width-5) {
				p.line("     %s", line)
			}
		}
	}
	if len(f.Gaps.Gaps) == 0 {
		p.line("No gap found.")
	}
	p.topics(f)
	return p.finish(w)
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
		for _, n := range t.Leading {
			paper := f.Graph.Paper(n)
			p.line("     %s", p.link(render.Shorten(called(paper), p.limit()-5), paper))
		}
	}
}

// thin tells where the answer does not rest on much.
func (p *page) thin(f *study.Findings) {
	if f.Gaps.Thin != "" {
		p.prose(f.Gaps.Thin)
	}
}

// Plan writes the stages of a plan, their heads first, and a line below.
func Plan(w io.Writer, rows [][]string, foot string, o Options) error {
	p := &page{o: o}
	columns := make([]column, len(rows[0]))
	for i, head := range rows[0] {
		columns[i] = column{head: head, gives: i == 0}
	}
	var cells [][]cell
	for _, row := range rows[1:] {
		line := make([]cell, len(row))
		for i, text := range row {
			line[i] = plain(render.Clean(text))
			columns[i].right = columns[i].right || text != "" && strings.Trim(text, "0123456789") == ""
		}
		cells = append(cells, line)
	}
	p.table(columns, cells)
	p.line("")
	p.line("%s", foot)
	return p.finish(w)
}

func (p *page) entries(f *study.Findings, entries []graph.Entry) {
	var rows [][]cell
	for _, e := range entries {
		style := statusColours[e.Status]
		said := e.Name()
		if e.Note != "" {
			said += " — " + e.Note
		}
		rows = append(rows, []cell{
			plain(render.Clean(e.Place())), {e.Status.String(), func(s string) string { return p.styled(style, s) }},
			plain(references(f, e)), plain(render.Clean(said)),
		})
	}
	p.table([]column{{head: "place"}, {head: "status"}, {head: "references"}, {head: "entry", gives: true}}, rows)
}

// Report writes the short version of everything: coverage, the first n
// influential papers and gaps (0: all), and what became of the entries that
// did not simply resolve.
func Report(w io.Writer, f *study.Findings, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.years(f)
	var odd []graph.Entry
	for _, e := range f.Corpus.Entries {
		if e.Status != graph.StatusResolved {
			odd = append(odd, e)
		}
	}
	if len(odd) > 0 {
		p.heading("Entries to look at")
		p.entries(f, odd)
	}
	p.heading("Influential papers (* on the list)")
	influence := f.Ranking(rank.Default, false)
	p.ranked(f, influence)
	p.ranking(f, influence, rank.Shown, n)
	p.heading("Missing from the list")
	p.thin(f)
	p.gapTable(f, n)
	p.topics(f)
	p.sources(f)
	return p.finish(w)
}

// gapTable writes the first n gaps, a line each.
func (p *page) gapTable(f *study.Findings, n int) {
	var rows [][]cell
	for i, x := range first(n, f.Gaps.Gaps) {
		paper, style := f.Graph.Paper(x.Node), kindColours[x.Kind]
		rows = append(rows, []cell{
			plain(strconv.Itoa(i + 1)), {x.Kind.String(), func(s string) string { return p.styled(style, s) }},
			plain(fmt.Sprint(len(x.CitedBy))), plain(fmt.Sprint(len(x.Cites))),
			{called(paper), func(s string) string { return p.link(s, paper) }},
		})
	}
	p.table([]column{{head: "", right: true}, {head: "kind"}, {head: "cited by", right: true}, {head: "cites", right: true}, {head: "paper", gives: true}}, rows)
}
