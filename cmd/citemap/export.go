package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/graph"
	"citemap/graph/pairs"
	"citemap/graph/rank"
	"citemap/graph/view"
	"citemap/render/export"
)

// exportOptions are the flags of export.
type exportOptions struct {
	format  string
	output  string
	what    export.What
	n       int
	joined  export.Joined
	drawing picture.Drawing
}

func newExport(s *session.Session) *cobra.Command {
	o := exportOptions{joined: export.Joined{Weight: pairs.ByCount}}
	c := &cobra.Command{
		Use:     "export LIST...",
		Short:   "Export the graph for other programs",
		Long:    exportLong(),
		Example: "  citemap export reading.md -o reading.graphml\n  citemap export reading.md --what list --format bibtex\n  citemap export --snapshot field.jsonl.gz -o field.citations.parquet",
		Args:    s.ListsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			chosen, err := o.chosen()
			if err != nil {
				return err
			}
			if err := o.checkLinks(chosen, c.Flags().Changed("normalise")); err != nil {
				return err
			}
			if err := mayWriteBeside(s, chosen, o.output); err != nil {
				return err
			}
			if chosen.Binary && o.output == "" && console.IsTerminal(s.Stdout) {
				return usage.Errorf("citemap export: %s is not written to a terminal: name a file with -o, or redirect stdout", chosen.Name)
			}
			return o.run(c.Context(), s, lists, chosen)
		},
	}
	c.Flags().StringVar(&o.format, "format", "", "output `format` (default: by the name of -o, else graphml)")
	c.Flags().StringVarP(&o.output, "output", "o", "", "write to this `file` instead of stdout")
	c.Flags().Var(&o.what, "what", "which `papers` to export: "+strings.Join(export.WhatNames(), ", "))
	c.Flags().Var(&o.joined.By, "links", "what `links` papers: "+strings.Join(export.LinkNames(), ", "))
	c.Flags().Var(&o.joined.Weight, "normalise", "with --links cocitation or coupling: `weight` of a link: "+strings.Join(pairs.Strengths(), ", "))
	c.Flags().IntVarP(&o.n, "number", "n", 0, "with --what gaps: export this many papers; 0: all")
	c.Flags().IntVar(&o.drawing.Papers, "papers", 60, "with --what map: export at most this many papers")
	session.Complete(c, "format", export.Names())
	session.Complete(c, "what", export.WhatNames())
	session.Complete(c, "links", export.LinkNames())
	session.Complete(c, "normalise", pairs.Strengths())
	return c
}

// exportLong lists the formats, a line each.
func exportLong() string {
	var b strings.Builder
	b.WriteString("Writes papers and citations for other programs. Each paper has its title, year, authors and\nids, whether it is listed, its community and its score by every measure; what is not known\nis left out. Each citation has its share of the search paths (spc) among the exported papers,\nand says whether it is on their main path. --links cocitation connects papers that are cited\ntogether, --links coupling papers that share references; --normalise association weighs them\nby how much more often than by chance. With --snapshot the list may be left out.\n\nFormats, and the file extensions that select them:\n")
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-18s .%-18s %s\n", f.Name, f.Extension, f.About)
	}
	return strings.TrimSpace(b.String())
}

// chosen is the format asked for, else the one that the file's name tells.
func (o exportOptions) chosen() (export.Format, error) {
	if o.n < 0 {
		return export.Format{}, usage.Errorf("-n %d: want 0 for all, or more", o.n)
	}
	if err := checkDrawing(o.drawing); err != nil {
		return export.Format{}, err
	}
	if o.format == "" && o.output != "" && o.output != "-" {
		if f, found := export.ByFile(o.output); found {
			return f, nil
		}
		return export.Format{}, usage.Errorf("-o %s: unknown extension: name a format with --format: %s", o.output, strings.Join(export.Names(), ", "))
	}
	name := cmp.Or(o.format, export.Names()[0])
	f, found := export.ByName(name)
	if !found {
		return export.Format{}, usage.Errorf("--format %s: %s", name, usage.WantOneOf(export.Names(), name))
	}
	return f, nil
}

// run writes the graph.
func (o exportOptions) run(ctx context.Context, s *session.Session, lists []string, chosen export.Format) error {
	f, err := s.Service.Study(ctx, lists, service.StudyOptions{})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	var drawn []graph.Node
	if o.what == export.Map {
		for _, p := range view.Of(f.Findings, o.drawing.Options).Papers {
			drawn = append(drawn, p.Node)
		}
	}
	selection := export.Select(f.Findings, o.what, drawn, o.n)
	selection.Joined = o.joined
	x := export.New(f.Findings, selection, rank.All())
	err = s.Deliver(o.output, func(w io.Writer) error { return chosen.Write(w, x) })
	for _, file := range beside(chosen, o.output) {
		if err == nil {
			err = s.Deliver(file.name, func(w io.Writer) error { return file.format.Write(w, x) })
		}
	}
	return s.Finish(f, err)
}
