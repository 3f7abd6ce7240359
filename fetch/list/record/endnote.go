package record

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/span"
	"citemap/graph"
)

var (
	xmlStart    = regexp.MustCompile(`(?i)^<(?:\?xml|xml|records|record)[\s>]`)
	recordStart = regexp.MustCompile(`<(?:record|RECORD)[\s>]`)
	recordEnd   = regexp.MustCompile(`</(?:record|RECORD)>`)
)

func IsEndNoteXML(text []byte) bool {
	begin := bytes.TrimLeft(text, " \t\r\n")
	return xmlStart.Match(begin[:min(len(begin), 16)])
}

// ReadEndNoteXML gives the entries of EndNote XML, and what is wrong with the
// records that are none. Each record is read by itself, so that a broken one
// harms no other.
func ReadEndNoteXML(text []byte) (entries []graph.Entry, broken span.Faults) {
	starts := recordStart.FindAllIndex(text, -1)
	for i, at := range starts {
		start, next := at[0], len(text)
		if i+1 < len(starts) {
			next = starts[i+1][0]
		}
		closing := recordEnd.FindIndex(text[start:next])
		if closing == nil {
			broken.Add(span.Fault{At: start, What: "record without end"})
			continue
		}
		end := start + closing[1]
		w, err := endNoteWork(text[start:end])
		if err != nil {
			broken.Add(span.Fault{At: start, What: "record is not XML: " + words.OneLine(err.Error())})
			continue
		}
		e, f := w.Entry(start, end)
		if f != nil {
			broken.Add(*f)
			continue
		}
		entries = append(entries, e)
	}
	return entries, broken
}

// endNoteFields say what to do with the text of an element, by its path below
// the record without the elements that say how letters are set.
var endNoteFields = map[string]func(w *Record, s string){
	"titles/title":                xmlTitle,
	"contributors/authors/author": func(w *Record, s string) { w.Authors = append(w.Authors, People(s)...) },
	"dates/year":                  func(w *Record, s string) { w.Date = endNoteDate(w.Date, s) },
	"dates/pub-dates/date":        func(w *Record, s string) { w.Date = endNoteDate(w.Date, s) },
	"electronic-resource-num":     func(w *Record, s string) { w.AddDOI(s); w.AddWritten(s) },
	"accession-num":               accession,
	"remote-database-name":        database,
	"custom2":                     pmcNumber,
	"urls/related-urls/url":       (*Record).AddWritten,
	"urls/web-urls/url":           (*Record).AddWritten,
	"urls/pdf-urls/url":           (*Record).AddWritten,
	"urls/text-urls/url":          (*Record).AddWritten,
	"periodical/full-title":       (*Record).AddWritten,
	"titles/secondary-title":      (*Record).AddWritten,
	"number":                      (*Record).AddWritten,
	"volume":                      (*Record).AddWritten,
	"publisher":                   (*Record).AddWritten,
	"notes":                       (*Record).AddRemark,
	"label":                       (*Record).AddWritten,
	"call-num":                    (*Record).AddWritten,

	// EndNote's first XML, in capitals, which other programs still write.
	"title":            xmlTitle,
	"authors/author":   func(w *Record, s string) { w.Authors = append(w.Authors, People(s)...) },
	"year":             func(w *Record, s string) { w.Date = endNoteDate(w.Date, s) },
	"date":             func(w *Record, s string) { w.Date = endNoteDate(w.Date, s) },
	"url":              bareOrAddress,
	"accession_number": accession,
	"secondary_title":  (*Record).AddWritten,
}

// xmlTitle takes in a title. A file that is not described yet has its name
// for one, as "<name.pdf>".
func xmlTitle(w *Record, s string) {
	if name, found := strings.CutSuffix(s, ".pdf>"); found {
		s = strings.TrimPrefix(name, "<")
	}
	w.Title = s
}

// bareOrAddress reads an address, or a DOI in its place.
func bareOrAddress(w *Record, s string) {
	if strings.HasPrefix(s, "10.") {
		w.AddDOI(s)
	}
	w.AddWritten(s)
}

// accession reads the number that a database has for a record: PubMed's is
// digits alone, as are those of others.
func accession(w *Record, s string) {
	if s = strings.TrimSpace(s); len(s) <= 8 {
		w.accession = s
	}
	w.AddWritten(s)
}

// database notes whether the accession number can be PubMed's.
func database(w *Record, s string) {
	s = strings.ToLower(s)
	w.elsewhere = s != "" && !strings.Contains(s, "pubmed") && !strings.Contains(s, "medline") && !strings.Contains(s, "nlm")
}

func pmcNumber(w *Record, s string) {
	if s = strings.TrimSpace(s); strings.HasPrefix(strings.ToUpper(s), "PMC") {
		w.AddPubMedCentral(s)
	}
}

// endNoteDate puts year and day together, which stand apart: "2023", "May 18".
func endNoteDate(d graph.Date, s string) graph.Date {
	told := LooseDate(s)
	if told.IsZero() && d.Year > 0 {
		for _, whole := range []string{s + ", " + d.String(), s + " " + d.String(), d.String() + " " + s} {
			if told = LooseDate(whole); told.Month > 0 {
				break
			}
		}
	}
	return Finer(d, told)
}

// No field has a longer name than that, and none lies deeper.
const (
	longestName  = 24
	deepestField = 4
)

// endNoteWork reads one record. The decoder knows no entities but XML's own, so
// that none grows. Elements inside a field say how its letters are set.
func endNoteWork(record []byte) (w Record, err error) {
	d := xml.NewDecoder(bytes.NewReader(record))
	d.Strict = false
	var path []string
	var text strings.Builder
	var field func(*Record, string)
	for fieldDepth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if !w.elsewhere {
				w.AddPubMed(w.accession)
			}
			return w, nil
		}
		if err != nil {
			return w, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(path) >= limit.MaxDepth {
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
				field(&w, words.OneLine(text.String()))
				field = nil
				text.Reset()
			}
			path = path[:max(0, len(path)-1)]
		}
	}
}
