package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"citemap/graph/gap"
	"citemap/render/exchange"
	"citemap/render/text"
)

func newGaps(s *session) *cobra.Command {
	var o answerFlags
	var kindNames []string
	c := &cobra.Command{
		Use:     "gaps LIST...",
		Short:   "What is missing from the list, with reasons",
		Long:    "Finds the papers off the list that belong on it, best first, and says of each why.\nWithout --kind there is one list over all kinds: " + strings.Join(gap.KindNames(), ", ") + ".",
		Example: "  citemap gaps reading.md -n 20\n  citemap gaps reading.md --kind newer --exclude arXiv:2303.08774",
		Args:    wantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			if _, err := format(o.format, o.output, tables); err != nil {
				return err
			}
			kinds, err := parseKinds(kindNames)
			if err != nil {
				return err
			}
			f, err := s.study(c.Context(), lists, kinds)
			if err != nil {
				return err
			}
			s.warn(f)
			head := exchange.Head{Verb: "gaps", Lists: lists}
			err = s.write(o, answer{
				json:  func(w io.Writer) error { return exchange.Gaps(w, head, f, o.n) },
				text:  func(w io.Writer, t text.Options) error { return text.Gaps(w, f, o.n, t) },
				table: exchange.GapsTable(f, o.n),
			})
			return s.done(f, err)
		},
	}
	o.add(c, 20)
	c.Flags().StringSliceVar(&kindNames, "kind", nil, "show only gaps of this `kind`: "+strings.Join(gap.KindNames(), ", "))
	_ = c.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(gap.KindNames(), cobra.ShellCompDirectiveNoFileComp))
	return c
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
