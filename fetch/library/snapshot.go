package library

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"citemap/fetch/library/record"
	"citemap/fetch/packed"
	"citemap/graph"
)

// A Snapshot is a corpus frozen in one file, to replay or share.
type Snapshot struct {
	Header Header
	Papers []graph.Paper // by PaperID, no id twice
}

// A Header states the facts of the run that a snapshot was taken in.
type Header struct {
	Taken   graph.Date
	Source  string
	Licence string
}

// header is the first line of a snapshot.
type header struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Taken   string `json:"taken"`
	Source  string `json:"source"`
	Licence string `json:"licence"`
}

const (
	snapshotFormat  = "citemap-snapshot"
	snapshotVersion = 1
)

func openSnapshotFile(path string) (*os.File, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w: want a snapshot", path, fs.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	if at, err := f.Stat(); err == nil && (at.IsDir() || at.Mode()&fs.ModeDevice != 0) {
		f.Close()
		return nil, fmt.Errorf("%s: is not a file: want a snapshot", path)
	}
	return f, nil
}

// WriteSnapshot writes a snapshot as JSON Lines: the header, then the papers
// by PaperID. The same snapshot gives the same bytes. Papers of one id twice,
// or of none, are an error.
func WriteSnapshot(w io.Writer, s *Snapshot) error {
	out := bufio.NewWriter(w)
	first, err := record.Line(header{snapshotFormat, snapshotVersion, s.Header.Taken.String(), s.Header.Source, s.Header.Licence})
	if err != nil {
		return fmt.Errorf("write snapshot: %w", err)
	}
	out.Write(first)
	papers := slices.SortedStableFunc(slices.Values(s.Papers), graph.ComparePapers)
	for i := range papers {
		if i > 0 && papers[i].ID == papers[i-1].ID {
			return fmt.Errorf("write snapshot: paper %s is there twice", papers[i].ID)
		}
		line, err := record.Encode(&papers[i])
		if err != nil {
			return fmt.Errorf("write snapshot: %w", err)
		}
		out.Write(line)
	}
	// A bufio.Writer keeps the first error of its writes for Flush.
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write snapshot: %w", err)
	}
	return nil
}

// SaveSnapshot writes a snapshot as the file of that name is to hold it: packed where
// the name ends in .gz or .zst.
func SaveSnapshot(w io.Writer, name string, s *Snapshot) error {
	z := packed.NewWriter(w, packed.ByName(name))
	return errors.Join(WriteSnapshot(z, s), z.Close())
}
