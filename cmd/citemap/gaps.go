package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// gapsFlags are the flags of gaps.
type gapsFlags struct {
	answerFlags
	kinds []string
	since string
	onto  addFlags
}

func newGaps(s *session) *cobra.Command {
	var o gapsFlags
	c := &cobra.Command{
		Use:   "gaps LIST...",
		Short: "What is missing from the list, with reasons",
		Long: "Finds the papers off the list that belong on it, best first, and says of each why.\n" +
			"Without --kind there is one list over all kinds, by score; with it each paper is measured\n" +
			"against those of its own time, so that age is no merit: " + strings.Join(gap.KindNames(), ", ") + ".",
		Example: "  citemap gaps reading.md -n 20\n  citemap gaps reading.md --kind newer --exclude arXiv:2303.08774\n  citemap gaps reading.md --since last-month.jsonl.gz\n  citemap gaps reading.md --add 1,3-5 --dry-run",
		Args:    wantLists,
		RunE:    func(c *cobra.Command, lists []string) error { return s.gaps(c.Context(), lists, o) },
	}
	o.add(c, 20)
	o.onto.add(c)
	c.Flags().StringSliceVar(&o.kinds, "kind", nil, "show only gaps of this `kind`: "+strings.Join(gap.KindNames(), ", "))
	c.Flags().StringVar(&o.since, "since", "", "show only what was not among the first gaps in this earlier `snapshot`")
	complete(c, "kind", gap.KindNames())
	return c
}

// gaps finds the gaps and writes the answer.
func (s *session) gaps(ctx context.Context, lists []string, o gapsFlags) error {
	if err := o.valid(); err != nil {
		return err
	}
	if err := o.onto.check(s, lists); err != nil {
		return err
	}
	kinds, err := parseKinds(o.kinds)
	if err != nil {
		return err
	}
	s.excludeFileMayBeNew = o.onto.Interactive
	f, err := s.study(ctx, lists, study.Options{Topics: true, Gaps: gap.Options{Kinds: kinds}})
	if err != nil {
		return err
	}
	s.warn(f)
	if o.since != "" {
		if err := s.since(ctx, f, lists, kinds, o.since, o.n); err != nil {
			return err
		}
	}
	if o.onto.wanted() {
		o.onto.First = o.n
		return s.done(f, s.add(ctx, f, lists, o.onto))
	}
	return s.done(f, s.writeGaps(f, lists, o))
}

func (s *session) writeGaps(f *study.Findings, lists []string, o gapsFlags) error {
	head := exchange.Head{Verb: "gaps", Lists: lists}
	return s.write(o.answerFlags, answer{
		json:  func(w io.Writer) error { return exchange.Gaps(w, head, f, o.n) },
		text:  func(w io.Writer, t text.Options) error { return text.Gaps(w, f, o.n, t) },
		table: func() exchange.Table { return exchange.GapsTable(f, o.n) },
	})
}

func parseKinds(names []string) ([]gap.Kind, error) {
	kinds := make([]gap.Kind, len(names))
	for i, name := range names {
		if err := kinds[i].UnmarshalText([]byte(name)); err != nil {
			return nil, usagef("--kind: %w", err)
		}
	}
	return kinds, nil
}
