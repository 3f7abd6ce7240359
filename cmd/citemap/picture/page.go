package picture

import (
	"context"

	"golang.org/x/sync/errgroup"

	"citemap/render/dot"
	"citemap/render/html"
	"citemap/render/record"
)

// Page draws both maps of a run and gives the page that they are part of. add is the
// command that puts papers on the list; "": there is none.
func (d Drawing) Page(ctx context.Context, engine dot.Engine, r record.Run, add string) (html.Page, error) {
	p := html.Page{Findings: r.Findings, Add: add, Lists: r.Lists, Version: r.Version}
	m, err := d.onPage().Map(ctx, r.Findings)
	if err != nil {
		return p, err
	}
	first, err := d.glance().Map(ctx, r.Findings)
	if err != nil {
		return p, err
	}
	p.Map = m
	both, drawing := errgroup.WithContext(ctx) // each is drawn by a process of its own
	both.Go(func() (err error) { p.SVG, err = dot.SVG(drawing, m, engine); return err })
	both.Go(func() (err error) { p.Glance, err = dot.SVG(drawing, named(first, m), engine); return err })
	if err := both.Wait(); err != nil {
		return p, err
	}
	p.Record = record.Of(r)
	return p, nil
}
