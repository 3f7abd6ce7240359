package record

import (
	"bytes"
	"strings"

	"citemap/fetch/list/span"
	"citemap/graph"
)

// medlineStart begins each record of MEDLINE, which PubMed saves as .nbib. It is
// like RIS, but for tags of four letters, and has no line at the end.
const medlineStart = "PMID-"

func isMEDLINE(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text[:min(len(text), 1<<10)], " \t\r\n"), []byte(medlineStart))
}

// A medlineReader reads one record after the other.
type medlineReader struct {
	w          Record
	short      []string // names without given names, which older records have alone
	start, end int
	tag        string
	value      strings.Builder
	entries    []graph.Entry
	broken     span.Faults
}

// medlineFields are the fields that tell of the paper itself: others name papers
// that comment on it, and its place in a journal.
var medlineFields = map[string]func(w *Record, s string){
	"PMID": (*Record).AddPubMed, "PMC": (*Record).AddPubMedCentral, "TI": medlineTitle, "BTI": medlineTitle,
	"FAU": func(w *Record, s string) { w.Authors = append(w.Authors, People(s)...) },
	"AU":  func(*Record, string) {},
	"DP":  func(w *Record, s string) { w.Date = LooseDate(s) },
	"LID": medlineDOI, "AID": medlineDOI,
}

func medlineTitle(w *Record, s string) {
	if w.Title == "" {
		w.Title = strings.TrimSuffix(s, ".")
	}
}

// medlineDOI reads "10.1000/x [doi]"; others of these numbers are a publisher's.
func medlineDOI(w *Record, s string) {
	if doi, found := strings.CutSuffix(s, "[doi]"); found {
		w.AddDOI(doi)
	}
}

// readMEDLINE gives the entries of MEDLINE, and what is wrong with the records
// that are none.
func readMEDLINE(text []byte) ([]graph.Entry, span.Faults) {
	r := medlineReader{start: -1}
	for at, line := range span.Lines(text) {
		if line = strings.TrimRight(line, " \t\r"); line == "" {
			continue
		}
		if strings.HasPrefix(line, medlineStart) {
			r.record()
			r.start = at
		}
		r.end = at + len(line)
		if len(line) > 4 && line[4] == '-' && line[0] != ' ' {
			r.field()
			r.tag, line = strings.TrimRight(line[:4], " "), line[5:]
		}
		if medlineFields[r.tag] != nil {
			r.value.WriteString(" " + strings.TrimSpace(line))
		}
	}
	r.record()
	return r.entries, r.broken
}

// field takes in the field that has been read.
func (r *medlineReader) field() {
	s := strings.TrimSpace(r.value.String())
	if take := medlineFields[r.tag]; take != nil {
		take(&r.w, s)
	}
	if r.tag == "AU" {
		r.short = append(r.short, ByComma(s)...)
	}
	r.value.Reset()
	r.tag = ""
}

// record makes an entry of the record that has been read.
func (r *medlineReader) record() {
	r.field()
	if r.start < 0 {
		return
	}
	if r.w.Authors == nil {
		r.w.Authors = r.short
	}
	if e, f := r.w.Entry(r.start, r.end); f != nil {
		r.broken.Add(*f)
	} else {
		r.entries = append(r.entries, e)
	}
	r.w, r.short = Record{}, nil
}
