// Package picture draws what was found: a map, and the page that a map is part of. A
// verb draws once, a live page again and again.
package picture

import (
	"cmp"
	"context"

	"citemap/cmd/citemap/service"
	"citemap/graph"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/layout"
)

// A Drawing says what a map shows, and how.
type Drawing struct {
	view.Options
	Look  render.Options
	Scale float64 // dots of a PNG for each point
}

// Map gives the map of the findings.
func (d Drawing) Map(ctx context.Context, f *study.Findings) (*render.Map, error) {
	return service.Interruptible(ctx, func() (*render.Map, error) { return layout.Map(f, d.Options, d.Look), nil })
}

// Titled gives the drawing the title of its lists, unless the user gave one.
func (d Drawing) Titled(title string) Drawing {
	d.Look.Title = cmp.Or(d.Look.Title, title)
	return d
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
