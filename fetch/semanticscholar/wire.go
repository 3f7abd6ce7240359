package semanticscholar

import (
	"cmp"
	"encoding/json"
	"fmt"

	"citemap/fetch/api"
)

// A wirePaper is a paper as the API writes it.
type wirePaper struct {
	PaperID         api.Loose[string]                     `json:"paperId"`
	ExternalIDs     api.Loose[map[string]json.RawMessage] `json:"externalIds"`
	Title           api.Loose[string]                     `json:"title"`
	Abstract        api.Loose[string]                     `json:"abstract"`
	Venue           api.Loose[string]                     `json:"venue"`
	Year            api.Loose[int]                        `json:"year"`
	PublicationDate api.Loose[string]                     `json:"publicationDate"`
	Authors         api.List[wireAuthor]                  `json:"authors"`
	URL             api.Loose[string]                     `json:"url"`

	CitationCount            api.Loose[int] `json:"citationCount"`
	InfluentialCitationCount api.Loose[int] `json:"influentialCitationCount"`
	ReferenceCount           api.Loose[int] `json:"referenceCount"`

	OpenAccessPDF api.Loose[wireAccess] `json:"openAccessPdf"`
	References    api.List[wirePaper]   `json:"references"`
	Citations     api.List[wirePaper]   `json:"citations"`
}

type wireAuthor struct {
	Name api.Loose[string] `json:"name"`
}

type wireAccess struct {
	Disclaimer api.Loose[string] `json:"disclaimer"`
}

// An edgesPage is an answer of /paper/{id}/references or /citations.
type edgesPage struct {
	Next api.Loose[int] `json:"next"`
	Data api.List[struct {
		CitedPaper  api.Loose[wirePaper] `json:"citedPaper"`
		CitingPaper api.Loose[wirePaper] `json:"citingPaper"`
	}] `json:"data"`
}

// A matchAnswer is an answer of /paper/search/match.
type matchAnswer struct {
	Data api.List[wirePaper] `json:"data"`
}

// An item is what stands at a place of a batch's answer: a paper, null for an id
// that is not known, or something else, which words describe.
type item struct {
	paper *wirePaper
	words string
}

// decodeBatch reads an array of papers. One that is malformed spoils itself
// alone, unless none is a paper or null: then the array is not the API's.
func decodeBatch(body []byte) ([]item, error) {
	var raw []json.RawMessage
	if err := api.DecodeExactly(body, '[', &raw); err != nil {
		return nil, err
	}
	items, malformed := make([]item, len(raw)), 0
	for i := range raw {
		if json.Unmarshal(raw[i], &items[i].paper) != nil {
			items[i] = item{words: fmt.Sprintf("%.40q where a paper should be", raw[i])}
			malformed++
		} else if items[i].paper != nil && items[i].paper.nameless() {
			items[i] = item{words: said(raw[i])}
		}
	}
	if malformed > 0 && malformed == len(items) {
		return nil, fmt.Errorf("place 0 of %d: %s", len(items), items[0].words)
	}
	return items, nil
}

// nameless reports whether nothing says which paper it is.
func (w *wirePaper) nameless() bool {
	p := w.paper()
	return p.ID == "" && p.Title == "" && len(p.IDs) == 0
}

// said is what an object says that stands where a paper should be.
func said(raw json.RawMessage) string {
	var refusal struct{ Error, Message api.Loose[string] }
	_ = json.Unmarshal(raw, &refusal)
	return cmp.Or(api.Plain(refusal.Error.Value), api.Plain(refusal.Message.Value), "a paper that has neither id nor title")
}
