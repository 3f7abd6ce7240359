package main

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/render"
	"citemap/render/dot"
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
		return penOf(s).Page(ctx, w, r, d, edit.Command(r.Lists, s.Flags.Service))
	}
	return penOf(s).Draw(ctx, w, format, r.Findings, d)
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

// penOf has Graphviz draw in a process of its own.
func penOf(s *session.Session) picture.Pen {
	p := picture.Pen{Console: s.Console}
	if s.Program.Path != "" {
		p.Engine = dot.Engine{Command: []string{s.Program.Path, drawVerb}, Timeout: time.Duration(s.Flags.DrawTimeout)}
	}
	return p
}
