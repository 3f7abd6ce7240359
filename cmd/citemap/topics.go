package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/render/exchange"
	"citemap/render/text"
)

// topicsOptions are the flags of topics.
type topicsOptions struct {
	answer     session.AnswerOptions
	resolution float64
}

func newTopics(s *session.Session) *cobra.Command {
	var o topicsOptions
	c := &cobra.Command{
		Use:   "topics LIST...",
		Short: "Show the topics around the list, and those it lacks",
		Long: `Finds communities of papers that cite one another, and shows those that the list holds papers
of or cites: the words typical of each, how many papers it has, how many of them are listed,
their years, and the most influential papers. A topic that many listed papers cite, but of which
the list holds less than half of what would be expected, counts as lacking. Topics are found
among the papers around the list (see rank) and all that it cites. With --snapshot the list may
be left out: then they are those of the whole snapshot.`,
		Example: "  citemap topics reading.md\n  citemap topics reading.md --resolution 2 -n 10\n  citemap topics --snapshot field.jsonl.gz --format csv",
		Args:    s.ListsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.answer.Check(); err != nil {
				return err
			}
			if c.Flags().Changed("resolution") && !(o.resolution > 0 && o.resolution <= mostResolution) {
				return usage.Errorf("--resolution %v: want more than 0 and %d at most", o.resolution, mostResolution)
			}
			return o.run(c.Context(), s, lists)
		},
	}
	o.answer.AddFlags(c, 0)
	c.Flags().IntVarP(&o.answer.N, "number", "n", 0, "show this many topics; 0: all")
	c.Flags().Float64Var(&o.resolution, "resolution", 0, "how finely to split the corpus: 1 as in modularity, more for smaller topics (default: by its size)")
	return c
}

// mostResolution parts any corpus into pairs.
const mostResolution = 1_000_000

// run finds the topics and writes them.
func (o topicsOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	f, err := s.Service.Cover(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	s.SayUnresolved(f)
	all, n := f.AllTopics(o.resolution), o.answer.N
	err = s.Write(o.answer, session.Answer{
		JSON:  func(w io.Writer) error { return answer.Topics(w, f, all, n) },
		Text:  func(w io.Writer, t text.Options) error { return text.Topics(w, f.Findings, all, n, t) },
		Table: func() exchange.Table { return exchange.TopicsTable(f.Findings, all, n) },
	})
	return s.Finish(f, err)
}
