package text

import (
	"fmt"
	"io"
	"strconv"

	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// Rank writes the first n papers of a ranking (0: all). Where the answer is to be
// wide, it has a column for each of the measures to be shown.
func Rank(w io.Writer, f *study.Findings, r *study.Ranking, shown []rank.Measure, n int, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.years(f)
	p.rankedBy(f, r)
	p.line("")
	if o.Wide {
		p.rankTable(f, r, shown, n)
	} else {
		p.ranking(f, r, n)
	}
	if more := r.All - len(r.Papers); more > 0 { // which the ranking does not hold
		p.line("")
		p.prose(count(more, "more paper") + ".")
	} else {
		p.more(n, r.All, "paper")
	}
	return p.finish(w)
}

// rankedBy says by what the papers are ranked, and which part of the corpus is.
func (p *page) rankedBy(f *study.Findings, r *study.Ranking) {
	among := count(r.All, "paper") + " of the corpus"
	if !r.Whole {
		among = fmt.Sprintf("%s around the list (%s in the corpus)", count(r.All, "paper"), comma(f.Graph.Len()))
	}
	p.prose(fmt.Sprintf("Ranked among the %s by %s: %s.", among, r.By, r.By.Meaning()))
}

// ranking writes the first n papers, each with how it stands.
func (p *page) ranking(f *study.Findings, r *study.Ranking, n int) {
	standing := render.NewStanding(r)
	for i, node := range first(n, r.Papers) {
		x := itemOf(i+1, f.Graph.Paper(node), onTheList(f.Listed(node)))
		line := "cited by no paper here"
		if n := int(r.Score(rank.Local, i)); n > 0 {
			line = "cited by " + count(n, "paper") + " here"
		}
		if said := standing.Of(i); said != "" {
			line += "; " + said
		}
		x.lines = append(x.lines, line)
		p.item(x)
	}
}

// rankTable writes the first n papers, a line each, with their scores.
func (p *page) rankTable(f *study.Findings, r *study.Ranking, shown []rank.Measure, n int) {
	columns := []column{{right: true}}
	for _, m := range shown {
		columns = append(columns, column{head: m.Heading(), right: true})
	}
	columns = append(columns, column{head: "list"}, column{head: "address"}, column{head: "paper", gives: true})
	var rows [][]cell
	for i, node := range first(n, r.Papers) {
		paper := f.Graph.Paper(node)
		row := []cell{plain(strconv.Itoa(i + 1))}
		for _, m := range shown {
			row = append(row, plain(render.Score(m, r.Score(m, i))))
		}
		rows = append(rows, append(row, plain(asterisk(f.Listed(node))), p.addressCell(paper), p.calledCell(paper)))
	}
	p.table(columns, rows)
}
