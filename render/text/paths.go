package text

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"citemap/graph/study"
	"citemap/render"
)

// Paths writes routes, a line a paper. On a main path or key route it gives the
// share of all counted paths that leads over the citation between the paper and the
// one before; between two papers of a whole corpus that is next to nothing.
func Paths(w io.Writer, f *study.Findings, r study.Routes, o Options) error {
	p := &page{o: o}
	p.coverage(f)
	p.prose(render.Paths(f, r))
	for i, x := range r.Routes {
		switch {
		case x.Keys > 0:
			p.heading(fmt.Sprintf("Route %d, over %s", i+1, count(x.Keys, "key citation")))
		case len(r.Routes) > 1:
			p.heading(fmt.Sprintf("Chain %d", i+1))
		default:
			p.line("")
		}
		p.route(f, x, !r.Down)
	}
	return p.finish(w)
}

func (p *page) route(f *study.Findings, x study.Route, shares bool) {
	columns := []column{{right: true}, {head: "list"}, {head: "paper", gives: true}}
	if shares {
		columns = slices.Insert(columns, 1, column{head: "paths", right: true})
	}
	var rows [][]cell
	for i, n := range x.Papers {
		paper := f.Graph.Paper(n)
		share, listed := "", ""
		if i > 0 {
			share = render.Percent(x.Shares[i-1])
		}
		if f.Listed(n) {
			listed = "*"
		}
		row := []cell{plain(strconv.Itoa(i + 1)), plain(listed), {called(paper), func(s string) string { return p.link(s, paper) }}}
		if shares {
			row = slices.Insert(row, 1, plain(share))
		}
		rows = append(rows, row)
	}
	p.table(columns, rows)
}
