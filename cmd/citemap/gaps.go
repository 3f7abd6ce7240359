package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// gapsOptions are the flags of gaps.
type gapsOptions struct {
	answer session.AnswerOptions
	kinds  []string
	since  string
	add    edit.AddOptions
}

func newGaps(s *session.Session) *cobra.Command {
	var o gapsOptions
	c := &cobra.Command{
		Use:   "gaps LIST...",
		Short: "What is missing from the list, with reasons",
		Long: "Finds the papers off the list that belong on it, best first, and says of each why.\n" +
			"Without --kind there is one list over all kinds, by score; with it each paper is measured\n" +
			"against those of its own time, so that age is no merit: " + strings.Join(gap.KindNames(), ", ") + ".\n" +
			"Newer papers are too new to be cited: with --kind newer they are ordered by how surprising it is that\n" +
			"a paper of so many references cites just these of the list, and by how alike their titles are.\n\n" +
			"In json, csv and tsv each has a chance, belongs, between 0 and 1: that it is on the full list, if\n" +
			"yours is half of it. It was fitted on reference lists of papers of which half was hidden: of those\n" +
			"given .4, four in ten were on the hidden half. strength is the same in words:\n" +
			strings.Join(gap.StrengthNames(), ", ") + ". Of ten strong ones\n" +
			"about six or seven were hidden on fields not fitted on (five to eight by field), of ten worth a look\n" +
			"three, of thirty of the context one. A list of fewer than ten papers is taken for the beginning of\n" +
			"one of twenty to a hundred. The chance says nothing of a list that is complete, and a list kept for\n" +
			"another end than a paper's references may differ. Where few papers around the list have known\n" +
			"references it is lower. docs/gaps.md has the figures, citemap eval those of lists of your own.",
		Example: "  citemap gaps reading.md -n 20\n  citemap gaps reading.md --kind newer --exclude arXiv:2303.08774\n  citemap gaps reading.md --since last-month.jsonl.gz\n  citemap gaps reading.md --add 1,3-5 --dry-run",
		Args:    session.WantLists,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	o.answer.AddFlags(c, 20)
	addAdding(c, &o.add)
	c.Flags().StringSliceVar(&o.kinds, "kind", nil, "show only gaps of this `kind`: "+strings.Join(gap.KindNames(), ", "))
	c.Flags().StringVar(&o.since, "since", "", "show only what was not among the first gaps in this earlier `snapshot`")
	session.Complete(c, "kind", gap.KindNames())
	return c
}

// addAdding gives a verb the flags that say which gaps to add to a list.
func addAdding(c *cobra.Command, o *edit.AddOptions) {
	c.Flags().StringSliceVar(&o.Ranks, "add", nil, "add these gaps to the list, in its own form: ranks (1,3,5-7) of this answer, or `ids`")
	c.Flags().BoolVar(&o.Interactive, "add-interactive", false, "ask for each gap whether to add it (y, n, x: exclude for good, q), and look again with those added after every five")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "show what --add would change as a diff, and write nothing")
	c.Flags().StringVar(&o.To, "add-to", "", "of several lists, the `file` to add to")
}

// run finds the gaps, and writes the answer or adds some to a list.
func (o gapsOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if err := o.answer.Check(); err != nil {
		return err
	}
	if err := s.Editing().CheckAdd(lists, o.add); err != nil {
		return err
	}
	kinds, err := parseKinds(o.kinds)
	if err != nil {
		return err
	}
	f, err := s.Service.Study(ctx, lists, service.StudyOptions{
		Options:             study.Options{Topics: true, Gaps: gap.Options{Kinds: kinds}},
		ExcludeFileMayBeNew: o.add.Interactive,
	})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	if o.since != "" {
		if err := s.Service.LeaveOutEarlier(ctx, f, o.since, kinds, o.answer.N); err != nil {
			return err
		}
	}
	if o.add.Wanted() {
		o.add.First, o.add.Kinds, o.add.ExcludeFile = o.answer.N, kinds, s.Flags.Service.ExcludeFile
		return s.Finish(f, s.Editing().Add(ctx, f.Findings, lists, o.add))
	}
	return s.Finish(f, o.write(s, f, lists))
}

func (o gapsOptions) write(s *session.Session, f *service.Findings, lists []string) error {
	head := exchange.Head{Verb: "gaps", Lists: lists}
	return s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return exchange.Gaps(w, head, f.Findings, o.answer.N) },
		Text:  func(w io.Writer, t text.Options) error { return text.Gaps(w, f.Findings, o.answer.N, t) },
		Table: func() exchange.Table { return exchange.GapsTable(f.Findings, o.answer.N) },
	})
}

func parseKinds(names []string) ([]gap.Kind, error) {
	kinds := make([]gap.Kind, len(names))
	for i, name := range names {
		if err := kinds[i].UnmarshalText([]byte(name)); err != nil {
			return nil, usage.Errorf("--kind: %w", err)
		}
	}
	return kinds, nil
}
