package main

import (
	"cmp"
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/record"
	"citemap/render/text"
)

// reportOptions are the flags of report.
type reportOptions struct {
	format  string // of the short version on stdout
	output  string // of the page
	n       int
	record  bool   // is to stand in a file of its own, too
	add     string // the command that puts papers on the list; "": as the flags have it
	drawing picture.Drawing
}

func newReport(s *session.Session) *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report LIST...",
		Short: "Write a report: map, influence, gaps and coverage in one HTML page",
		Long: "Writes one self-contained HTML page with the map, the influential papers, the gaps and what\nis known about the list. A short version is printed on stdout.\n\n" +
			"The page ends with a record of the search, as systematic reviews need it (PRISMA-S): sources and\n" +
			"licences, dates, how many papers each direction gave, candidates and limits. --record adds what is\n" +
			"the run's own, its command line and its requests, and also writes the record as Markdown.",
		Example: "  citemap report reading.md\n  citemap report reading.md -o report.html --snapshot reading.jsonl",
		Args:    session.WantLists,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().StringVar(&o.format, "format", "", "`format` of the short version: "+strings.Join(session.Summaries, ", "))
	session.Complete(c, "format", session.Summaries)
	c.Flags().StringVarP(&o.output, "output", "o", "", "write the page to this `file` (default: the list's name with .report.html)")
	c.Flags().IntVarP(&o.n, "number", "n", 10, "show this many papers in each part of the short version; 0: all")
	c.Flags().BoolVar(&o.record, "record", false, "complete the record of the search, and also write it beside the page, with .record.md for .report.html")
	addDrawing(c, &o.drawing)
	return c
}

// run studies the lists and writes the page and the short version.
func (o reportOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if err := o.check(); err != nil {
		return err
	}
	named := o.output != ""
	o.output = cmp.Or(o.output, pageName(lists[0]))
	if !named {
		if err := mayWritePage(s, o.output, "name the page with -o"); err != nil {
			return err
		}
	}
	if o.record {
		if err := mayReplace(s, recordName(o.output, lists[0]), record.Generator, "name the page with -o"); err != nil {
			return err
		}
	}
	f, err := s.Service.Study(ctx, lists, service.StudyOptions{Options: study.Options{Topics: true}})
	if err != nil {
		return err
	}
	o.drawing = o.drawing.Titled(f.Title)
	return s.Finish(f, o.write(ctx, s, o.searched(s, f, lists)))
}

// searched is what the record of the search is made of. What is the run's own stands in
// it only where a record is wanted: else the same corpus gives the same page.
func (o reportOptions) searched(s *session.Session, f *service.Findings, lists []string) record.Run {
	r := runOf(s, f, lists)
	r.Own = o.record
	return r
}

// check finds what is wrong with the flags before anything is gathered.
func (o reportOptions) check() error {
	if _, err := session.ChooseFormat(o.format, "", session.Summaries); err != nil {
		return err
	}
	if o.n < 0 {
		return usage.Errorf("-n %d: want 0 for all, or more", o.n)
	}
	return checkDrawing(o.drawing)
}

// write writes the page to the file, the record where it is wanted, and the short
// version to stdout.
func (o reportOptions) write(ctx context.Context, s *session.Session, r record.Run) error {
	f, lists := r.Findings, r.Lists
	add := cmp.Or(o.add, edit.Command(lists, s.Flags.Service))
	if err := s.Deliver(o.output, func(w io.Writer) error { return penOf(s).Page(ctx, w, r, o.drawing, add) }); err != nil {
		return err
	}
	beside := recordName(o.output, lists[0])
	if o.record {
		if err := s.Deliver(beside, record.Of(r).Markdown); err != nil {
			return err
		}
	}
	err := s.Deliver("", func(w io.Writer) error {
		if o.format == "json" {
			return exchange.Report(w, exchange.Head{Verb: "report", Lists: lists}, f, o.n)
		}
		return text.Report(w, f, o.n, s.TextOptions(""))
	})
	if err == nil {
		s.Console.Say("report: %s", o.output)
	}
	if err == nil && o.record {
		s.Console.Say("record: %s", beside)
	}
	return err
}
