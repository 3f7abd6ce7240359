package build

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// slots say how the rows of a large field are cut: by node into ranges of as many
// nodes, by key where its first two characters change.
type slots struct {
	count int   // of ranges of nodes; 1: nothing is cut
	width int64 // nodes of a range
	rows  int64 // of a part, about
}

// A part has partRows, about; what has no more than two of them is one piece.
const partRows = 16 << 20

// mostSlots are open at a time while rows are written to them.
const mostSlots = 256

// slotsFor gives the slots for so many rows of papers and citations.
func slotsFor(papers, citations, rows int64) slots {
	if max(4*papers, citations) <= 2*rows {
		return slots{count: 1}
	}
	count := min(mostSlots, 4*max(4*papers, citations)/rows)
	return slots{count: int(count), width: (papers + count - 1) / count, rows: rows}
}

func (s slots) one() bool { return s.count == 1 }

// of gives the expression for the slot of a row. A row without a node is in a slot
// behind all others.
func (s slots) of(column string) string {
	if column == "key" {
		return "substr(key, 1, 2)"
	}
	return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN 'none' ELSE printf('%%03d', CAST(%[1]s // %[2]d AS INT)) END", column, s.width)
}

// parts gives the files of the slots in a folder, by part.
func (s slots) parts(folder string) (parts [][]string, err error) {
	names, err := filepath.Glob(filepath.Join(folder, "slot=*"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	held := int64(0)
	for _, name := range names {
		if filepath.Base(name) == "slot=none" {
			continue
		}
		files, err := filepath.Glob(filepath.Join(name, "*.parquet"))
		if err != nil {
			return nil, err
		}
		rows, err := parquetRows(files)
		if err != nil {
			return nil, err
		}
		if len(parts) == 0 || held+rows > s.rows {
			parts, held = append(parts, nil), 0
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], files...)
		held += rows
	}
	return parts, nil
}

// parquetRows counts the rows of files, as these say.
func parquetRows(names []string) (rows int64, err error) {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return 0, fmt.Errorf("read what the engine wrote: %w", err)
		}
		defer f.Close()
		at, err := f.Stat()
		if err != nil {
			return 0, fmt.Errorf("read what the engine wrote: %w", err)
		}
		p, err := parquet.OpenFile(f, at.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
		if err != nil {
			return 0, fmt.Errorf("%s: read what the engine wrote: %w", name, err)
		}
		rows += p.NumRows()
	}
	return rows, nil
}
