package record

import (
	"iter"
	"strings"
)

// A Fields is what a program wrote of one work, field by field, as written.
type Fields struct {
	Start, End int // its bytes in the text

	Title   string
	People  []string // its authors, one a name
	Dates   []string // the year first, then what may be finer
	IDs     []ID     // of fields that hold nothing else
	Texts   []string // addresses, and text that names the ids of the work
	Remarks []string // text that may be about other works

	// Printed is the whole as a person reads it, where no field is marked.
	Printed string
}

// An ID is an id as a field holds it, with its prefix or without.
type ID struct{ Kind, Value string } // Kind is doi, arxiv, pmid or pmcid

// A FieldFault is what keeps a record from being read.
type FieldFault struct {
	At   int
	What string
}

// A Found is the records of a text in their order, and what was not read.
type Found struct {
	Records []Fields
	Faults  []FieldFault
}

// fault notes what was not read.
func (r *Found) fault(at int, what string) { r.Faults = append(r.Faults, FieldFault{at, what}) }

// maxField is longer, in bytes, than a field that tells of a work: what goes on
// behind it is left out.
const maxField = 1 << 13

// A role says what to do with the value of a field.
type role func(r *Fields, value string)

func title(r *Fields, s string) {
	if r.Title == "" {
		r.Title = s
	}
}

func person(r *Fields, s string) { r.People = append(r.People, s) }

func date(r *Fields, s string) { r.Dates = append(r.Dates, s) }

func text(r *Fields, s string) { r.Texts = append(r.Texts, s) }

func remark(r *Fields, s string) { r.Remarks = append(r.Remarks, s) }

func doi(r *Fields, s string) { r.IDs = append(r.IDs, ID{"doi", s}) }

func arxivID(r *Fields, s string) { r.IDs = append(r.IDs, ID{"arxiv", s}) }

func pmid(r *Fields, s string) { r.IDs = append(r.IDs, ID{"pmid", s}) }

func pmcid(r *Fields, s string) { r.IDs = append(r.IDs, ID{"pmcid", s}) }

// lines runs through the lines of a text, without their ends, and where they
// begin.
func lines(text []byte) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		at := 0
		for line := range strings.Lines(string(text)) {
			if !yield(at, strings.TrimRight(line, "\r\n")) {
				return
			}
			at += len(line)
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
