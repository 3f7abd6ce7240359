package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// topicsFlags are the flags of topics.
type topicsFlags struct {
	answerFlags
	resolution float64
}

func newTopics(s *session) *cobra.Command {
	var o topicsFlags
	c := &cobra.Command{
		Use:   "topics LIST...",
		Short: "The topics around the list, and those it lacks",
		Long: `Finds the communities of papers that cite one another, and shows those that the list
holds papers of or cites into: under which words they go, how many papers they have and
how many of them are listed, of which years they are, and which papers lead them. A topic
that many listed papers lean on and that holds less than half of those that would be expected is
told as lacking. With --snapshot the list may be left out.`,
		Example: "  citemap topics reading.md\n  citemap topics reading.md --resolution 2 -n 10\n  citemap topics --snapshot field.jsonl.gz --format csv",
		Args:    s.listsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.valid(); err != nil {
				return err
			}
			if c.Flags().Changed("resolution") && !(o.resolution > 0 && o.resolution <= mostResolution) {
				return usagef("--resolution %v: want more than 0 and %d at most", o.resolution, mostResolution)
			}
			return s.topics(c.Context(), lists, o)
		},
	}
	o.add(c, 0)
	c.Flags().IntVarP(&o.n, "number", "n", 0, "show so many topics; 0: all")
	c.Flags().Float64Var(&o.resolution, "resolution", 0, "how finely to part the corpus: 1 as modularity does, more into smaller topics (default: by its size)")
	return c
}

// mostResolution parts any corpus into pairs.
const mostResolution = 1_000_000

// topics finds the topics and writes them.
func (s *session) topics(ctx context.Context, lists []string, o topicsFlags) error {
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return err
	}
	if err := s.anyResolved(corpus); err != nil {
		return err
	}
	f := study.Cover(corpus)
	s.warn(f)
	all := f.AllTopics(o.resolution)
	head := exchange.Head{Verb: "topics", Lists: lists}
	err = s.write(o.answerFlags, answer{
		json:  func(w io.Writer) error { return exchange.Topics(w, head, f, all, o.n) },
		text:  func(w io.Writer, t text.Options) error { return text.Topics(w, f, all, o.n, t) },
		table: func() exchange.Table { return exchange.TopicsTable(f, all, o.n) },
	})
	return s.done(f, err)
}
