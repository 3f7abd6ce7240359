package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

// answerFlags are the flags of the verbs whose answer is a table.
type answerFlags struct {
	format string
	output string
	n      int
}

// add gives a verb these flags, and formats that it has besides tables; n is how
// many papers it shows, 0 where that is no question.
func (o *answerFlags) add(c *cobra.Command, n int, besides ...string) {
	formats := slices.Concat(tables, besides)
	c.Flags().StringVar(&o.format, "format", "", "write the answer as "+strings.Join(formats, ", "))
	complete(c, "format", formats)
	c.Flags().StringVarP(&o.output, "output", "o", "", "write the answer to this `file`, not to stdout")
	if n > 0 {
		c.Flags().IntVarP(&o.n, "number", "n", n, "show so many papers; 0: all")
	}
}

// valid finds what is wrong with the flags before anything is gathered.
func (o *answerFlags) valid() error {
	if o.n < 0 {
		return usagef("-n %d: want 0 for all, or more", o.n)
	}
	_, err := format(o.format, o.output, tables)
	return err
}

// answer is one findings table in every format it comes in.
type answer struct {
	json  func(io.Writer) error
	text  func(io.Writer, text.Options) error
	table func() exchange.Table
}

// write delivers an answer in the format asked for.
func (s *session) write(o answerFlags, a answer) error {
	chosen, err := format(o.format, o.output, tables)
	if err != nil {
		return err
	}
	return s.deliver(o.output, func(w io.Writer) error {
		switch chosen {
		case "json":
			return a.json(w)
		case "csv":
			return a.table().CSV(w)
		case "tsv":
			return a.table().TSV(w)
		case "md":
			return a.table().Markdown(w)
		}
		return a.text(w, s.textOptions(o.output))
	})
}

func newRank(s *session) *cobra.Command {
	var o answerFlags
	by, whole := rank.Default, false
	c := &cobra.Command{
		Use:     "rank LIST...",
		Short:   "Papers by influence",
		Long:    rankLong(),
		Example: "  citemap rank reading.md\n  citemap rank reading.md --by pagerank -n 20\n  citemap rank --snapshot field.jsonl.gz --format csv",
		Args:    s.listsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.valid(); err != nil {
				return err
			}
			shown := rank.Shown
			if c.Flags().Changed("by") {
				shown = []rank.Measure{rank.Local, by}
			}
			return s.rank(c.Context(), lists, by, whole, slices.Compact(shown), o)
		},
	}
	o.add(c, 20)
	c.Flags().Var(&by, "by", "rank by this `measure`")
	c.Flags().BoolVar(&whole, "whole", false, "rank the whole corpus, not only what is around the list")
	complete(c, "by", rank.Names())
	return c
}

// rankLong explains the measures, a line each.
func rankLong() string {
	var b strings.Builder
	b.WriteString("Ranks the papers around the list by influence: those that a reader reaches who starts at\na listed paper and follows citations either way, 300 a listed paper at most (in a corpus of\na whole field that is a small part). Every measure is taken among them; --whole ranks the\ncorpus. Without --by it shows how often each is cited there, its PageRank, how it stands\namong papers of its age, by which it ranks, and whether it bridges parts of the field. With\n--snapshot the list may be left out, and all is ranked.\n\nMeasures:\n")
	for _, m := range rank.All() {
		fmt.Fprintf(&b, "  %-18s %s\n", m, m.Meaning())
	}
	return strings.TrimSpace(b.String())
}

// rank ranks the papers around the list, or of the whole corpus.
func (s *session) rank(ctx context.Context, lists []string, by rank.Measure, whole bool, shown []rank.Measure, o answerFlags) error {
	corpus, err := s.corpus(ctx, lists)
	if err != nil {
		return err
	}
	if err := s.anyResolved(corpus); err != nil {
		return err
	}
	f := study.Cover(corpus)
	s.warn(f)
	r := f.Ranking(by, whole)
	head := exchange.Head{Verb: "rank", Lists: lists}
	err = s.write(o, answer{
		json:  func(w io.Writer) error { return exchange.Rank(w, head, f, r, shown, o.n) },
		text:  func(w io.Writer, t text.Options) error { return text.Rank(w, f, r, shown, o.n, t) },
		table: func() exchange.Table { return exchange.RankTable(f, r, shown, o.n) },
	})
	if n := rank.Sources(r.Among.Graph); n > 0 && slices.Contains(shown, rank.Betweenness) {
		s.say("bridge (betweenness) is estimated from %d of %d papers", n, r.Among.Graph.Len())
	}
	return s.done(f, err)
}

// listsOrSnapshot wants a list, or a snapshot to take the place of one.
func (s *session) listsOrSnapshot(c *cobra.Command, args []string) error {
	if len(args) == 0 && s.flags.snapshot != "" {
		return nil
	}
	return wantLists(c, args)
}

// wantLists wants one list at least, and standard input once at most.
func wantLists(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usagef("%s: no list given; see %s --help", c.CommandPath(), c.CommandPath())
	}
	if first := slices.Index(args, "-"); first >= 0 && slices.Contains(args[first+1:], "-") {
		return usagef("%s: standard input (-) can be read only once", c.CommandPath())
	}
	return nil
}

// done turns an answer that lacks part of the list into exit 3 for those who
// asked for strictness.
func (s *session) done(f *study.Findings, err error) error {
	v := f.Coverage
	if err != nil || !s.flags.strict || v.Missing+v.Unasked+s.broken == 0 && !s.failed {
		return err
	}
	return &partlyError{what: coverageGap(f, s.broken, s.failed)}
}
