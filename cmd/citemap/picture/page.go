package picture

import (
	"cmp"
	"context"
	"io"

	"golang.org/x/sync/errgroup"

	"citemap/graph"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/html"
	"citemap/render/record"
)

// Page writes the report of a run as one HTML page. add is the command that puts papers
// on the list.
func (p Pen) Page(ctx context.Context, w io.Writer, r record.Run, d Drawing, add string) error {
	page, err := p.Drawn(ctx, r, d, add)
	if err != nil {
		return err
	}
	return html.Write(w, page)
}

// Drawn gives that page, with both its maps drawn.
func (p Pen) Drawn(ctx context.Context, r record.Run, d Drawing, add string) (html.Page, error) {
	page := html.Page{Findings: r.Findings, Add: add, Lists: r.Lists, Version: r.Version}
	m, err := d.onPage().Map(ctx, r.Findings)
	if err != nil {
		return page, err
	}
	first, err := d.glance().Map(ctx, r.Findings)
	if err != nil {
		return page, err
	}
	page.Map = m
	both, drawing := errgroup.WithContext(ctx) // each is drawn by a process of its own
	both.Go(func() (err error) { page.SVG, err = dot.SVG(drawing, m, p.Engine); return err })
	both.Go(func() (err error) { page.Glance, err = dot.SVG(drawing, named(first, m), p.Engine); return err })
	if err := both.Wait(); err != nil {
		return page, tooLong(err)
	}
	page.Record = record.Of(r)
	return page, nil
}

// The map of a page is as wide as the page is on a desk, in pixels.
const mapWidth, mapHeight = 1200, 900

// onPage is the drawing as a page shows it, where the user asked for no other size.
func (d Drawing) onPage() Drawing {
	if d.Look.Page == (render.Page{}) {
		d.Look.Page = render.PageOf(mapWidth, mapHeight)
	}
	return d
}

// named gives the papers of a map the names that they have on another.
func named(m, as *render.Map) *render.Map {
	labels := map[graph.Node]string{}
	for _, p := range as.Papers {
		labels[p.Node] = p.Label
	}
	for i, p := range m.Papers {
		m.Papers[i].Label = cmp.Or(labels[p.Node], p.Label)
	}
	return m
}

// The map of a page's first screen: at most so many papers, on a panel of so many
// pixels beside the answer.
const (
	glancePapers              = 24
	glanceWidth, glanceHeight = 580, 500
)

// glance is the drawing of the first screen of a page.
func (d Drawing) glance() Drawing {
	if d.Papers == 0 || d.Papers > glancePapers {
		d.Papers = glancePapers
	}
	d.Look.Layout, d.Look.Page, d.Look.Bare = render.Timeline, render.PageOf(glanceWidth, glanceHeight), true
	return d
}
