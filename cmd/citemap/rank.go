package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/dustin/go-humanize"
	"github.com/spf13/cobra"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// rankOptions are the flags of rank.
type rankOptions struct {
	answer session.AnswerOptions
	by     rank.Measure
	shown  []rank.Measure // those that the answer has a column for
	whole  bool
	memory string
}

func newRank(s *session.Session) *cobra.Command {
	o := rankOptions{by: rank.Default}
	c := &cobra.Command{
		Use:     "rank LIST...",
		Short:   "Rank papers by influence",
		Long:    rankLong(),
		Example: "  citemap rank reading.md\n  citemap rank reading.md --by pagerank -n 20\n  citemap rank --snapshot field.jsonl.gz --format csv",
		Args:    s.ListsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			o.shown = answer.Shown(o.by, c.Flags().Changed("by"))
			return o.run(c.Context(), s, lists)
		},
	}
	o.answer.AddFlags(c, 20)
	c.Flags().Var(&o.by, "by", "rank by this `measure` (listed above)")
	c.Flags().BoolVar(&o.whole, "whole", false, "rank the whole corpus, not only the papers around the list")
	c.Flags().StringVar(&o.memory, "memory", "", "with --whole and a large field: use at most this much `memory`, such as 4GB (default: what is free)")
	session.Complete(c, "by", rank.Names())
	return c
}

// rankLong explains the measures, a line each.
func rankLong() string {
	var b strings.Builder
	b.WriteString("Ranks the papers around the list by influence: those reached from a listed paper by following\ncitations in either direction, at most 300 per listed paper. --whole ranks the whole corpus.\n\nWithout --by, papers are ranked by their PageRank compared with papers of the same age, since\nolder papers have had more time to be cited. --wide adds how often each is cited, its PageRank,\nand whether it bridges parts of the field. With --snapshot the list may be left out: then the\nwhole corpus is ranked.\n\nMeasures:\n")
	for _, m := range rank.All() {
		fmt.Fprintf(&b, "  %-18s %s\n", m, m.Meaning())
	}
	return strings.TrimSpace(b.String())
}

// run ranks the papers around the list, or of the whole corpus.
func (o rankOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if err := o.answer.Check(); err != nil {
		return err
	}
	memory, err := o.bytes()
	if err != nil {
		return err
	}
	if o.whole || len(lists) == 0 {
		large, err := s.Service.TooLargeForGraph()
		if err != nil {
			return err
		}
		if large {
			return o.runField(ctx, s, lists, memory)
		}
	}
	f, err := s.Service.Cover(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	r := f.Ranking(o.by, o.whole)
	err = o.write(s, f, r)
	if n := rank.Sources(r.Among.Graph); n > 0 && o.showsBridge() {
		s.Console.Say("bridge (betweenness) is an estimate, from %d of %d papers", n, r.Among.Graph.Len())
	}
	return s.Finish(f, err)
}

// runField ranks all papers of a field that is too large for a graph.
func (o rankOptions) runField(ctx context.Context, s *session.Session, lists []string, memory int64) error {
	o.shown = slices.DeleteFunc(slices.Clone(o.shown), func(m rank.Measure) bool { return m != o.by && !m.Streams() })
	f, r, err := s.Service.RankField(ctx, lists, service.FieldRanking{By: o.by, Shown: o.shown, N: o.answer.N, Memory: memory})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	return s.Finish(f, o.write(s, f, r))
}

// bytes is how much memory may be taken; 0: what is free.
func (o rankOptions) bytes() (int64, error) {
	if o.memory == "" {
		return 0, nil
	}
	n, err := humanize.ParseBytes(o.memory)
	if err != nil || n == 0 || n > math.MaxInt64 {
		return 0, usage.Errorf("--memory %s: want a number and a unit, such as 4GB or 800MB", o.memory)
	}
	return int64(n), nil
}

// showsBridge reports whether the answer has a number for betweenness.
func (o rankOptions) showsBridge() bool {
	format, err := session.ChooseFormat(o.answer.Format, o.answer.Output, session.Tables)
	columns := err == nil && (o.answer.Wide || format != session.Tables[0])
	return o.by == rank.Betweenness || columns && slices.Contains(o.shown, rank.Betweenness)
}

func (o rankOptions) write(s *session.Session, f *service.Findings, r *study.Ranking) error {
	shown := r.Papers
	if o.answer.N > 0 {
		shown = shown[:min(o.answer.N, len(shown))]
	}
	f.Graph.ReadAhead(shown)
	return s.Write(o.answer, session.Answer{
		JSON: func(w io.Writer) error { return answer.Rank(w, f, r, o.shown, o.answer.N) },
		Text: func(w io.Writer, t text.Options) error {
			return text.Rank(w, f.Findings, r, o.shown, o.answer.N, t)
		},
		Table: func() exchange.Table { return exchange.RankTable(f.Findings, r, o.shown, o.answer.N) },
	})
}
