package list

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"citemap/fetch/list/limit"
	"citemap/fetch/list/span"
)

// How much a list may be. The largest of the wild are of 3 MB in Markdown and of
// 20 MB as an export of a reference manager.
const (
	maxText  = 64 << 20 // bytes of a file
	maxCells = 10_000   // of a row of a table; the commas in its texts are counted too
)

// ReadText reads the file of a list, "-" being stdin: the one door through which
// the text of a list comes in. A folder, a device and what is more than 64 MB,
// or does not end before that, are errors that name the file.
func ReadText(path string, stdin io.Reader) ([]byte, error) {
	if path == "-" {
		return readAll(path, stdin)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: does not exist", path)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, inner(err))
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a folder: want a file with a reading list", path)
	case info.Mode()&fs.ModeDevice != 0:
		return nil, fmt.Errorf("%s: is a device: want a file with a reading list, or - for standard input", path)
	case info.Mode().IsRegular() && info.Size() > maxText:
		return nil, tooLarge(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, inner(err))
	}
	defer f.Close()
	return readAll(path, f)
}

func readAll(path string, r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxText+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, inner(err))
	}
	if len(text) > maxText {
		return nil, tooLarge(path)
	}
	return text, nil
}

func tooLarge(path string) error {
	return fmt.Errorf("%s: is more than %d MB, which no reading list has: cut it into several lists", path, maxText>>20)
}

// inner takes the path off an error of a file, which is named already.
func inner(err error) error {
	var where *fs.PathError
	if errors.As(err, &where) {
		return where.Err
	}
	return err
}

// entryMarks are what an entry of each format has once. The others are counted
// while they are read.
var entryMarks = map[Format]string{BibTeX: "@", RIS: "TY  -", EndNote: "<record", Zotero: "\n", Snapshot: "\n", IDs: "\n", Auto: "\n"}

// crowded gives what is wrong with a text that has far more entries than a list
// that people read, and would take as many times their size; nil where it has
// not. Addresses and texts of several lines are allowed for.
func crowded(f Format, text []byte) *span.Fault {
	const each = 3
	if mark := entryMarks[f]; mark != "" && bytes.Count(text, []byte(mark)) > each*limit.MaxEntries {
		return limit.TooMany()
	}
	if f != Zotero {
		return nil
	}
	number := 0
	for line := range bytes.Lines(text) {
		if number++; bytes.Count(line, []byte(",")) > maxCells || bytes.Count(line, []byte(";")) > maxCells || bytes.Count(line, []byte("\t")) > maxCells {
			return &span.Fault{Line: number, What: fmt.Sprintf("has more than %d cells in one line, which no table of papers has", maxCells)}
		}
	}
	return nil
}
