package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/dot"
	"citemap/render/ink"
	"citemap/render/pdf"
	"citemap/render/png"
)

// drawings are the formats of a map, the usual one first.
var drawings = []string{"svg", "png", "pdf", "dot", "html"}

func newMap(s *session) *cobra.Command {
	var asked, output string
	var draw drawFlags
	c := &cobra.Command{
		Use:     "map LIST...",
		Short:   "The drawing alone",
		Long:    "Draws the listed papers, the gaps and the papers that tie them together on a timeline,\nas " + strings.Join(drawings, ", ") + ". With --snapshot the list may be left out.",
		Example: "  citemap map reading.md -o map.svg\n  citemap map reading.md --papers 30 -o map.pdf\n  citemap map reading.md --layout topics -o map.png --scale 3",
		Args:    s.listsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			chosen, err := format(asked, output, drawings)
			if err != nil {
				return err
			}
			if ext := strings.TrimPrefix(filepath.Ext(output), "."); asked == "" && ext != "" && !slices.Contains(drawings, ext) {
				return usagef("-o %s: no drawing is called .%s: want one of %s, or say which with --format", output, ext, strings.Join(drawings, ", "))
			}
			if output == "" && terminal(s.stdout) > 0 {
				return usagef("citemap map: a drawing does not go to a terminal; name a file with -o, or redirect stdout")
			}
			if err := validDrawing(draw.Options); err != nil {
				return err
			}
			if s.scale <= 0 || s.scale > 20 {
				return usagef("--scale %v: want more than 0 and 20 at most", s.scale)
			}
			f, err := s.study(c.Context(), lists, study.Options{})
			if err != nil {
				return err
			}
			s.warn(f)
			err = s.deliver(output, func(w io.Writer) error { return s.draw(c.Context(), w, chosen, f, lists, draw) })
			return s.done(f, err)
		},
	}
	c.Flags().StringVar(&asked, "format", "", "draw as "+strings.Join(drawings, ", ")+" (default: the extension of -o, else svg)")
	c.Flags().StringVarP(&output, "output", "o", "", "write the drawing to this `file`")
	complete(c, "format", drawings)
	c.Flags().Float64Var(&s.scale, "scale", 2, "dots of a PNG for each point")
	addDrawing(c, &draw)
	return c
}

// drawFlags are the flags of a drawing: what it shows and how.
type drawFlags struct {
	view.Options
	look render.Options
}

// mapOf gives the map of the findings.
func (o drawFlags) mapOf(f *study.Findings) *render.Map {
	return render.NewMap(view.Of(f, o.Options), o.look)
}

// validDrawing finds what is wrong with what is to be drawn.
func validDrawing(o view.Options) error {
	if o.Papers < 1 {
		return usagef("--papers %d: want 1 or more", o.Papers)
	}
	return nil
}

func addDrawing(c *cobra.Command, o *drawFlags) {
	c.Flags().IntVar(&o.Papers, "papers", 60, "draw so many papers at most")
	c.Flags().Var(&o.look.Layout, "layout", "arrange the papers by "+strings.Join(render.Layouts(), " or "))
	c.Flags().Var(&o.look.Color, "color", "let colours tell the "+strings.Join(render.Colors(), ", "))
	c.Flags().Var(&o.look.Labels, "labels", "write "+strings.Join(render.Labelings(), " or ")+" labels: names and year, or the title too")
	complete(c, "layout", render.Layouts())
	complete(c, "color", render.Colors())
	complete(c, "labels", render.Labelings())
	c.Flags().BoolVar(&o.AllCitations, "all-citations", false, "draw the citations that others imply, too")
}

// draw writes a map of the findings in a format of drawings.
func (s *session) draw(ctx context.Context, w io.Writer, format string, f *study.Findings, lists []string, o drawFlags) error {
	m := o.mapOf(f)
	switch format {
	case "dot":
		return dot.Write(w, m)
	case "html":
		return s.page(ctx, w, f, lists, o)
	case "svg":
		svg, err := dot.SVG(ctx, m, s.engine())
		if err != nil {
			return tooLong(err)
		}
		_, err = w.Write(svg)
		return err
	}
	return s.paint(ctx, w, format, m)
}

// paint draws a map in ink: as PNG or PDF. What no font here can write is
// named.
func (s *session) paint(ctx context.Context, w io.Writer, format string, m *render.Map) error {
	laidOut, err := dot.JSON(ctx, m, s.engine())
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
		missing, err = png.Write(w, drawing, png.Options{Scale: s.scale})
	}
	if err == nil && len(missing) > 0 {
		s.say("no font on this machine writes %s: they are boxes in the picture; SVG and HTML show them", render.Clean(string(missing)))
	}
	return err
}

// drawVerb is hidden: citemap runs itself by it, so that a drawing can be
// stopped.
const drawVerb = "draw-job"

func newDraw(s *session) *cobra.Command {
	return &cobra.Command{
		Use: drawVerb, Hidden: true, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return dot.Serve(c.Context(), s.stdin, s.stdout) },
	}
}

// engine has Graphviz draw in a process of its own.
func (s *session) engine() dot.Engine {
	if s.self == "" {
		return dot.Engine{}
	}
	return dot.Engine{Command: []string{s.self, drawVerb}, Timeout: time.Duration(s.flags.drawTimeout)}
}

// tooLong says what to do about a drawing that was given up.
func tooLong(err error) error {
	var timeout *dot.TimeoutError
	if errors.As(err, &timeout) {
		return fmt.Errorf("%w: draw fewer papers with --papers, or give it longer with --draw-timeout", err)
	}
	return err
}
