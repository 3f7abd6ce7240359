package edit

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"citemap/cmd/citemap/files"
	"citemap/graph"
	"citemap/render"
)

// Exclusion is what the file of that name becomes with papers that are never to be
// offered again.
func (r Run) Exclusion(name string, papers []*graph.Paper) (Change, error) {
	text, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return Change{}, fmt.Errorf("%s: %w", name, files.Cause(err))
	}
	c := Change{Name: name, Old: text, New: withExcluded(text, papers)}
	for _, p := range papers {
		c.Papers = append(c.Papers, p.ID)
	}
	return c, nil
}

// keepRejected adds papers to the file of that name, of those that are never to be
// offered; "" keeps nothing.
func (r Run) keepRejected(name string, papers []*graph.Paper, dryRun bool) error {
	if len(papers) == 0 || name == "" {
		return nil
	}
	c, err := r.Exclusion(name, papers)
	if err != nil {
		return err
	}
	if dryRun {
		_, err := r.Out.Write(c.Diff())
		return err
	}
	return r.Write(c)
}

// withExcluded adds a line for each paper: its id and its title.
func withExcluded(text []byte, papers []*graph.Paper) []byte {
	eol := "\n"
	if bytes.Contains(text, []byte("\r\n")) {
		eol = "\r\n"
	}
	grown := bytes.Clone(text)
	if len(grown) > 0 && grown[len(grown)-1] != '\n' {
		grown = append(grown, eol...)
	}
	for _, p := range papers {
		id := string(p.ID)
		if doi, is := strings.CutPrefix(id, "DOI:"); is && strings.Contains(id, "#") { // which begins a comment
			id = graph.ExternalID{Scheme: graph.DOI, Value: doi}.Page()
		}
		grown = append(grown, render.Clean(id)+" # "+render.Clean(p.Title)+eol...)
	}
	return grown
}
