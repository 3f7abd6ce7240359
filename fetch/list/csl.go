package list

import (
	"encoding/json"
	"regexp"
	"strings"

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

// readCSL gives the entries of CSL-JSON, and what is wrong with the items that
// are none.
func readCSL(text []byte) (entries []graph.Entry, broken faults) {
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
			broken.add(fault{at: start, what: "item without end"})
			continue
		}
		if err := json.Unmarshal(text[start:end], &item); err != nil {
			broken.add(fault{at: start, what: "item is not JSON: " + oneLine(err.Error())})
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
		e, f := w.entry(start, end)
		if f != nil {
			broken.add(*f)
			continue
		}
		if entries = append(entries, e); len(entries) > maxEntries {
			broken = faults{}
			broken.add(*tooMany())
			return nil, broken
		}
	}
}

func (c *cslItem) work() work {
	w := work{title: c.title(), authors: append(c.Author, c.Creators...), date: c.Issued.Date}
	if w.date.IsZero() {
		w.date = looseDate(string(c.Date))
	}
	c.tell(&w)
	w.doi(string(c.DOI))
	w.pmid(string(c.PMID))
	w.pmcid(string(c.PMCID))
	if strings.Contains(strings.ToLower(string(c.Archive)), "arxiv") {
		w.take(graph.ArXiv, arxivPrefix.ReplaceAllString(string(c.ArchiveLocation), ""))
	}
	for _, s := range []looseText{c.URL, c.ArchiveID, c.Number, c.ArchiveLocation, c.ContainerTitle, c.Publication} {
		w.written(string(s))
	}
	w.source(string(c.Source))
	w.remarks(string(c.Note))
	w.remarks(string(c.Extra))
	w.key(string(c.ID))
	return w
}

var arxivPrefix = regexp.MustCompile(`(?i)^\s*arxiv:\s*|\s*\[.*$`)
