package semanticscholar

import (
	"encoding/json"

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

	// Papers told of beside others have none of these, and there may be very many.
	PublicationTypes *api.List[string]         `json:"publicationTypes"`
	Embedding        *api.Loose[wireEmbedding] `json:"embedding"`
	OpenAccessPDF    *api.Loose[wireAccess]    `json:"openAccessPdf"`

	References api.List[wirePaper] `json:"references"`
	Citations  api.List[wirePaper] `json:"citations"`
}

type wireAuthor struct {
	Name api.Loose[string] `json:"name"`
}

type wireAccess struct {
	Disclaimer api.Loose[string] `json:"disclaimer"`
}

type wireEmbedding struct {
	Model  string    `json:"model"`
	Vector []float32 `json:"vector"`
}

// An edgesPage is an answer of /paper/{id}/references or /citations.
type edgesPage struct {
	Next api.Loose[int]     `json:"next"`
	Data api.List[wireEdge] `json:"data"`
}

// A wireEdge is a citation, with the paper at its other end.
type wireEdge struct {
	CitedPaper  api.Loose[wirePaper] `json:"citedPaper"`
	CitingPaper api.Loose[wirePaper] `json:"citingPaper"`

	Contexts    api.List[string] `json:"contexts"`
	Intents     api.List[string] `json:"intents"`
	Influential api.Loose[bool]  `json:"isInfluential"`
}

// A matchAnswer is an answer of /paper/search/match.
type matchAnswer struct {
	Data api.List[wirePaper] `json:"data"`
}
