// Package tree reads lists that programs keep as trees of fields: JSON, YAML,
// snapshots.
package tree

import (
	"encoding/json"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A cslItem is an item of CSL-JSON, or of the JSON of Zotero and Better BibTeX,
// which name some fields otherwise. No field makes an item unreadable by what
// it holds.
type cslItem struct {
	Title           looseText  `json:"title"`
	Author          cslNames   `json:"author"`
	Creators        cslNames   `json:"creators"`
	Issued          cslDate    `json:"issued"`
	Date            looseText  `json:"date"`
	DOI             looseText  `json:"DOI"`
	PMID            looseText  `json:"PMID"`
	PMCID           looseText  `json:"PMCID"`
	URL             looseText  `json:"URL"`
	Note            looseText  `json:"note"`
	Extra           looseText  `json:"extra"`
	Number          looseText  `json:"number"`
	ArchiveID       looseText  `json:"archiveID"`
	ArchiveLocation looseText  `json:"archive_location"`
	Archive         looseText  `json:"archive"`
	ContainerTitle  looseText  `json:"container-title"`
	Publication     looseText  `json:"publicationTitle"`
	Kind            looseText  `json:"itemType"`
	Source          looseText  `json:"source"`
	ID              looseText  `json:"id"`
	Data            *zoteroAPI `json:"data"`

	answerFields
}

// zoteroAPI is where Zotero's web interface has the fields of an item.
type zoteroAPI cslItem

// UnmarshalJSON reads an object, and anything else as nothing.
func (z *zoteroAPI) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		return nil
	}
	type plain zoteroAPI
	p := (*plain)(z)
	p.Data = &zoteroAPI{} // no deeper
	return json.Unmarshal(b, p)
}

// ReadJSON gives the entries of CSL-JSON, and what is wrong with the items that
// are none.
func ReadJSON(text []byte) (entries []graph.Entry, broken span.Faults) {
	if isStrings(text) {
		return readStrings(text)
	}
	s := jsonItems{text: text, at: itemsStart(text)}
	for {
		start, end, ok := s.next()
		if !ok {
			return entries, broken
		}
		var item cslItem
		if end < 0 {
			broken.Add(span.Fault{At: start, What: "item without end"})
			continue
		}
		if err := json.Unmarshal(text[start:end], &item); err != nil {
			broken.Add(span.Fault{At: start, What: "item is not JSON: " + words.OneLine(err.Error())})
			s.goOn(start, end)
			continue
		}
		if item.Data != nil && item.Title == "" {
			item = cslItem(*item.Data)
		}
		if isEnvelope(text[start:end]) {
			s.at = start + 1
			continue
		}
		if item.Kind == "attachment" || item.Kind == "note" || item.Kind == "annotation" {
			continue
		}
		w := item.work()
		e, f := w.Entry(start, end)
		if f != nil {
			broken.Add(*f)
			continue
		}
		if entries = append(entries, e); len(entries) > limit.MaxEntries {
			broken = span.Faults{}
			broken.Add(*limit.TooMany())
			return nil, broken
		}
	}
}

func (c *cslItem) work() record.Record {
	w := record.Record{Title: c.title(), Authors: append(c.Author, c.Creators...), Date: c.Issued.Date}
	if w.Date.IsZero() {
		w.Date = record.LooseDate(string(c.Date))
	}
	c.tell(&w)
	w.AddDOI(string(c.DOI))
	w.AddPubMed(string(c.PMID))
	w.AddPubMedCentral(string(c.PMCID))
	if strings.Contains(strings.ToLower(string(c.Archive)), "arxiv") {
		w.AddID(graph.ArXiv, record.ArxivPrefix.ReplaceAllString(string(c.ArchiveLocation), ""))
	}
	for _, s := range []looseText{c.URL, c.ArchiveID, c.Number, c.ArchiveLocation, c.ContainerTitle, c.Publication} {
		w.AddWritten(string(s))
	}
	w.SetSource(string(c.Source))
	w.AddRemarks(string(c.Note))
	w.AddRemarks(string(c.Extra))
	w.AddKey(string(c.ID))
	return w
}
