package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
	"citemap/render/pdf"
	"citemap/render/png"
	"citemap/render/record"
)

// addDrawing gives a verb the flags of every drawing.
func addDrawing(c *cobra.Command, d *picture.Drawing) {
	f, o := c.Flags(), &d.Look
	f.StringVar(&o.Title, "title", "", "call the list so (default: what it calls itself, else the name of its file)")
	f.IntVar(&d.Papers, "papers", 60, "draw so many papers at most")
	f.Var(&o.Layout, "layout", "arrange the papers by year from top to bottom (timeline), by year from left to right (columns), or by topics")
	f.Var(&o.Page, "page", "the `page` to fit the map to: "+strings.Join(render.Pages(), ", ")+", or a size such as 1600x900 (pixels) or 8.5cmx12cm")
	f.Var(&o.Color, "color", "let colours tell the "+strings.Join(render.Colors(), ", "))
	f.Var(&o.Labels, "labels", "write names and year (short), the title too (title), or as much as fits the page (fit)")
	session.Complete(c, "page", render.Pages())
	session.Complete(c, "layout", render.Layouts())
	session.Complete(c, "color", render.Colors())
	session.Complete(c, "labels", render.Labelings())
	f.BoolVar(&d.AllCitations, "all-citations", false, "draw the citations that others imply, too")
}

// checkDrawing finds what is wrong with the flags before anything is gathered.
func checkDrawing(d picture.Drawing) error {
	if d.Papers < 1 {
		return usage.Errorf("--papers %d: want 1 or more", d.Papers)
	}
	return nil
}

// draw writes a map of what a run found in a format of drawings.
func draw(ctx context.Context, s *session.Session, w io.Writer, format string, r record.Run, d picture.Drawing) error {
	if format == "html" {
		return writePage(ctx, s, w, r, d, addCommand(r.Lists, s.Flags.Service))
	}
	m, err := d.Map(ctx, r.Findings)
	if err != nil {
		return err
	}
	if more := m.View.LeftOut.Room; more > 0 {
		s.Console.Say("the page (%s) has room for %d papers, %d more are left out: a larger --page holds them", d.Look.Page, len(m.Papers), more)
	}
	switch format {
	case "dot":
		return dot.Write(w, m)
	case "svg":
		svg, err := dot.SVG(ctx, m, engine(s))
		if err != nil {
			return tooLong(err)
		}
		_, err = w.Write(svg)
		return err
	}
	return paint(ctx, s, w, format, m, d.Scale)
}

// paint draws a map in ink: as PNG or PDF. What no font here can write is
// named.
func paint(ctx context.Context, s *session.Session, w io.Writer, format string, m *render.Map, scale float64) error {
	laidOut, err := dot.JSON(ctx, m, engine(s))
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
		s.Console.Say("no font on this machine writes %s: they are boxes in the picture; SVG and HTML show them", render.Clean(string(missing)))
	}
	return err
}

// drawVerb is hidden: citemap runs itself by it, so that a drawing can be
// stopped.
const drawVerb = "draw-job"

func newDraw(s *session.Session) *cobra.Command {
	return &cobra.Command{
		Use: drawVerb, Hidden: true, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return dot.Serve(c.Context(), s.Stdin, s.Stdout) },
	}
}

// engine has Graphviz draw in a process of its own.
func engine(s *session.Session) dot.Engine {
	if s.Program.Path == "" {
		return dot.Engine{}
	}
	return dot.Engine{Command: []string{s.Program.Path, drawVerb}, Timeout: time.Duration(s.Flags.DrawTimeout)}
}

// tooLong says what to do about a drawing that was given up.
func tooLong(err error) error {
	var timeout *dot.TimeoutError
	if errors.As(err, &timeout) {
		return fmt.Errorf("%w: draw fewer papers with --papers, or give it longer with --draw-timeout", err)
	}
	return err
}
