package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/graph/rank"
	"citemap/render/exchange"
	"citemap/render/text"
)

// rankOptions are the flags of rank.
type rankOptions struct {
	answer answerOptions
	by     rank.Measure
	shown  []rank.Measure // those that the answer has a column for
}

func newRank(s *session) *cobra.Command {
	o := rankOptions{by: rank.Default, shown: rank.Shown}
	c := &cobra.Command{
		Use:     "rank LIST...",
		Short:   "Papers by influence",
		Long:    rankLong(),
		Example: "  citemap rank reading.md\n  citemap rank reading.md --by pagerank -n 20\n  citemap rank --snapshot field.jsonl.gz --format csv",
		Args:    s.listsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if c.Flags().Changed("by") {
				o.shown = slices.Compact([]rank.Measure{rank.Local, o.by})
			}
			return o.run(c.Context(), s, lists)
		},
	}
	o.answer.add(c, 20)
	c.Flags().Var(&o.by, "by", "rank by this `measure`")
	complete(c, "by", rank.Names())
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
func (o rankOptions) run(ctx context.Context, s *session, lists []string) error {
	if err := o.answer.check(); err != nil {
		return err
	}
	corpus, err := s.service.Corpus(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	if err := s.service.AnyResolved(corpus); err != nil {
		return err
	}
	f := corpus.Cover()
	s.sayUnresolved(f)
	err = o.write(s, f, lists)
	if n := rank.Sources(f.Graph); n > 0 && slices.Contains(o.shown, rank.Betweenness) {
		s.console.Say("bridge (betweenness) is estimated from %d of %d papers", n, f.Graph.Len())
	}
	return s.finish(f, err)
}

func (o rankOptions) write(s *session, f *service.Findings, lists []string) error {
	head := exchange.Head{Verb: "rank", Lists: lists}
	return s.write(o.answer, answer{
		json: func(w io.Writer) error { return exchange.Rank(w, head, f.Findings, o.by, o.shown, o.answer.n) },
		text: func(w io.Writer, t text.Options) error {
			return text.Rank(w, f.Findings, o.by, o.shown, o.answer.n, t)
		},
		table: func() exchange.Table { return exchange.RankTable(f.Findings, o.by, o.shown, o.answer.n) },
	})
}
