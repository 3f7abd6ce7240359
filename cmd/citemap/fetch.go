package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/progress"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
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
	answer session.AnswerOptions // the plan
}

const fetchLong = `Looks up every entry at Semantic Scholar, then the references and citing papers of the
listed papers, then the reference lists of those, and keeps the answers in the library, so
that the other verbs need no network. Within --budget, what matters most to the list comes
first. --plan fetches nothing and shows what a run would fetch.`

func newFetch(s *session.Session) *cobra.Command {
	var o fetchOptions
	c := &cobra.Command{
		Use:     "fetch LIST...",
		Short:   "Fetch the papers around a list into the library",
		Long:    fetchLong,
		Example: "  citemap fetch reading.md --plan\n  citemap fetch reading.md --budget 200",
		Args:    session.WantLists,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().BoolVar(&o.plan, "plan", false, "fetch nothing; show the stages and how many requests each takes")
	o.answer.AddFlags(c, 0)
	return c
}

// run fills the library, or shows what it would ask for.
func (o fetchOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if s.Flags.Service.Snapshot != "" || s.Flags.Service.Offline && !o.plan {
		return usage.Errorf("citemap fetch: leave out --snapshot and --offline: with them nothing is fetched")
	}
	if o.plan {
		return o.showPlan(ctx, s, lists)
	}
	if o.answer.Format != "" || o.answer.Output != "" {
		return usage.Errorf("citemap fetch: --format and --output go with --plan")
	}
	return o.fill(ctx, s, lists)
}

// fill fills the library and says what it holds of the list.
func (o fetchOptions) fill(ctx context.Context, s *session.Session, lists []string) error {
	f, err := s.Service.Cover(ctx, lists, service.GatherOptions{SayPlan: true, Whole: true})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	v := f.Coverage
	s.Console.Say("%d of %d entries have a paper, %s; %d papers, %d citations in the library's corpus",
		v.Resolved, v.Entries, render.ListsKnown(v), v.Papers, v.Citations)
	sayUnknown(s, f.Corpus)
	return s.Finish(f, nil)
}

// showPlan shows what fill would ask for.
func (o fetchOptions) showPlan(ctx context.Context, s *session.Session, lists []string) error {
	if err := o.answer.Check(); err != nil {
		return err
	}
	read, err := s.Service.Read(ctx, lists, service.ReadOptions{})
	if err != nil {
		return err
	}
	stages, err := s.Service.Plan(ctx, read)
	if err != nil {
		return err
	}
	t := exchange.PlanTable(answer.Stages(stages))
	foot := planInWords(s, stages)
	return s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return answer.Plan(w, read, stages) },
		Text:  func(w io.Writer, to text.Options) error { return text.Plan(w, rowsOf(t), foot, to) },
		Table: func() exchange.Table { return t },
	})
}

// planInWords says how many requests a plan takes, and how long.
func planInWords(s *session.Session, stages []fetch.Stage) string {
	total, exact := progress.Requests(stages)
	rate := s.Flags.Service.Rate
	switch {
	case total == 0 && s.Flags.Service.Budget == 0:
		return "nothing to fetch: --budget is 0"
	case total == 0:
		return "nothing to fetch: the library has it all"
	}
	return fmt.Sprintf("%s, %s at %v per second", progress.Count(total, exact), progress.Span(progress.Duration(total, rate)), rate)
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
func sayUnknown(s *session.Session, c *graph.Corpus) {
	for _, id := range c.Listed() {
		if p := c.Paper(id); p.References.State != graph.Known {
			s.Console.Say("%s", render.Clean(notWhole(p)))
		}
	}
}
