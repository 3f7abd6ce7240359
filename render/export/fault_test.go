package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"citemap/render/export"
)

// fault says what is wrong with the file of a format that holds so many papers.
func fault(f export.Format, text []byte, papers int) error {
	switch {
	case f.Name == "graphml" || f.Name == "gexf":
		return wellFormed(text)
	case strings.Contains(f.Name, "csv"):
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if f.Name == "papers-csv" && err == nil && len(rows) != papers+1 {
			return fmt.Errorf("%d rows", len(rows))
		}
		return err
	case strings.HasSuffix(f.Extension, "json") || f.Extension == "cyjs":
		if !json.Valid(text) {
			return errors.New("no JSON")
		}
	case f.Name == "gml":
		if bytes.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return errors.New("not ASCII")
		}
	case f.Name == "bibtex":
		return balanced(text, papers)
	case f.Name == "ris":
		if got := strings.Count("\n"+string(text), "\nTY  - "); got != papers {
			return fmt.Errorf("%d records", got)
		}
	case f.Name == "pajek":
		return pajekLines(string(text), papers)
	}
	return nil
}

func wellFormed(text []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// balanced holds BibTeX to its records: a brace for a brace, whatever stands
// before it.
func balanced(text []byte, papers int) error {
	depth, records := 0, 0
	for i, c := range text {
		switch {
		case c == '@' && depth == 0:
			records++
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
		if depth < 0 {
			return fmt.Errorf("a brace too many at %d", i)
		}
	}
	if depth != 0 || records != papers {
		return fmt.Errorf("%d records, %d braces open", records, depth)
	}
	return nil
}

// pajekLines holds each vertex to its line with two quotes.
func pajekLines(text string, papers int) error {
	_, vertices, _ := strings.Cut(text, "\n*Vertices ")
	lines := strings.Split(vertices, "\n")
	for i, line := range lines[1 : papers+1] {
		if strings.Count(line, `"`) != 2 || !strings.HasPrefix(line, strconv.Itoa(i+1)+` "`) || !strings.HasSuffix(line, `"`) {
			return fmt.Errorf("the vertex %q", line)
		}
	}
	if lines[papers+1] != "*Arcs" {
		return fmt.Errorf("%q where the arcs begin", lines[papers+1])
	}
	return nil
}
