package list

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// How much a list may be. The largest of the wild are of 3 MB in Markdown and of
// 20 MB as an export of a reference manager.
const maxText = 64 << 20 // bytes of a file

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
	return fmt.Errorf("%s: is larger than %d MB, which no reading list is: split it into several", path, maxText>>20)
}

// inner takes the path off an error of a file, which is named already.
func inner(err error) error {
	var where *fs.PathError
	if errors.As(err, &where) {
		return where.Err
	}
	return err
}
