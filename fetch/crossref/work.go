package crossref

import (
	"errors"
	"strings"

	"citemap/fetch"
	"citemap/fetch/address"
	"citemap/fetch/api"
	"citemap/graph"
)

const from = "crossref" // what References.From says

// A wireWork is a work as the API writes it.
type wireWork struct {
	DOI       api.Loose[string]     `json:"DOI"`
	Title     api.List[string]      `json:"title"`
	Container api.List[string]      `json:"container-title"`
	Author    api.List[wireAuthor]  `json:"author"`
	Issued    api.Loose[wireDate]   `json:"issued"`
	CitedBy   api.Loose[int]        `json:"is-referenced-by-count"`
	Reference api.List[wireMention] `json:"reference"`
	Count     api.Loose[int]        `json:"reference-count"`
	Counted   api.Loose[int]        `json:"references-count"` // the same; either may be missing
	UpdatedBy api.List[wireUpdate]  `json:"updated-by"`
}

type wireAuthor struct {
	Given  api.Loose[string] `json:"given"`
	Family api.Loose[string] `json:"family"`
	Name   api.Loose[string] `json:"name"` // of a group
}

type wireDate struct {
	Parts api.List[[]*int] `json:"date-parts"`
}

// A wireMention is an entry of a bibliography as the publisher deposited it.
type wireMention struct {
	DOI          api.Loose[string] `json:"DOI"`
	ArticleTitle api.Loose[string] `json:"article-title"`
	VolumeTitle  api.Loose[string] `json:"volume-title"`
	JournalTitle api.Loose[string] `json:"journal-title"`
	Author       api.Loose[string] `json:"author"`
	Year         api.Loose[string] `json:"year"`
	FirstPage    api.Loose[string] `json:"first-page"`
	Unstructured api.Loose[string] `json:"unstructured"`
}

// decodeWork reads the envelope of an answer and the work in it. A work without
// a DOI is none: Crossref knows its works by nothing else.
func decodeWork(body []byte) (*wireWork, error) {
	var answer struct {
		Message api.Loose[wireWork] `json:"message"`
	}
	if err := api.DecodeExactly(body, '{', &answer); err != nil {
		return nil, err
	}
	w := &answer.Message.Value
	if _, ok := address.ParseDOI(api.Plain(w.DOI.Value)); !ok {
		return nil, errors.New("it has no work with a DOI")
	}
	return w, nil
}

// paper makes a graph.Paper of a work, without references.
func (w *wireWork) paper() graph.Paper {
	p := graph.Paper{
		Title: first(w.Title), Authors: w.authors(), Date: w.Issued.Value.date(), Venue: first(w.Container),
		Referenced: w.counted(),
	}
	if x, ok := address.ParseDOI(api.Plain(w.DOI.Value)); ok {
		p.IDs = graph.ExternalIDs{x}
	}
	if n := w.CitedBy; n.Known && n.Value >= 0 {
		p.Global = &n.Value
	}
	p.ID = fetch.PaperIDOf(&p)
	return p
}

// counted is how many references were deposited, open or not, and no fewer than
// there are; nil where Crossref does not say.
func (w *wireWork) counted() *int {
	there := len(w.Reference.Items)
	for _, n := range []api.Loose[int]{w.Count, w.Counted} {
		if n.Known && n.Value >= 0 {
			n := max(n.Value, there)
			return &n
		}
	}
	if there > 0 {
		return &there
	}
	return nil
}

// first is the first text of a list.
func first(texts api.List[string]) string {
	for _, t := range texts.Items {
		if title := api.Title(t.Value); title != "" {
			return title
		}
	}
	return ""
}

func (w *wireWork) authors() []string {
	var names []string
	for _, a := range w.Author.Items {
		name := strings.TrimSpace(api.Plain(a.Value.Given.Value) + " " + api.Plain(a.Value.Family.Value))
		if name == "" {
			name = api.Plain(a.Value.Name.Value)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

// date reads a year, a month and a day as far as they are there.
func (w *wireDate) date() graph.Date {
	var d graph.Date
	if len(w.Parts.Items) == 0 {
		return d
	}
	limits := []int{9999, 12, 31}
	for i, part := range w.Parts.Items[0].Value {
		if i == len(limits) || part == nil || *part < 1 || *part > limits[i] {
			break
		}
		switch i {
		case 0:
			d.Year = *part
		case 1:
			d.Month = *part
		case 2:
			d.Day = *part
		}
	}
	return d
}

// references says what became of the list in an answer, and what is known of
// the papers on it. Without a list it is withheld where some were deposited, as
// publishers may keep theirs to themselves, and empty where none were: Crossref
// cannot tell that from a paper that cites nothing. One with entries that name no
// paper, or with fewer than were deposited, is cut; one of which nothing can be
// used has failed.
func (w *wireWork) references() (graph.References, []graph.Paper) {
	list := graph.References{From: from, State: graph.Failed}
	if len(w.Reference.Items) == 0 {
		n := w.counted()
		switch {
		case n == nil || w.Reference.Form == api.Odd:
		case *n > 0:
			list.State = graph.Withheld
		default:
			list.State = graph.Empty
		}
		return list, nil
	}
	var around []graph.Paper
	lost := 0
	met := map[graph.PaperID]bool{}
	for i := range w.Reference.Items {
		p, ok := w.Reference.Items[i].Value.paper()
		if !ok {
			lost++
		}
		if !ok || met[p.ID] {
			continue
		}
		met[p.ID] = true
		list.IDs = append(list.IDs, p.ID)
		around = append(around, p)
	}
	n := w.counted()
	switch {
	case len(list.IDs) == 0:
	case lost > 0 || n != nil && *n > len(w.Reference.Items):
		list.State = graph.Cut
	default:
		list.State = graph.Known
	}
	return list, around
}
