package main

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
)

// mapOptions are the flags of map.
type mapOptions struct {
	format  string
	output  string
	drawing picture.Drawing
}

func newMap(s *session.Session) *cobra.Command {
	var o mapOptions
	c := &cobra.Command{
		Use:     "map LIST...",
		Short:   "Draw the map",
		Long:    "Draws the listed papers, the gaps and the papers that connect them, as " + strings.Join(session.Drawings, ", ") + ".\nWith --snapshot the list may be left out.",
		Example: "  citemap map reading.md -o map.svg\n  citemap map reading.md --papers 30 -o map.pdf\n  citemap map reading.md --layout topics -o map.png --scale 3",
		Args:    s.ListsOrSnapshot,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().StringVar(&o.format, "format", "", "output `format`: "+strings.Join(session.Drawings, ", ")+" (default: the extension of -o, else svg)")
	c.Flags().StringVarP(&o.output, "output", "o", "", "write the drawing to this `file`")
	session.Complete(c, "format", session.Drawings)
	c.Flags().Float64Var(&o.drawing.Scale, "scale", 2, "pixels of a PNG per point")
	addDrawing(c, &o.drawing)
	return c
}

// run draws the map.
func (o mapOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	chosen, err := o.check(s)
	if err != nil {
		return err
	}
	f, err := s.Service.Study(ctx, lists, service.StudyOptions{})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	err = s.Deliver(o.output, func(w io.Writer) error { return draw(ctx, s, w, chosen, runOf(s, f, lists), o.drawing.Titled(f.Title)) })
	return s.Finish(f, err)
}

// check finds what is wrong with the flags before anything is gathered, and gives
// the format of the drawing.
func (o mapOptions) check(s *session.Session) (format string, err error) {
	format, err = session.ChooseFormat(o.format, o.output, session.Drawings)
	if err != nil {
		return "", err
	}
	if ext := strings.TrimPrefix(filepath.Ext(o.output), "."); o.format == "" && ext != "" && !slices.Contains(session.Drawings, ext) {
		return "", usage.Errorf("-o %s: unknown extension .%s: want one of %s, or name a format with --format", o.output, ext, strings.Join(session.Drawings, ", "))
	}
	if o.output == "" && console.IsTerminal(s.Stdout) {
		return "", usage.Errorf("citemap map: a drawing is not written to a terminal: name a file with -o, or redirect stdout")
	}
	if err := checkDrawing(o.drawing); err != nil {
		return "", err
	}
	if o.drawing.Scale <= 0 || o.drawing.Scale > 20 {
		return "", usage.Errorf("--scale %v: want more than 0 and 20 at most", o.drawing.Scale)
	}
	return format, nil
}
