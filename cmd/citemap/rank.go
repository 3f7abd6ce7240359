package main

import (
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

func (o *answerFlags) add(c *cobra.Command, n int) {
	c.Flags().StringVar(&o.format, "format", "", "write the answer as "+strings.Join(tables, ", "))
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
	table exchange.Table
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
			return a.table.CSV(w)
		case "tsv":
			return a.table.TSV(w)
		case "md":
			return a.table.Markdown(w)
		}
		return a.text(w, s.textOptions(o.output))
	})
}

func newRank(s *session) *cobra.Command {
	var o answerFlags
	var by rank.Measure
	c := &cobra.Command{
		Use:     "rank LIST...",
		Short:   "Papers by influence",
		Long:    "Ranks the papers of the corpus by a measure of influence: " + strings.Join(rank.Names(), ", ") + ".\nWith --snapshot the list may be left out.",
		Example: "  citemap rank reading.md --by pagerank -n 20\n  citemap rank --snapshot field.jsonl.gz --format csv",
		Args:    s.listsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.valid(); err != nil {
				return err
			}
			f, err := s.study(c.Context(), lists, study.Options{})
			if err != nil {
				return err
			}
			s.warn(f)
			head := exchange.Head{Verb: "rank", Lists: lists}
			err = s.write(o, answer{
				json:  func(w io.Writer) error { return exchange.Rank(w, head, f, by, o.n) },
				text:  func(w io.Writer, t text.Options) error { return text.Rank(w, f, by, o.n, t) },
				table: exchange.RankTable(f, by, o.n),
			})
			return s.done(f, err)
		},
	}
	o.add(c, 20)
	c.Flags().Var(&by, "by", "rank by this `measure`: "+strings.Join(rank.Names(), ", "))
	_ = c.RegisterFlagCompletionFunc("by", cobra.FixedCompletions(rank.Names(), cobra.ShellCompDirectiveNoFileComp))
	return c
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
	if err != nil || !s.flags.strict || v.Missing+v.Unasked == 0 && !s.failed {
		return err
	}
	return &partlyError{what: coverageGap(f, s.failed)}
}
