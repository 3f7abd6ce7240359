package openalex

import (
	"encoding/json"
	"errors"
	"path"
	"regexp"
	"strconv"
	"strings"

	"citemap/fetch"
	"citemap/fetch/address"
	"citemap/fetch/api"
	"citemap/graph"
)

// A wireWork is a work as the API writes it. A MAG id is a number in some
// answers and a string in others, which json.Number takes both.
type wireWork struct {
	ID   api.Loose[string] `json:"id"`
	DOI  api.Loose[string] `json:"doi"`
	Name api.Loose[string] `json:"display_name"`
	IDs  api.Loose[struct {
		DOI   api.Loose[string]      `json:"doi"`
		MAG   api.Loose[json.Number] `json:"mag"`
		PMID  api.Loose[string]      `json:"pmid"`
		PMCID api.Loose[string]      `json:"pmcid"`
	}] `json:"ids"`

	Year        api.Loose[int]           `json:"publication_year"`
	Date        api.Loose[string]        `json:"publication_date"`
	Authorships api.List[wireAuthorship] `json:"authorships"`
	Locations   api.List[wireLocation]   `json:"locations"`
	CitedBy     api.Loose[int]           `json:"cited_by_count"`
	Retracted   api.Loose[bool]          `json:"is_retracted"`

	ReferencedWorks api.List[string] `json:"referenced_works"`
	ReferencedCount api.Loose[int]   `json:"referenced_works_count"`
}

type wireAuthorship struct {
	Author  api.Loose[wireAuthor] `json:"author"`
	AsGiven api.Loose[string]     `json:"raw_author_name"`
}

type wireAuthor struct {
	Name api.Loose[string] `json:"display_name"`
}

type wireLocation struct {
	Page api.Loose[string] `json:"landing_page_url"`
}

// decodeWork reads a work. An object without the id of a work is none.
func decodeWork(body []byte) (*wireWork, error) {
	var w wireWork
	if err := api.DecodeObject(body, &w); err != nil {
		return nil, err
	}
	if w.number() == 0 {
		return nil, errors.New("it has no work's id")
	}
	return &w, nil
}

var workAddress = regexp.MustCompile(`^(?i)(?:https?://(?:api\.)?openalex\.org/(?:works/)?)?W(\d{1,18})$`)

// number is the number in the id of a work; 0 where the text is no such id.
func number(id string) int64 {
	m := workAddress.FindStringSubmatch(api.Plain(id))
	if m == nil {
		return 0
	}
	n, _ := strconv.ParseInt(m[1], 10, 64)
	return n
}

func (w *wireWork) number() int64 { return number(w.ID.Value) }

// paper makes a graph.Paper of a work, without references. It has no ID where
// the work has nothing to name it by.
func (w *wireWork) paper() graph.Paper {
	p := graph.Paper{IDs: w.externalIDs(), Title: api.Title(w.Name.Value), Authors: w.authors(), Date: w.date()}
	if n := w.CitedBy; n.Known && n.Value >= 0 {
		p.Global = &n.Value
	}
	if n := w.ReferencedCount; n.Known && n.Value >= 0 {
		p.Referenced = &n.Value
	}
	p.ID = nameOf(&p)
	return p
}

// nameOf is the PaperID of a paper that Semantic Scholar has not named here:
// that of its arXiv id, its DOI or its title, else any id it has.
func nameOf(p *graph.Paper) graph.PaperID {
	if p.Title != "" || p.IDs.Of(graph.ArXiv) != "" || p.IDs.Of(graph.DOI) != "" {
		return fetch.PaperIDOf(p)
	}
	for _, s := range []graph.Scheme{graph.MAG, graph.PubMed, graph.PubMedCentral} {
		if v := p.IDs.Of(s); v != "" {
			return graph.PaperID(graph.ExternalID{Scheme: s, Value: v}.String())
		}
	}
	return ""
}

// externalIDs reads the ids. Without a DOI, a page of arXiv among the places
// where the work is shown tells its arXiv id; without any, the number of a work
// of MAG's time is its MAG id.
func (w *wireWork) externalIDs() graph.ExternalIDs {
	var ids graph.ExternalIDs
	given := w.IDs.Value
	claim := func(s graph.Scheme, text string) {
		if x, ok := graph.NewExternalID(s, text); ok {
			ids = ids.With(x)
		}
	}
	for _, text := range []string{w.DOI.Value, given.DOI.Value} {
		if x, ok := address.ParseDOI(api.Plain(text)); ok {
			ids = ids.With(x)
		}
	}
	if len(ids) == 0 {
		for _, l := range w.Locations.Items {
			if x, ok := graph.ParseURL(api.Plain(l.Value.Page.Value)); ok && x.Scheme == graph.ArXiv {
				claim(x.Scheme, x.Value)
			}
		}
	}
	claim(graph.PubMed, lastPart(given.PMID.Value))
	claim(graph.PubMedCentral, lastPart(given.PMCID.Value))
	claim(graph.MAG, string(given.MAG.Value))
	if n := w.number(); len(ids) == 0 && n < newer {
		claim(graph.MAG, strconv.FormatInt(n, 10))
	}
	return ids
}

// lastPart is the end of an address: its id.
func lastPart(address string) string {
	return path.Base(strings.TrimRight(api.Plain(address), "/"))
}

func (w *wireWork) authors() []string {
	var names []string
	for _, a := range w.Authorships.Items {
		name := api.Plain(a.Value.Author.Value.Name.Value)
		if name == "" {
			name = api.Plain(a.Value.AsGiven.Value)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

// date is the day of publication; the year alone where the two disagree or the
// day is the first of January, which stands for a year.
func (w *wireWork) date() graph.Date {
	year := graph.Date{}
	if y := w.Year.Value; 1 <= y && y <= 9999 {
		year.Year = y
	}
	d, err := graph.ParseDate(api.Plain(w.Date.Value))
	if err != nil || year.Year != 0 && d.Year != year.Year {
		return year
	}
	if d.Month == 1 && d.Day == 1 {
		return graph.Date{Year: d.Year}
	}
	return d
}
