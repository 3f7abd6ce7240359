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
	if !r.Down && len(r.Routes) > 0 {
		p.prose("The percentage is the share of these paths that lead over the citation between the paper and the one before.")
	}
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

// route writes the papers of a route, each with the share of the paths that leads
// to it from the one before.
func (p *page) route(f *study.Findings, x study.Route, shares bool) {
	if p.o.Wide {
		p.routeTable(f, x, shares)
		return
	}
	for i, n := range x.Papers {
		remarks := []remark{onTheList(f.Listed(n))}
		if shares && i > 0 {
			remarks = append(remarks, remark{text: render.Percent(x.Shares[i-1]) + " of paths"})
		}
		p.item(itemOf(i+1, f.Graph.Paper(n), remarks...))
	}
}

// routeTable writes the papers of a route, a line each.
func (p *page) routeTable(f *study.Findings, x study.Route, shares bool) {
	columns := []column{{right: true}, {head: "list"}, {head: "address"}, {head: "paper", gives: true}}
	if shares {
		columns = slices.Insert(columns, 1, column{head: "paths", right: true})
	}
	var rows [][]cell
	for i, n := range x.Papers {
		paper, share := f.Graph.Paper(n), ""
		if i > 0 {
			share = render.Percent(x.Shares[i-1])
		}
		row := []cell{plain(strconv.Itoa(i + 1)), plain(asterisk(f.Listed(n))), p.addressCell(paper), p.calledCell(paper)}
		if shares {
			row = slices.Insert(row, 1, plain(share))
		}
		rows = append(rows, row)
	}
	p.table(columns, rows)
}
