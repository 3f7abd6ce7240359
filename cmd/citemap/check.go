package main

import (
	"io"

	"github.com/spf13/cobra"

	"citemap/graph/study"
	"citemap/render/exchange"
	"citemap/render/text"
)

func newCheck(s *session) *cobra.Command {
	var o answerFlags
	var merges bool
	c := &cobra.Command{
		Use:     "check LIST...",
		Short:   "The list itself: what each entry resolved to, duplicates, titles that disagree",
		Long:    "Shows of each entry where it stands, what was recognised and which paper it resolved\nto or why it did not. That nothing resolves is an answer here, not a failure.",
		Example: "  citemap check reading.md\n  citemap check reading.md --offline --strict",
		Args:    wantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			if err := o.valid(); err != nil {
				return err
			}
			corpus, err := s.corpus(c.Context(), lists)
			if err != nil {
				return err
			}
			f := study.Cover(corpus)
			head := exchange.Head{Verb: "check", Lists: lists}
			err = s.write(o, answer{
				json:  func(w io.Writer) error { return exchange.Check(w, head, f) },
				text:  func(w io.Writer, t text.Options) error { return text.Check(w, f, merges, t) },
				table: func() exchange.Table { return exchange.CheckTable(f) },
			})
			return s.done(f, err)
		},
	}
	c.Flags().BoolVar(&merges, "merges", false, "show also which papers were folded into one, and why")
	o.add(c, 0)
	return c
}
