package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"citemap/fetch"
	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
	"citemap/render/exchange"
	"citemap/render/text"
)

const fetchLong = `Asks Semantic Scholar about every entry, then for the references and citing papers of
the listed papers, then for the reference lists of those, and keeps the answers in the
library, so that the other verbs ask nothing. What is asked for is chosen by its value to
the list within --budget. --plan asks nothing and shows what a run would ask for.`

func newFetch(s *session) *cobra.Command {
	var plan bool
	var o answerFlags
	c := &cobra.Command{
		Use:     "fetch LIST...",
		Short:   "Fill the library with the papers around a list",
		Long:    fetchLong,
		Example: "  citemap fetch reading.md --plan\n  citemap fetch reading.md --budget 200",
		Args:    wantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			if s.flags.snapshot != "" || s.flags.offline && !plan {
				return usagef("citemap fetch: --snapshot and --offline keep it from fetching anything")
			}
			if plan {
				return s.plan(c.Context(), lists, o)
			}
			if o.format != "" || o.output != "" {
				return usagef("citemap fetch: --format and --output go with --plan")
			}
			return s.fetch(c.Context(), lists)
		},
	}
	c.Flags().BoolVar(&plan, "plan", false, "ask nothing; show the stages and how many requests each takes")
	o.add(c, 0)
	return c
}

// fetch fills the library and says what it holds of the list.
func (s *session) fetch(ctx context.Context, lists []string) error {
	s.tellPlan, s.mustBeWhole = true, true
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return err
	}
	if err := s.anyResolved(corpus); err != nil {
		return err
	}
	f := study.Cover(corpus)
	s.warn(f)
	v := f.Coverage
	s.say("%d of %d entries have a paper, %s; %d papers, %d citations in the library's corpus",
		v.Resolved, v.Entries, render.ListsKnown(v), v.Papers, v.Citations)
	s.sayUnknown(corpus)
	return s.done(f, nil)
}

// plan shows what fetch would ask for.
func (s *session) plan(ctx context.Context, lists []string, o answerFlags) error {
	if err := o.valid(); err != nil {
		return err
	}
	entries, err := s.read(ctx, lists)
	if err != nil {
		return err
	}
	from, err := s.open()
	if err != nil {
		return err
	}
	defer from.close()
	stages, err := fetch.Plan(ctx, from.source, entries, fetch.Options{Budget: s.budget(), Fallbacks: from.fallbacks})
	if err != nil {
		return err
	}
	rows := make([]exchange.Stage, len(stages))
	for i, x := range stages {
		rows[i] = exchange.Stage{Name: x.Name, Source: x.Source, Subjects: x.Subjects, Known: x.Known, Requests: x.Requests, Exact: x.Exact}
	}
	t := exchange.PlanTable(rows)
	total, exact := addUp(stages)
	foot := fmt.Sprintf("%s, %s at %v a second", counted(total, exact), span(s.duration(total)), s.flags.rate)
	switch {
	case total == 0 && s.flags.budget == 0:
		foot = "nothing is asked with --budget 0"
	case total == 0:
		foot = "nothing to ask: the library knows it all"
	}
	return s.write(o, answer{
		json:  func(w io.Writer) error { return exchange.Plan(w, exchange.Head{Verb: "fetch", Lists: lists}, rows) },
		text:  func(w io.Writer, to text.Options) error { return text.Plan(w, rowsOf(t), foot, to) },
		table: func() exchange.Table { return t },
	})
}

// rowsOf gives a table with its heads as the first row.
func rowsOf(t exchange.Table) [][]string {
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Name
	}
	return append([][]string{heads}, t.Rows...)
}

func notWhole(p *graph.Paper) string {
	if p.References.State == graph.Cut {
		return fmt.Sprintf("reference list %s: %s", render.ListState(p), p.Byline())
	}
	return fmt.Sprintf("no reference list known (%s): %s", p.References.State, p.Byline())
}

// sayUnknown names the listed papers whose reference list is not known to its
// end.
func (s *session) sayUnknown(c *graph.Corpus) {
	for _, id := range c.Listed() {
		if p := c.Paper(id); p.References.State != graph.Known {
			s.say("%s", render.Clean(notWhole(p)))
		}
	}
}
