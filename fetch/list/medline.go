package list

import (
	"bytes"
	"strings"

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
	w          work
	short      []string // names without given names, which older records have alone
	start, end int
	tag        string
	value      strings.Builder
	entries    []graph.Entry
	broken     faults
}

// medlineFields are the fields that tell of the paper itself: others name papers
// that comment on it, and its place in a journal.
var medlineFields = map[string]func(w *work, s string){
	"PMID": (*work).pmid, "PMC": (*work).pmcid, "TI": medlineTitle, "BTI": medlineTitle,
	"FAU": func(w *work, s string) { w.authors = append(w.authors, people(s)...) },
	"AU":  func(*work, string) {},
	"DP":  func(w *work, s string) { w.date = looseDate(s) },
	"LID": medlineDOI, "AID": medlineDOI,
}

func medlineTitle(w *work, s string) {
	if w.title == "" {
		w.title = strings.TrimSuffix(s, ".")
	}
}

// medlineDOI reads "10.1000/x [doi]"; others of these numbers are a publisher's.
func medlineDOI(w *work, s string) {
	if doi, found := strings.CutSuffix(s, "[doi]"); found {
		w.doi(doi)
	}
}

// readMEDLINE gives the entries of MEDLINE, and what is wrong with the records
// that are none.
func readMEDLINE(text []byte) ([]graph.Entry, faults) {
	r := medlineReader{start: -1}
	for at, line := range lines(text) {
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
		r.short = append(r.short, byComma(s)...)
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
	if r.w.authors == nil {
		r.w.authors = r.short
	}
	if e, f := r.w.entry(r.start, r.end); f != nil {
		r.broken.add(*f)
	} else {
		r.entries = append(r.entries, e)
	}
	r.w, r.short = work{}, nil
}
