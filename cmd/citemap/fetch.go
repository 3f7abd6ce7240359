package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/progress"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/usage"
	"citemap/fetch"
	"citemap/graph"
	"citemap/render"
	"citemap/render/exchange"
	"citemap/render/text"
)

// fetchOptions are the flags of fetch.
type fetchOptions struct {
	plan   bool
	answer answerOptions // the plan
}

const fetchLong = `Asks Semantic Scholar about every entry, then for the references and citing papers of
the listed papers, then for the reference lists of those, and keeps the answers in the
library, so that the other verbs ask nothing. What is asked for is chosen by its value to
the list within --budget. --plan asks nothing and shows what a run would ask for.`

func newFetch(s *session) *cobra.Command {
	var o fetchOptions
	c := &cobra.Command{
		Use:     "fetch LIST...",
		Short:   "Fill the library with the papers around a list",
		Long:    fetchLong,
		Example: "  citemap fetch reading.md --plan\n  citemap fetch reading.md --budget 200",
		Args:    wantLists,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().BoolVar(&o.plan, "plan", false, "ask nothing; show the stages and how many requests each takes")
	o.answer.add(c, 0)
	return c
}

// run fills the library, or shows what it would ask for.
func (o fetchOptions) run(ctx context.Context, s *session, lists []string) error {
	if s.flags.service.Snapshot != "" || s.flags.service.Offline && !o.plan {
		return usage.Errorf("citemap fetch: --snapshot and --offline keep it from fetching anything")
	}
	if o.plan {
		return o.showPlan(ctx, s, lists)
	}
	if o.answer.format != "" || o.answer.output != "" {
		return usage.Errorf("citemap fetch: --format and --output go with --plan")
	}
	return o.fill(ctx, s, lists)
}

// fill fills the library and says what it holds of the list.
func (o fetchOptions) fill(ctx context.Context, s *session, lists []string) error {
	corpus, err := s.service.Corpus(ctx, lists, service.GatherOptions{SayPlan: true, Whole: true})
	if err != nil {
		return err
	}
	if err := s.service.AnyResolved(corpus); err != nil {
		return err
	}
	f := corpus.Cover()
	s.sayUnresolved(f)
	v := f.Coverage
	s.console.Say("%d of %d entries have a paper, %s; %d papers, %d citations in the library's corpus",
		v.Resolved, v.Entries, render.ListsKnown(v), v.Papers, v.Citations)
	s.sayUnknown(corpus.Corpus)
	return s.finish(f, nil)
}

// showPlan shows what fill would ask for.
func (o fetchOptions) showPlan(ctx context.Context, s *session, lists []string) error {
	if err := o.answer.check(); err != nil {
		return err
	}
	read, err := s.service.Read(ctx, lists, service.ReadOptions{})
	if err != nil {
		return err
	}
	stages, err := s.service.Plan(ctx, read)
	if err != nil {
		return err
	}
	rows := make([]exchange.Stage, len(stages))
	for i, x := range stages {
		rows[i] = exchange.Stage{Name: x.Name, Source: x.Source, Subjects: x.Subjects, Known: x.Known, Requests: x.Requests, Exact: x.Exact}
	}
	t := exchange.PlanTable(rows)
	foot := s.planInWords(stages)
	return s.write(o.answer, answer{
		json:  func(w io.Writer) error { return exchange.Plan(w, exchange.Head{Verb: "fetch", Lists: lists}, rows) },
		text:  func(w io.Writer, to text.Options) error { return text.Plan(w, rowsOf(t), foot, to) },
		table: func() exchange.Table { return t },
	})
}

// planInWords says how many requests a plan takes, and how long.
func (s *session) planInWords(stages []fetch.Stage) string {
	total, exact := progress.Requests(stages)
	rate := s.flags.service.Rate
	switch {
	case total == 0 && s.flags.service.Budget == 0:
		return "nothing is asked with --budget 0"
	case total == 0:
		return "nothing to ask: the library knows it all"
	}
	return fmt.Sprintf("%s, %s at %v a second", progress.Count(total, exact), progress.Span(progress.Duration(total, rate)), rate)
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
			s.console.Say("%s", render.Clean(notWhole(p)))
		}
	}
}
