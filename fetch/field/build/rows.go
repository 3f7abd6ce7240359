package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/sync/errgroup"
)

// countRows reads a dump from end to end and counts its rows by set. An engine may
// take a file that was cut off for one that ends there; here it is an error.
func (d *dump) countRows(ctx context.Context) (map[string]int64, error) {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	counts := make([][]int64, len(d.sets))
	for i, s := range d.sets {
		counts[i] = make([]int64, len(s.files))
		for k, f := range s.files {
			work.Go(func() (err error) {
				counts[i][k], err = rowsOf(ctx, f.Path)
				return err
			})
		}
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	rows := map[string]int64{}
	for i, s := range d.sets {
		for _, n := range counts[i] {
			rows[s.name] += n
			if s.header != "" && n > 0 {
				rows[s.name]--
			}
		}
	}
	return rows, nil
}

func rowsOf(ctx context.Context, path string) (int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, fmt.Errorf("read dump: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return 0, fmt.Errorf("%s: not compressed by gzip, or cut off: %w: get the file again", path, err)
		}
		r = z
	}
	n, err := countLines(ctx, r)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return 0, fmt.Errorf("%s: cut off behind row %d: get the file again", path, n)
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader):
		return 0, fmt.Errorf("%s: damaged near row %d: %w: get the file again", path, n, err)
	case ctx.Err() != nil:
		return 0, ctx.Err()
	case err != nil:
		return 0, fmt.Errorf("%s: read dump near row %d: %w", path, n, err)
	}
	return n, nil
}

// countLines counts the lines that hold anything.
func countLines(ctx context.Context, r io.Reader) (lines int64, err error) {
	block := make([]byte, 1<<20)
	holds := false // the line that is being read
	for ctx.Err() == nil {
		n, err := r.Read(block)
		for rest := block[:n]; len(rest) > 0; {
			line, behind, ended := bytes.Cut(rest, []byte{'\n'})
			holds = holds || len(bytes.TrimSpace(line)) > 0
			if ended && holds {
				lines, holds = lines+1, false
			}
			rest = behind
		}
		switch {
		case err == io.EOF && holds:
			return lines + 1, nil
		case err == io.EOF:
			return lines, nil
		case err != nil:
			return lines, err
		}
	}
	return lines, ctx.Err()
}
