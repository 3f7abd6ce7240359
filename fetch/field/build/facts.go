package build

import (
	"fmt"
	"strconv"
	"strings"

	"citemap/fetch/field"
)

// Facts are what came of a build.
type Facts struct {
	Engine                         string
	Papers, Citations, IDs, Titles int64
	Dropped                        []field.Dropped

	numbers map[string]int64 // all that the engine counted
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
			return nil, fmt.Errorf("the engine counted %q as %s, which is no number", value, name)
		}
		f.numbers[name] = n
	}
	n := f.numbers
	f.Papers, f.Citations, f.IDs, f.Titles = n["nodes"], n["citations"], n["ids"], n["titles"]
	for _, d := range []struct {
		what string
		rows int64
	}{
		{"papers without an id", n["rows of papers without an id"]},
		{"records that are one work with another", n["records folded"]},
		{"citations with a null id", n["rows of citations: null id"]},
		{"citations of or by unknown papers", n["rows of citations: unknown paper"]},
		{"citations of a paper by itself", n["rows of citations: self-citation"]},
		{"citations told more than once", n["rows of citations: told"] - n["citations"]},
		{"abstracts of unknown papers", n["abstracts of unknown papers"]},
	} {
		f.Dropped = append(f.Dropped, field.Dropped{What: d.what, Rows: d.rows})
	}
	return f, nil
}

// A sum is a count that is to equal another.
type sum struct {
	what      string
	got, want int64
}

// check holds the counts against one another and against the rows of the dump.
// None of them is off where nothing was lost.
func (f *Facts) check(d *dump, rows map[string]int64) error {
	n := f.numbers
	dropped := n["rows of citations: null id"] + n["rows of citations: unknown paper"] + n["rows of citations: self-citation"]
	sums := []sum{
		{"papers and those dropped", n["nodes"] + n["records folded"] + n["rows of papers without an id"], n["rows of papers"]},
		{"rows of papers/", n["papers"], n["nodes"]},
		{"sum of nodes", n["sum of nodes"], n["nodes"] * (n["nodes"] - 1) / 2},
		{"sum of nodes of papers/", n["sum of papers"], n["sum of nodes"]},
		{"rows of titles/", n["titles"], n["titled"]},
		{"citations told and those dropped", n["rows of citations: told"] + dropped, n["rows of citations"]},
		{"citations by cited paper", n["citations by cited"], n["citations"]},
		{"sum of citations by cited paper", n["sum of citations by cited"], n["sum of citations"]},
	}
	for _, s := range append(sums, d.source.read(n, rows)...) {
		if s.got != s.want {
			return fmt.Errorf("the counts of the field do not agree: %s: %d, want %d: this is a fault of citemap or of the engine, or the dump changed meanwhile", s.what, s.got, s.want)
		}
	}
	return nil
}

// read are the rows that an engine read of each set, and how many that has. The
// citations of OpenAlex have no rows of their own.
func (s source) read(n, rows map[string]int64) []sum {
	if s.key == "openalex" {
		return []sum{{"rows read of works", n["rows of papers"], rows["works"]}, {"rows read of merged_ids", n["rows of ids"], rows["merged_ids"]}}
	}
	return []sum{
		{"rows read of papers", n["rows of papers"], rows["papers"]}, {"rows read of citations", n["rows of citations"], rows["citations"]},
		{"rows read of abstracts", n["rows of abstracts"], rows["abstracts"]}, {"rows read of paper-ids", n["rows of ids"], rows["paper-ids"]},
	}
}
