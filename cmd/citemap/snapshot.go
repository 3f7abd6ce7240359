package main

import (
	"context"
	"fmt"
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
	index  bool
}

func newSnapshot(s *session.Session) *cobra.Command {
	var o snapshotOptions
	c := &cobra.Command{
		Use:     "snapshot LIST... -o FILE",
		Short:   "Save the corpus of a list in one file",
		Long:    "Writes every paper of the corpus to one file, which the other verbs read with --snapshot\ninstead of the network: JSON Lines, compressed if the name ends in .gz or .zst. gunzip and zstd\ncan unpack it; it is compressed in blocks (BGZF, as by bgzip, or zstd's seekable format), so\nthat citemap can read it on all cores. .zst is smaller and faster.\n\n--index also writes an index beside the file (without -o, beside the one that --snapshot\nnames), so that a large snapshot need not be read as a whole each time. An index works only\nfor the file it was made from, and not for one compressed in one piece, as by gzip; to\ncompress such a file anew: citemap snapshot --snapshot FILE -o NEW.jsonl.zst --index.",
		Example: "  citemap snapshot reading.md -o reading.jsonl.gz\n  citemap report reading.md --snapshot reading.jsonl.gz\n  citemap snapshot --snapshot field.jsonl --index",
		Args:    s.ListsOrSnapshot,
		RunE:    func(c *cobra.Command, lists []string) error { return o.run(c.Context(), s, lists) },
	}
	c.Flags().StringVarP(&o.output, "output", "o", "", "write the snapshot to this `file`")
	c.Flags().BoolVar(&o.index, "index", false, "also write an index beside the snapshot")
	return c
}

// run freezes the corpus.
func (o snapshotOptions) run(ctx context.Context, s *session.Session, lists []string) error {
	if o.index && o.output == "" && s.Flags.Service.Snapshot != "" && len(lists) == 0 {
		return o.writeIndex(s, s.Flags.Service.Snapshot)
	}
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
	if err := corpus.Err(); err != nil {
		return err
	}
	s.Console.Say("%s: %d papers, as of %s", filepath.Base(o.output), corpus.Len(), corpus.Newest)
	if o.index {
		return o.writeIndex(s, o.output)
	}
	return nil
}

// writeIndex puts an index beside a snapshot. Another file of that name stays.
func (o snapshotOptions) writeIndex(s *session.Session, name string) error {
	index := library.IndexName(name)
	if err := s.MayWriteUnnamed(index, "move it away"); err != nil {
		return err
	}
	if !library.MayBeIndex(index) {
		return fmt.Errorf("%s: a file that is no index is in the way: move it", index)
	}
	scanned, err := library.ScanFile(name)
	if err != nil {
		return err
	}
	if err := s.Deliver(index, scanned.WriteIndex); err != nil {
		return err
	}
	s.Console.Say("%s: %d papers", filepath.Base(index), scanned.Papers.Len())
	return nil
}

// frozen makes the snapshot of a corpus. Its date is that of its newest fact.
func frozen(c *graph.Corpus) *library.Snapshot {
	h := library.Header{Taken: c.Newest}
	if len(c.Sources) > 0 {
		h.Source, h.Licence = c.Sources[0].Name, c.Sources[0].Licence
	}
	return &library.Snapshot{Header: h, Papers: c.Whole()}
}
