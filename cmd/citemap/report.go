package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"citemap/graph/study"
	"citemap/render/dot"
	"citemap/render/exchange"
	"citemap/render/html"
	"citemap/render/text"
)

// summaries are the formats of the short report on stdout.
var summaries = []string{"table", "json"}

func newReport(s *session) *cobra.Command {
	var asked, output string
	var n int
	var draw drawFlags
	c := &cobra.Command{
		Use:     "report LIST...",
		Short:   "The main job: map, influence, gaps and coverage in one HTML page",
		Long:    "Writes one self-contained HTML page with the map, the influential papers, the gaps and\nwhat is known of the list, and the short version on stdout.",
		Example: "  citemap report reading.md\n  citemap report reading.md -o report.html --snapshot reading.jsonl",
		Args:    wantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			chosen, err := format(asked, "", summaries)
			if err != nil {
				return err
			}
			if n < 0 {
				return usagef("-n %d: want 0 for all, or more", n)
			}
			if err := validDrawing(draw.Options); err != nil {
				return err
			}
			file := firstOf(output, reportName(lists[0]))
			if output == "" {
				if err := s.mayWritePage(file, "name the page with -o"); err != nil {
					return err
				}
			}
			f, err := s.study(c.Context(), lists, study.Options{Topics: true})
			if err != nil {
				return err
			}
			if err := s.report(c.Context(), f, lists, file, chosen, n, draw); err != nil {
				return err
			}
			return s.done(f, nil)
		},
	}
	c.Flags().StringVar(&asked, "format", "", "write the short version as "+strings.Join(summaries, ", "))
	complete(c, "format", summaries)
	c.Flags().StringVarP(&output, "output", "o", "", "write the page to this `file` (default: the list's name with .report.html)")
	c.Flags().IntVarP(&n, "number", "n", 10, "show so many papers of each table on stdout; 0: all")
	addDrawing(c, &draw)
	return c
}

// reportName names the page of a list: its name with .report.html, in the
// current folder.
func reportName(list string) string {
	if list == "-" {
		return "citemap.report.html"
	}
	if name := fileNameOf(list); name != list {
		return name + ".report.html"
	}
	base := filepath.Base(list)
	return strings.TrimSuffix(base, filepath.Ext(base)) + ".report.html"
}

// mayWritePage finds what keeps a page that the user has not named from being
// written: besides all else, that a file of its name is no page of citemap.
func (s *session) mayWritePage(name, way string) error {
	if err := s.mayWriteUnnamed(name, way); err != nil {
		return err
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("write %s: %w: %s", name, cause(err), way)
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, 4<<10))
	if err == nil && len(head) > 0 && !bytes.Contains(head, []byte(html.Generator)) {
		err = errors.New("a file that citemap did not write is there")
	}
	if err != nil {
		return fmt.Errorf("write %s: %w: %s", name, cause(err), way)
	}
	return nil
}

// report writes the page to a file and the short version to stdout.
func (s *session) report(ctx context.Context, f *study.Findings, lists []string, file, format string, n int, draw drawFlags) error {
	if err := s.deliver(file, func(w io.Writer) error { return s.page(ctx, w, f, lists, draw) }); err != nil {
		return err
	}
	err := s.deliver("", func(w io.Writer) error {
		if format == "json" {
			return exchange.Report(w, exchange.Head{Verb: "report", Lists: lists}, f, n)
		}
		return text.Report(w, f, n, s.textOptions(""))
	})
	if err == nil {
		s.say("report: %s", file)
	}
	return err
}

// page writes the report as one HTML page.
func (s *session) page(ctx context.Context, w io.Writer, f *study.Findings, lists []string, draw drawFlags) error {
	m := draw.mapOf(f)
	svg, err := dot.SVG(ctx, m, s.engine())
	if err != nil {
		return err
	}
	return html.Write(w, html.Page{Findings: f, Map: m, SVG: svg, Lists: lists, Version: version()})
}
