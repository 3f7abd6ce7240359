package main

import (
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"citemap/fetch/library"
	"citemap/graph"
)

func newSnapshot(s *session) *cobra.Command {
	var output string
	c := &cobra.Command{
		Use:     "snapshot LIST... -o FILE",
		Short:   "Freeze the corpus of a list in one file",
		Long:    "Writes every paper of the corpus to one file (JSON Lines, compressed where the name ends\nin .gz), which --snapshot replays without a network.",
		Example: "  citemap snapshot reading.md -o reading.jsonl.gz\n  citemap report reading.md --snapshot reading.jsonl.gz",
		Args:    s.listsOrSnapshot,
		RunE: func(c *cobra.Command, lists []string) error {
			if output == "" {
				return usagef("citemap snapshot: name the file to write with -o")
			}
			corpus, err := s.corpus(c.Context(), lists)
			if err != nil {
				return err
			}
			if err := s.anyResolved(corpus); err != nil {
				return err
			}
			if err := s.deliver(output, func(w io.Writer) error { return library.SaveSnapshot(w, output, frozen(corpus)) }); err != nil {
				return err
			}
			s.say("%s: %d papers, facts of %s", filepath.Base(output), len(corpus.Papers), corpus.Newest)
			return nil
		},
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write the snapshot to this `file`")
	return c
}

// frozen makes the snapshot of a corpus. Its date is that of its newest fact.
func frozen(c *graph.Corpus) *library.Snapshot {
	h := library.Header{Taken: c.Newest}
	if len(c.Sources) > 0 {
		h.Source, h.Licence = c.Sources[0].Name, c.Sources[0].Licence
	}
	return &library.Snapshot{Header: h, Papers: c.Papers}
}
