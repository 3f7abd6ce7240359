package list

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"citemap/graph"
)

var (
	xmlStart    = regexp.MustCompile(`(?i)^<(?:\?xml|xml|records|record)[\s>]`)
	recordStart = regexp.MustCompile(`<(?:record|RECORD)[\s>]`)
	recordEnd   = regexp.MustCompile(`</(?:record|RECORD)>`)
)

func isEndNote(text []byte) bool {
	begin := bytes.TrimLeft(text, " \t\r\n")
	return xmlStart.Match(begin[:min(len(begin), 16)])
}

// readEndNote gives the entries of EndNote XML, and what is wrong with the
// records that are none. Each record is read by itself, so that a broken one
// harms no other.
func readEndNote(text []byte) (entries []graph.Entry, broken faults) {
	starts := recordStart.FindAllIndex(text, -1)
	for i, at := range starts {
		start, next := at[0], len(text)
		if i+1 < len(starts) {
			next = starts[i+1][0]
		}
		closing := recordEnd.FindIndex(text[start:next])
		if closing == nil {
			broken.add(fault{at: start, what: "record without end"})
			continue
		}
		end := start + closing[1]
		w, err := endNoteWork(text[start:end])
		if err != nil {
			broken.add(fault{at: start, what: "record is not XML: " + oneLine(err.Error())})
			continue
		}
		e, f := w.entry(start, end)
		if f != nil {
			broken.add(*f)
			continue
		}
		entries = append(entries, e)
	}
	return entries, broken
}

// endNoteFields say what to do with the text of an element, by its path below
// the record without the elements that say how letters are set.
var endNoteFields = map[string]func(w *work, s string){
	"titles/title":                endNoteTitle,
	"contributors/authors/author": func(w *work, s string) { w.authors = append(w.authors, people(s)...) },
	"dates/year":                  func(w *work, s string) { w.date = endNoteDate(w.date, s) },
	"dates/pub-dates/date":        func(w *work, s string) { w.date = endNoteDate(w.date, s) },
	"electronic-resource-num":     func(w *work, s string) { w.doi(s); w.written(s) },
	"accession-num":               accession,
	"remote-database-name":        database,
	"custom2":                     pmcNumber,
	"urls/related-urls/url":       (*work).written,
	"urls/web-urls/url":           (*work).written,
	"urls/pdf-urls/url":           (*work).written,
	"urls/text-urls/url":          (*work).written,
	"periodical/full-title":       (*work).written,
	"titles/secondary-title":      (*work).written,
	"number":                      (*work).written,
	"volume":                      (*work).written,
	"publisher":                   (*work).written,
	"notes":                       (*work).remark,
	"label":                       (*work).written,
	"call-num":                    (*work).written,

	// EndNote's first XML, in capitals, which other programs still write.
	"title":            endNoteTitle,
	"authors/author":   func(w *work, s string) { w.authors = append(w.authors, people(s)...) },
	"year":             func(w *work, s string) { w.date = endNoteDate(w.date, s) },
	"date":             func(w *work, s string) { w.date = endNoteDate(w.date, s) },
	"url":              bareOrAddress,
	"accession_number": accession,
	"secondary_title":  (*work).written,
}

// endNoteTitle takes in a title. A file that is not described yet has its name
// for one, as "<name.pdf>".
func endNoteTitle(w *work, s string) {
	if name, found := strings.CutSuffix(s, ".pdf>"); found {
		s = strings.TrimPrefix(name, "<")
	}
	w.title = s
}

// bareOrAddress reads an address, or a DOI in its place.
func bareOrAddress(w *work, s string) {
	if strings.HasPrefix(s, "10.") {
		w.doi(s)
	}
	w.written(s)
}

// accession reads the number that a database has for a record: PubMed's is
// digits alone, as are those of others.
func accession(w *work, s string) {
	if s = strings.TrimSpace(s); len(s) <= 8 {
		w.accession = s
	}
	w.written(s)
}

// database notes whether the accession number can be PubMed's.
func database(w *work, s string) {
	s = strings.ToLower(s)
	w.elsewhere = s != "" && !strings.Contains(s, "pubmed") && !strings.Contains(s, "medline") && !strings.Contains(s, "nlm")
}

func pmcNumber(w *work, s string) {
	if s = strings.TrimSpace(s); strings.HasPrefix(strings.ToUpper(s), "PMC") {
		w.pmcid(s)
	}
}

// endNoteDate puts year and day together, which stand apart: "2023", "May 18".
func endNoteDate(d graph.Date, s string) graph.Date {
	told := looseDate(s)
	if told.IsZero() && d.Year > 0 {
		for _, whole := range []string{s + ", " + d.String(), s + " " + d.String(), d.String() + " " + s} {
			if told = looseDate(whole); told.Month > 0 {
				break
			}
		}
	}
	return finer(d, told)
}

// No field has a longer name than that, and none lies deeper.
const (
	longestName  = 24
	deepestField = 4
)

// endNoteWork reads one record. The decoder knows no entities but XML's own, so
// that none grows. Elements inside a field say how its letters are set.
func endNoteWork(record []byte) (w work, err error) {
	d := xml.NewDecoder(bytes.NewReader(record))
	d.Strict = false
	var path []string
	var text strings.Builder
	var field func(*work, string)
	for fieldDepth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if !w.elsewhere {
				w.pmid(w.accession)
			}
			return w, nil
		}
		if err != nil {
			return w, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(path) >= maxDepth {
				return w, errors.New("elements too deep in each other")
			}
			path = append(path, strings.ToLower(t.Name.Local[:min(len(t.Name.Local), longestName)]))
			if field == nil && len(path) <= deepestField {
				field, fieldDepth = endNoteFields[strings.Join(path[1:], "/")], len(path)
			}
		case xml.CharData:
			if field != nil {
				text.Write(t)
			}
		case xml.EndElement:
			if field != nil && len(path) == fieldDepth {
				field(&w, oneLine(text.String()))
				field = nil
				text.Reset()
			}
			path = path[:max(0, len(path)-1)]
		}
	}
}
