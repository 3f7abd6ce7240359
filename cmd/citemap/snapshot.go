package main

import (
	"context"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/fetch/library"
	"citemap/graph"
)

// snapshotOptions are the flags of snapshot.
type snapshotOptions struct {
	output string
}

func newSnapshot(s *session.Session) *cobra.Command {
	var o snapshotOptions
	c := &cobra.Command{
		Use:     "snapshot LIST... -o FILE",
		Short:   "Freeze the corpus of a list in one file",
		Long:    "Writes every paper of the corpus to one file (JSON Lines, compressed where the name ends\nin .gz), which --snapshot replays without a network.",
		Example: "  citemap snapshot reading.md -o reading.jsonl.gz\n  citemap report reading.md --snapshot reading.jsonl.gz",
		Args:    s.ListsOrSnapshot,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().StringVarP(&o.output, "output", "o", "", "write the snapshot to this `file`")
	return c
}

// run freezes the corpus.
func (o snapshotOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if o.output == "" {
		return usage.Errorf("citemap snapshot: name the file to write with -o")
	}
	corpus, err := s.Service.Corpus(ctx, lists, service.GatherOptions{})
	if err != nil {
		return err
	}
	if err := s.Service.AnyResolved(corpus); err != nil {
		return err
	}
	write := func(w io.Writer) error { return library.SaveSnapshot(w, o.output, frozen(corpus.Corpus)) }
	if err := s.Deliver(o.output, write); err != nil {
		return err
	}
	s.Console.Say("%s: %d papers, facts of %s", filepath.Base(o.output), len(corpus.Papers), corpus.Newest)
	return nil
}

// frozen makes the snapshot of a corpus. Its date is that of its newest fact.
func frozen(c *graph.Corpus) *library.Snapshot {
	h := library.Header{Taken: c.Newest}
	if len(c.Sources) > 0 {
		h.Source, h.Licence = c.Sources[0].Name, c.Sources[0].Licence
	}
	return &library.Snapshot{Header: h, Papers: c.Papers}
}
