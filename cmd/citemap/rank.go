package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/graph/rank"
	"citemap/render/exchange"
	"citemap/render/text"
)

// rankOptions are the flags of rank.
type rankOptions struct {
	answer session.AnswerOptions
	by     rank.Measure
	shown  []rank.Measure // those that the answer has a column for
}

func newRank(s *session.Session) *cobra.Command {
	o := rankOptions{by: rank.Default, shown: rank.Shown}
	c := &cobra.Command{
		Use:     "rank LIST...",
		Short:   "Papers by influence",
		Long:    rankLong(),
		Example: "  citemap rank reading.md\n  citemap rank reading.md --by pagerank -n 20\n  citemap rank --snapshot field.jsonl.gz --format csv",
		Args:    s.ListsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if c.Flags().Changed("by") {
				o.shown = slices.Compact([]rank.Measure{rank.Local, o.by})
			}
			return o.run(c.Context(), s, lists)
		},
	}
	o.answer.AddFlags(c, 20)
	c.Flags().Var(&o.by, "by", "rank by this `measure`")
	session.Complete(c, "by", rank.Names())
	return c
}

// rankLong explains the measures, a line each.
func rankLong() string {
	var b strings.Builder
	b.WriteString("Ranks the papers of the corpus by influence. Without --by it shows how often each is cited\nin your corpus, its PageRank, how it stands among papers of its age, by which it ranks, and\nwhether it bridges parts of the field. With --snapshot the list may be left out.\n\nMeasures:\n")
	for _, m := range rank.All() {
		fmt.Fprintf(&b, "  %-18s %s\n", m, m.Meaning())
	}
	return strings.TrimSpace(b.String())
}

// run ranks the papers of the corpus.
func (o rankOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if err := o.answer.Check(); err != nil {
		return err
	}
	f, err := s.Service.Cover(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	err = o.write(s, f, lists)
	if n := rank.Sources(f.Graph); n > 0 && slices.Contains(o.shown, rank.Betweenness) {
		s.Console.Say("bridge (betweenness) is estimated from %d of %d papers", n, f.Graph.Len())
	}
	return s.Finish(f, err)
}

func (o rankOptions) write(s *session.Session, f *service.Findings, lists []string) error {
	head := exchange.Head{Verb: "rank", Lists: lists}
	return s.Write(o.answer, session.Answer{
		JSON: func(w io.Writer) error { return exchange.Rank(w, head, f.Findings, o.by, o.shown, o.answer.N) },
		Text: func(w io.Writer, t text.Options) error {
			return text.Rank(w, f.Findings, o.by, o.shown, o.answer.N, t)
		},
		Table: func() exchange.Table { return exchange.RankTable(f.Findings, o.by, o.shown, o.answer.N) },
	})
}
