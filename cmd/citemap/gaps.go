package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/answer"
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
	text   bool
	add    edit.AddOptions
}

func newGaps(s *session.Session) *cobra.Command {
	var o gapsOptions
	c := &cobra.Command{
		Use:   "gaps LIST...",
		Short: "Find what is missing from the list, with reasons",
		Long: "Finds the papers that the list lacks, the most likely first, and says why. Only those that\n" +
			"very likely belong are called missing; the others are worth a look, or context. Without\n" +
			"--kind all kinds are ranked together; with it, each paper is compared with those of its own\n" +
			"time, so that older papers have no advantage: " + strings.Join(gap.KindNames(), ", ") + ".\n" +
			"Newer papers have had no time to be cited: with --kind newer they are ranked by how surprising\n" +
			"it is that a paper of so many references cites just these of the list, and by their titles.\n\n" +
			"In json, csv and tsv each has a chance, belongs, between 0 and 1: that it is on the full list, if\n" +
			"yours is half of it. It was fitted on reference lists of papers of which half was hidden: of those\n" +
			"given .4, four in ten were on the hidden half. strength is the same in words: " + strings.Join(gap.StrengthNames(), ", ") + ".\n" +
			"Of ten strong ones seven were on the hidden half, in fields not fitted on (five to eight by field),\n" +
			"of ten worth a look three, of thirty of the context one. A list of fewer than ten papers is taken for\n" +
			"the beginning of one of twenty to a hundred. The chance says nothing of a list that is complete, and\n" +
			"a list kept for another end than a paper's references may differ. Where few papers around the list\n" +
			"have known references it is lower, and none is strong. docs/gaps.md has the figures, citemap eval\n" +
			"those of lists of your own.",
		Example: "  citemap gaps reading.md -n 20\n  citemap gaps reading.md --kind newer --exclude arXiv:2303.08774\n  citemap gaps reading.md --since last-month.jsonl.gz\n  citemap gaps reading.md --add 1,3-5 --dry-run",
		Args:    session.WantLists,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	o.answer.AddFlags(c, 20)
	addAdding(c, &o.add)
	c.Flags().StringSliceVar(&o.kinds, "kind", nil, "show only gaps of this `kind`: "+strings.Join(gap.KindNames(), ", "))
	c.Flags().StringVar(&o.since, "since", "", "show only gaps that were not among the first in this earlier `snapshot`")
	c.Flags().BoolVar(&o.text, "text", false, "let similarity of the texts (SPECTER2 embeddings) count in the score; its weight is a guess, eval --text tests it")
	session.Complete(c, "kind", gap.KindNames())
	return c
}

// addAdding gives a verb the flags that say which gaps to add to a list.
func addAdding(c *cobra.Command, o *edit.AddOptions) {
	c.Flags().StringSliceVar(&o.Ranks, "add", nil, "add these gaps to the list, in its own form: their numbers (1,3,5-7), or `ids`")
	c.Flags().BoolVar(&o.Interactive, "add-interactive", false, "ask about each gap: y to add it, n to skip it, x to exclude it for good, q to stop; after every five answers, search again with those added")
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, "show what --add would change as a diff; write nothing")
	c.Flags().StringVar(&o.To, "add-to", "", "the `file` to add to, if several lists are given")
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
		Options:             study.Options{Topics: true, Gaps: gap.Options{Kinds: kinds, Text: o.text}},
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
	return s.Finish(f, o.write(s, f))
}

func (o gapsOptions) write(s *session.Session, f *service.Findings) error {
	return s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return answer.Gaps(w, f, o.answer.N) },
		Text:  func(w io.Writer, t text.Options) error { return text.Gaps(w, f.Findings, o.answer.N, t) },
		Table: func() exchange.Table { return exchange.GapsTable(f.Findings, o.answer.N) },
	})
}

func parseKinds(names []string) ([]gap.Kind, error) {
	kinds := make([]gap.Kind, len(names))
	for i, name := range names {
		if err := kinds[i].UnmarshalText([]byte(name)); err != nil {
			return nil, usage.Errorf("--kind %s: %s", name, usage.WantOneOf(gap.KindNames(), name))
		}
	}
	return kinds, nil
}
