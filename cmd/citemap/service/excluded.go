package service

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/usage"
	"citemap/graph"
)

// excluded gives the papers that are never to be offered. The file of their ids may
// be yet to make where mayBeNew says so.
func (s *Service) excluded(c *graph.Corpus, mayBeNew bool) ([]graph.PaperID, error) {
	exclude, err := corpusIDs(c, "--exclude", s.o.Exclude)
	if err != nil || s.o.ExcludeFile == "" {
		return exclude, err
	}
	lines, err := readLines(s.o.ExcludeFile)
	if errors.Is(err, fs.ErrNotExist) && mayBeNew {
		return exclude, nil
	}
	if err != nil {
		return nil, err
	}
	more, err := corpusIDs(c, "--exclude-file", lines)
	return append(exclude, more...), err
}

// readLines gives the lines of a file that are neither empty nor comments.
func readLines(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, files.Cause(err))
	}
	defer f.Close()
	var lines []string
	scan := bufio.NewScanner(f)
	n := 1
	for ; scan.Scan(); n++ {
		line, _, _ := strings.Cut(scan.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	switch err := scan.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("%s:%d: a line of more than %d kB: want an id a line", path, n, bufio.MaxScanTokenSize>>10)
	case err != nil:
		return nil, fmt.Errorf("%s:%d: %w", path, n, files.Cause(err))
	}
	return lines, nil
}

// corpusIDs gives the PaperIDs of the papers that the written ids name. An id
// of no paper in the corpus names nothing.
func corpusIDs(c *graph.Corpus, flag string, written []string) ([]graph.PaperID, error) {
	index := graph.NewIndex(c.Papers)
	var ids []graph.PaperID
	for _, w := range written {
		id, err := graph.ParseID(w)
		if err != nil {
			return nil, usage.Errorf("%s: %w", flag, err)
		}
		if place, found := index.Find(id); found {
			ids = append(ids, c.Papers[place].ID)
		}
	}
	return ids, nil
}
