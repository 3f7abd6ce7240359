package main

import (
	"github.com/spf13/cobra"

	"citemap/graph"
	"citemap/graph/study"
)

func newFetch(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "fetch LIST...",
		Short:   "Fill the library with the papers around a list",
		Long:    "Asks Semantic Scholar about every entry and its references and keeps the answers in the\nlibrary, so that the other verbs ask nothing.",
		Example: "  citemap fetch reading.md",
		Args:    wantLists,
		RunE: func(c *cobra.Command, lists []string) error {
			if s.flags.snapshot != "" || s.flags.offline {
				return usagef("citemap fetch: --snapshot and --offline keep it from fetching anything")
			}
			f, err := s.study(c.Context(), lists, study.Options{})
			if err != nil {
				return err
			}
			s.warn(f)
			v := f.Coverage
			s.say("%d of %d entries have a paper, reference lists known for %d of %d; %d papers, %d citations in the library's corpus",
				v.Resolved, v.Entries, v.WithReferences, v.Listed, v.Papers, v.Citations)
			s.sayUnknown(f.Corpus)
			return s.done(f, nil)
		},
	}
}

// sayUnknown names the listed papers whose reference list is not known.
func (s *session) sayUnknown(c *graph.Corpus) {
	for _, id := range c.Listed() {
		if p := c.Paper(id); p.References.State != graph.Known {
			s.say("no reference list known (%s): %s", p.References.State, p.Byline())
		}
	}
}
