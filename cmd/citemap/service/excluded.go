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
// be yet to make where mayBeNew says so; it may serve many lists, so that its ids
// need not name a paper of this corpus.
func (s *Service) excluded(c *graph.Corpus, mayBeNew bool) (Exclusions, error) {
	exclude, unknown, err := corpusIDs(c, "--exclude", s.o.Exclude)
	s.sayUnnamed("--exclude", unknown)
	out := Exclusions{Given: len(s.o.Exclude), Papers: exclude}
	if err != nil || s.o.ExcludeFile == "" {
		return out, err
	}
	lines, err := readLines(s.o.ExcludeFile)
	if errors.Is(err, fs.ErrNotExist) && mayBeNew {
		return out, nil
	}
	if err != nil {
		return Exclusions{}, err
	}
	more, _, err := corpusIDs(c, "--exclude-file", lines)
	return Exclusions{out.Given + len(lines), append(out.Papers, more...)}, err
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
		return nil, fmt.Errorf("%s:%d: line longer than %d kB: want one id per line", path, n, bufio.MaxScanTokenSize>>10)
	case err != nil:
		return nil, fmt.Errorf("%s:%d: %w", path, n, files.Cause(err))
	}
	return lines, nil
}

// corpusIDs gives the PaperIDs of the papers that the written ids name, and
// those that name no paper of the corpus.
func corpusIDs(c *graph.Corpus, flag string, written []string) (ids []graph.PaperID, unknown []string, err error) {
	if len(written) == 0 {
		return nil, nil, nil
	}
	index := c.Index()
	for _, w := range written {
		id, err := graph.ParseID(w)
		if err != nil {
			return nil, nil, usage.Errorf("%s: %w", flag, err)
		}
		place, found := index.Find(id)
		if !found {
			unknown = append(unknown, w)
			continue
		}
		ids = append(ids, c.At(place).ID)
	}
	return ids, unknown, nil
}

// sayUnnamed tells of ids that were given to leave papers out and name none.
func (s *Service) sayUnnamed(flag string, unknown []string) {
	for _, id := range unknown {
		s.console.Say("%s %s: no paper of the corpus has this id; nothing left out", flag, id)
	}
}
