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
	"citemap/render"
	"citemap/render/dot"
)

// drawings are the formats of a map, the usual one first.
var drawings = []string{"svg", "dot", "html"}

func newMap(s *session) *cobra.Command {
	var asked, output string
	var draw render.Options
	c := &cobra.Command{
		Use:     "map LIST...",
		Short:   "The drawing alone",
		Long:    "Draws the listed papers, the gaps and the papers that tie them together on a timeline,\nas " + strings.Join(drawings, ", ") + ". With --snapshot the list may be left out.",
		Example: "  citemap map reading.md -o map.svg\n  citemap map reading.md --papers 30 --format dot | dot -Tpng > map.png",
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
			if err := validDrawing(draw); err != nil {
				return err
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
	addDrawing(c, &draw)
	return c
}

// validDrawing finds what is wrong with the flags of a drawing.
func validDrawing(o render.Options) error {
	if o.Papers < 1 {
		return usagef("--papers %d: want 1 or more", o.Papers)
	}
	return nil
}

func addDrawing(c *cobra.Command, o *render.Options) {
	c.Flags().IntVar(&o.Papers, "papers", 60, "draw so many papers at most")
}

// draw writes a map of the findings in a format of drawings.
func (s *session) draw(ctx context.Context, w io.Writer, format string, f *study.Findings, lists []string, o render.Options) error {
	m := render.NewMap(f, o)
	switch format {
	case "dot":
		return dot.Write(w, m)
	case "html":
		return s.page(ctx, w, f, lists, o)
	}
	svg, err := dot.SVG(ctx, m, s.engine())
	if err != nil {
		return tooLong(err)
	}
	_, err = w.Write(svg)
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
