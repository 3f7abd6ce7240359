// Package picture draws what was found: a map in each format of drawings, and the page of
// a report with its two maps.
package picture

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/service"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
	"citemap/render/layout"
	"citemap/render/pdf"
	"citemap/render/png"
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

// Titled gives the drawing the title of its lists, unless it has one.
func (d Drawing) Titled(title string) Drawing {
	d.Look.Title = cmp.Or(d.Look.Title, title)
	return d
}

// A Pen draws. It may be used by several goroutines at once.
type Pen struct {
	Engine  dot.Engine
	Console *console.Console // is told what of a drawing is not as it was asked for
}

// Draw writes a map of the findings as svg, png, pdf or dot.
func (p Pen) Draw(ctx context.Context, w io.Writer, format string, f *study.Findings, d Drawing) error {
	m, err := d.Map(ctx, f)
	if err != nil {
		return err
	}
	if more := m.View.LeftOut.Room; more > 0 {
		p.Console.Say("the page (%s) has room for %d papers, %d more are left out: a larger --page holds them", d.Look.Page, len(m.Papers), more)
	}
	switch format {
	case "dot":
		return dot.Write(w, m)
	case "svg":
		svg, err := dot.SVG(ctx, m, p.Engine)
		if err != nil {
			return tooLong(err)
		}
		_, err = w.Write(svg)
		return err
	}
	return p.paint(ctx, w, format, m, d.Scale)
}

// paint draws a map in ink: as PNG or PDF. What no font here can write is
// named.
func (p Pen) paint(ctx context.Context, w io.Writer, format string, m *render.Map, scale float64) error {
	laidOut, err := dot.JSON(ctx, m, p.Engine)
	if err != nil {
		return tooLong(err)
	}
	drawing, err := ink.Parse(laidOut)
	if err != nil {
		return err
	}
	var missing []rune
	if format == "pdf" {
		missing, err = pdf.Write(w, drawing, pdf.Options{Title: m.Title})
	} else {
		missing, err = png.Write(w, drawing, png.Options{Scale: scale})
	}
	if err == nil && len(missing) > 0 {
		p.Console.Say("no font on this machine writes %s: they are boxes in the picture; SVG and HTML show them", render.Clean(string(missing)))
	}
	return err
}

// tooLong says what to do about a drawing that was given up.
func tooLong(err error) error {
	var timeout *dot.TimeoutError
	if errors.As(err, &timeout) {
		return fmt.Errorf("%w: draw fewer papers with --papers, or give it longer with --draw-timeout", err)
	}
	return err
}
