package tree

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"

	"citemap/fetch/list/record"
	"citemap/graph"
)

// answerFields are the fields in which the answers of Semantic Scholar, OpenAlex
// and Crossref, and the lists that people keep in JSON, differ from CSL-JSON.
type answerFields struct {
	Name            looseText            `json:"name"`
	DisplayName     looseText            `json:"display_name"`
	PaperTitle      looseText            `json:"paper_title"`
	Authors         cslNames             `json:"authors"`
	Authorships     cslNames             `json:"authorships"`
	Year            looseText            `json:"year"`
	PublicationYear looseText            `json:"publication_year"`
	PublicationDate looseText            `json:"publicationDate"`
	PublishedOn     looseText            `json:"publication_date"`
	Published       cslDate              `json:"published"`
	PaperID         looseText            `json:"paperId"`
	CorpusID        looseText            `json:"corpusId"`
	ExternalIDs     map[string]looseText `json:"externalIds"`
	IDs             looseIDs             `json:"ids"`
	Arxiv           looseText            `json:"arxiv"`
	ArxivID         looseText            `json:"arxiv_id"`
	ArxivIDCamel    looseText            `json:"arxivId"`
	Eprint          looseText            `json:"eprint"`
	PubMed          looseText            `json:"pubmed"`
	Link            looseText            `json:"link"`
	Links           looseIDs             `json:"links"`
	Address         looseText            `json:"address"`
	PaperURL        looseText            `json:"paper_url"`
	PDF             looseText            `json:"pdf"`
	PDFURL          looseText            `json:"pdf_url"`
	URLPDF          looseText            `json:"url_pdf"`
	URLAbs          looseText            `json:"url_abs"`
	Paper           looseText            `json:"paper"`
	ArxivURL        looseText            `json:"arxiv_url"`
	DOIURL          looseText            `json:"doi_url"`
}

// looseIDs are texts by name; anything else is none.
type looseIDs map[string]looseText

// UnmarshalJSON never fails on what is JSON.
func (l *looseIDs) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		return nil
	}
	return json.Unmarshal(b, (*map[string]looseText)(l))
}

// title gives the title, by whichever name.
func (c *cslItem) title() string {
	title := cmp.Or(c.Title, c.DisplayName, c.PaperTitle, c.Name)
	if title == "" && !strings.Contains(string(c.Paper), "://") {
		title = c.Paper
	}
	return string(title)
}

// tell takes in what these fields tell of a work.
func (c *answerFields) tell(w *record.Record) {
	if w.Authors == nil {
		w.Authors = append(c.Authors, c.Authorships...)
	}
	for _, d := range []looseText{c.Year, c.PublicationYear, c.PublicationDate, c.PublishedOn} {
		w.Date = record.Finer(w.Date, record.LooseDate(string(d)))
	}
	w.Date = record.Finer(w.Date, c.Published.Date)
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.MAG, graph.CorpusID, graph.DBLP} {
		w.AddID(s, string(c.ExternalIDs[string(s)]))
	}
	if isPaperID(string(c.PaperID)) {
		w.AddKey(string(c.PaperID))
	}
	w.AddID(graph.CorpusID, string(c.CorpusID))
	for _, s := range []looseText{c.Arxiv, c.ArxivID, c.ArxivIDCamel, c.Eprint, c.IDs["arxiv"], c.IDs["arXiv"], c.IDs["ArXiv"]} {
		record.ArxivColumn(w, string(s))
	}
	w.AddDOI(string(cmp.Or(c.IDs["doi"], c.IDs["DOI"])))
	w.AddPubMed(lastPart(string(cmp.Or(c.IDs["pmid"], c.PubMed))))
	w.AddPubMedCentral(lastPart(string(c.IDs["pmcid"])))
	w.AddID(graph.MAG, string(c.IDs["mag"]))
	for _, s := range []looseText{c.Link, c.Address, c.PaperURL, c.URLAbs, c.ArxivURL, c.DOIURL, c.URLPDF, c.PDFURL, c.PDF, c.Paper} {
		w.AddWritten(string(s))
	}
	for _, name := range []string{"paper", "arxiv", "doi", "url", "abs", "pdf", "html"} {
		w.AddWritten(string(c.Links[name]))
	}
}

// isPaperID tells an id of Semantic Scholar's, or one with its prefix.
func isPaperID(s string) bool {
	return len(s) == 40 && strings.Trim(strings.ToLower(s), "0123456789abcdef") == "" || strings.Contains(s, ":")
}

// lastPart gives what stands behind the last slash, as of an address.
func lastPart(s string) string { return s[strings.LastIndexByte(s, '/')+1:] }

// isEnvelope tells an object that holds items from an item: it has objects in it
// and nothing that only an item has.
func isEnvelope(object []byte) bool {
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil {
		return false
	}
	holds := false
	for name, value := range fields {
		if itemFields[strings.ToLower(name)] {
			return false
		}
		objects := len(value) > 0 && (value[0] == '{' || value[0] == '[' && strings.HasPrefix(strings.TrimLeft(string(value[1:min(len(value), 64)]), " \t\r\n"), "{"))
		if titleFields[strings.ToLower(name)] && !objects && bytes.Count(object, []byte(`"title"`)) < 2 {
			return false
		}
		holds = holds || objects
	}
	return holds
}

// titleFields name an item, itemFields belong to one.
var (
	titleFields = map[string]bool{"title": true, "name": true, "display_name": true, "paper_title": true, "paper": true}
	itemFields  = map[string]bool{"author": true, "authors": true, "creators": true, "issued": true, "doi": true, "year": true, "paperid": true,
		"externalids": true, "authorships": true, "arxiv": true, "arxiv_id": true, "pmid": true, "url": true, "itemtype": true}
)
