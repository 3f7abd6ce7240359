package build

import (
	"fmt"
	"strconv"
	"strings"
)

// Facts are what came of a build.
type Facts struct {
	Engine                         string
	Papers, Citations, IDs, Titles int64
	Dropped                        []Dropped

	numbers map[string]int64 // all that the engine counted
}

// Dropped counts rows of a dump that are not in the field.
type Dropped struct {
	What string `json:"what"`
	Rows int64  `json:"rows"`
}

// readFacts reads the facts as an engine prints them.
func readFacts(said string) (*Facts, error) {
	f := &Facts{numbers: map[string]int64{}}
	for line := range strings.Lines(said) {
		name, value, found := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !found {
			continue
		}
		if name == "engine" {
			f.Engine = strings.Replace(value, " v", " ", 1)
			continue
		}
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("the engine counted %q %s", value, name)
		}
		f.numbers[name] = n
	}
	n := f.numbers
	f.Papers, f.Citations, f.IDs, f.Titles = n["nodes"], n["citations"], n["ids"], n["titles"]
	f.Dropped = []Dropped{
		{"papers without an id", n["rows of papers without an id"]},
		{"records that are one work with another", n["records folded"]},
		{"citations with a null id", n["rows of citations: null id"]},
		{"citations of or by unknown papers", n["rows of citations: unknown paper"]},
		{"citations of a paper by itself", n["rows of citations: self-citation"]},
		{"citations told more than once", n["rows of citations: told"] - n["citations"]},
		{"abstracts of unknown papers", n["abstracts of unknown papers"]},
	}
	return f, nil
}

// check holds the counts against one another and against the rows of the dump.
// None of them is off where nothing was lost.
func (f *Facts) check(d *dump, rows map[string]int64) error {
	n := f.numbers
	dropped := n["rows of citations: null id"] + n["rows of citations: unknown paper"] + n["rows of citations: self-citation"]
	sums := []struct {
		what      string
		got, want int64
	}{
		{"papers and those dropped", n["nodes"] + n["records folded"] + n["rows of papers without an id"], n["rows of papers"]},
		{"rows of papers/", n["papers"], n["nodes"]},
		{"sum of nodes", n["sum of nodes"], n["nodes"] * (n["nodes"] - 1) / 2},
		{"sum of nodes of papers/", n["sum of papers"], n["sum of nodes"]},
		{"rows of titles/", n["titles"], n["titled"]},
		{"citations told and those dropped", n["rows of citations: told"] + dropped, n["rows of citations"]},
		{"citations by cited paper", n["citations by cited"], n["citations"]},
		{"sum of citations by cited paper", n["sum of citations by cited"], n["sum of citations"]},
	}
	if d.source.key == "semanticscholar" {
		sums = append(sums, []struct {
			what      string
			got, want int64
		}{
			{"rows read of papers", n["rows of papers"], rows["papers"]}, {"rows read of citations", n["rows of citations"], rows["citations"]},
			{"rows read of abstracts", n["rows of abstracts"], rows["abstracts"]}, {"rows read of paper-ids", n["rows of ids"], rows["paper-ids"]},
		}...)
	} else {
		sums = append(sums, struct {
			what      string
			got, want int64
		}{"rows read of works", n["rows of papers"], rows["works"]})
	}
	for _, s := range sums {
		if s.got != s.want {
			return fmt.Errorf("the counts of the field do not agree: %s: %d, want %d: this is a fault of citemap or of the engine, or the dump changed meanwhile", s.what, s.got, s.want)
		}
	}
	return nil
}
