// Package record words the record of a search: what somebody who reports a citation
// search has to state, as PRISMA-S asks for it (Rethlefsen et al. 2021,
// doi:10.1186/s13643-020-01542-z). It judges nothing: what nobody knows, it says so.
package record

import (
	"fmt"
	"slices"

	"github.com/dustin/go-humanize"

	"citemap/graph/study"
)

// A Run is what a record is made of. The zero value of each field but Findings says
// that there was no such thing.
type Run struct {
	Findings *study.Findings
	Lists    []string // as the user named them
	Command  string   // as a shell reads it back
	Withheld []string // what was taken out of Command, in words
	Version  string

	Own      bool   // what is the run's own is to be told, too: the same corpus gives the same words without it
	Snapshot string // the file that the corpus is from
	Offline  bool   // nobody could be asked
	Stopped  bool   // a source gave up part of the way
	Budget   int    // requests at most
	Fallback string // who else might be asked, as the user writes it

	Excluded Exclusions
	Shown    int // candidates that the page shows at most
}

// Exclusions count the ids that are never to be offered.
type Exclusions struct {
	File  string // the file of ids; "": none
	Given int    // ids in the file and by flag
	Known int    // papers of the corpus that they name
}

// A Record is what a reader of a review is told of the search, part by part.
type Record struct {
	Parts []Part
	Own   bool // what is the run's own is in it
}

// A Part is rows under a heading.
type Part struct {
	Heading string
	Rows    []Row
}

// A Row states one thing in sentences. Text is foreign in part and not clean of
// anything but control characters.
type Row struct {
	Name  string
	Says  []string
	Code  string // a command line beside them
	Items []Item // what of PRISMA-S it answers
	own   bool   // it is about the run, not about the corpus
}

// Of words the record of a run. The same run gives the same words.
func Of(r Run) Record {
	parts := []Part{r.search(), r.followed(), r.candidates(), r.limits()}
	if !r.Own {
		for i, p := range parts {
			parts[i].Rows = slices.DeleteFunc(p.Rows, func(row Row) bool { return row.own })
		}
	}
	return Record{parts, r.Own}
}

// Items gives the items of PRISMA-S that the record answers, each once, in their order.
func (r Record) Items() []Item {
	var out []Item
	for _, p := range r.Parts {
		for _, row := range p.Rows {
			out = append(out, row.Items...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func number(n int) string { return humanize.Comma(int64(n)) }

// count gives a number with its noun, in the plural where there is not one.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

// unless gives a sentence where there is something to count.
func unless(n int, format string, a ...any) []string {
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf(format, a...)}
}
