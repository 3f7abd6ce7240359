package semanticscholar

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// loose is a value that may be null, missing or of another type than it
// should be: all of these are not known, and spoil nothing around them.
type loose[T any] struct {
	value T
	known bool
}

func (l *loose[T]) UnmarshalJSON(b []byte) error {
	var v *T
	if json.Unmarshal(b, &v) == nil && v != nil {
		l.value, l.known = *v, true
	}
	return nil
}

// A form is what stood in the place of a list.
type form uint8

const (
	absent form = iota // no such key
	null
	there
	odd // something else than a list
)

type list[T any] struct {
	form  form
	items []loose[T]
}

func (l *list[T]) UnmarshalJSON(b []byte) error {
	var items *[]loose[T]
	switch err := json.Unmarshal(b, &items); {
	case err != nil:
		l.form = odd
	case items == nil:
		l.form = null
	default:
		l.form, l.items = there, *items
	}
	return nil
}

// A wirePaper is a paper as the API writes it.
type wirePaper struct {
	PaperID         loose[string]                     `json:"paperId"`
	ExternalIDs     loose[map[string]json.RawMessage] `json:"externalIds"`
	Title           loose[string]                     `json:"title"`
	Abstract        loose[string]                     `json:"abstract"`
	Venue           loose[string]                     `json:"venue"`
	Year            loose[int]                        `json:"year"`
	PublicationDate loose[string]                     `json:"publicationDate"`
	Authors         list[wireAuthor]                  `json:"authors"`
	URL             loose[string]                     `json:"url"`

	CitationCount            loose[int] `json:"citationCount"`
	InfluentialCitationCount loose[int] `json:"influentialCitationCount"`
	ReferenceCount           loose[int] `json:"referenceCount"`

	OpenAccessPDF loose[wireAccess] `json:"openAccessPdf"`
	References    list[wirePaper]   `json:"references"`
}

type wireAuthor struct {
	Name loose[string] `json:"name"`
}

type wireAccess struct {
	Disclaimer loose[string] `json:"disclaimer"`
}

// A referencesPage is an answer of /paper/{id}/references.
type referencesPage struct {
	Next loose[int] `json:"next"`
	Data list[struct {
		CitedPaper loose[wirePaper] `json:"citedPaper"`
	}] `json:"data"`
}

// A matchAnswer is an answer of /paper/search/match.
type matchAnswer struct {
	Data list[wirePaper] `json:"data"`
}

// decodeBatch reads an array of papers; nil stands where the API has null.
func decodeBatch(body []byte) ([]*wirePaper, error) {
	var items []json.RawMessage
	if err := decodeExactly(body, '[', &items); err != nil {
		return nil, err
	}
	papers := make([]*wirePaper, len(items))
	for i, item := range items {
		if err := json.Unmarshal(item, &papers[i]); err != nil {
			return nil, fmt.Errorf("place %d: %w", i, err)
		}
	}
	return papers, nil
}

// decodeObject reads an object. One that speaks of an error in place of data
// is none of the API's answers.
func decodeObject(body []byte, into any) error {
	var refusal struct{ Error, Message, Data json.RawMessage }
	if err := decodeExactly(body, '{', &refusal); err != nil {
		return err
	}
	if refusal.Data == nil && (refusal.Error != nil || refusal.Message != nil) {
		return errors.New("an error where data should be")
	}
	return json.Unmarshal(body, into)
}

// decodeExactly is json.Unmarshal of a text that begins as it should.
func decodeExactly(body []byte, opening byte, into any) error {
	body = bytes.TrimSpace(body)
	if len(body) == 0 {
		return errors.New("it is empty")
	}
	if body[0] != opening {
		return fmt.Errorf("it begins with %q", body[:min(len(body), 16)])
	}
	return json.Unmarshal(body, into)
}
