package main

import (
	"fmt"
	"maps"

	"citemap/graph"
)

// A paperRow is a row of papers, its keys as there.
type paperRow struct {
	CorpusID         corpusID       `json:"corpusid"`
	ExternalIDs      map[string]any `json:"externalids"`
	URL              string         `json:"url"`
	Title            string         `json:"title"`
	Authors          []author       `json:"authors"`
	Venue            string         `json:"venue"`
	PublicationVenue *string        `json:"publicationvenueid"`
	Year             *int           `json:"year"`
	References       *int           `json:"referencecount"`
	Citations        *int           `json:"citationcount"`
	Influential      *int           `json:"influentialcitationcount"`
	OpenAccess       bool           `json:"isopenaccess"`
	Fields           []fieldOfStudy `json:"s2fieldsofstudy"`
	Types            []string       `json:"publicationtypes"`
	Date             *string        `json:"publicationdate"`
	Journal          *journal       `json:"journal"`
}

type author struct {
	ID   *string `json:"authorId"`
	Name string  `json:"name"`
}

type fieldOfStudy struct {
	Category string `json:"category"`
	Source   string `json:"source"`
}

type journal struct {
	Name   string  `json:"name"`
	Pages  *string `json:"pages"`
	Volume *string `json:"volume"`
}

// noIDs are the keys of externalids, all of which are there.
var noIDs = map[string]any{"ACL": nil, "DBLP": nil, "ArXiv": nil, "MAG": nil, "CorpusId": nil, "PubMed": nil, "DOI": nil, "PubMedCentral": nil}

// paperRows gives a paper, with some of it once more as it was earlier, and the
// record that doubles it.
func (d *dump) paperRows(out []byte, place int, s shard) []byte {
	p := d.Paper(place)
	row := d.paperRow(place, &p, s)
	if d.faults.one(200, repeatedPaper, place, 0) {
		out = line(out, poorer(row))
	}
	out = line(out, row)
	if d.doubled[place] {
		out = line(out, d.double(place, &p, row))
	}
	return out
}

func (d *dump) paperRow(place int, p *graph.Paper, s shard) paperRow {
	row := paperRow{
		CorpusID: corpusID{d.corpus[place], s.stringIDs}, ExternalIDs: maps.Clone(noIDs),
		URL: "https://www.semanticscholar.org/paper/" + string(p.ID), Title: p.Title, Authors: []author{}, Venue: p.Venue,
		References: p.Referenced, Citations: p.Global, Influential: p.Influential, Types: p.Types,
	}
	for _, id := range p.IDs {
		row.ExternalIDs[string(id.Scheme)] = id.Value
	}
	row.ExternalIDs["CorpusId"] = fmt.Sprint(d.corpus[place])
	for i, name := range p.Authors {
		id := fmt.Sprint(place%90_000 + i)
		row.Authors = append(row.Authors, author{&id, name})
	}
	if p.Date.Year != 0 {
		row.Year = &p.Date.Year
	}
	if p.Date.Month != 0 {
		date := p.Date.String()
		row.Date = &date
	}
	if p.Venue != "" {
		row.Journal = &journal{Name: p.Venue}
	}
	row.Fields = []fieldOfStudy{{"Computer Science", "s2-fos-model"}}
	return row
}

// poorer is a row as it was before more was known.
func poorer(row paperRow) paperRow {
	row.ExternalIDs, row.Venue, row.Journal, row.Fields, row.Date = maps.Clone(noIDs), "", nil, nil, nil
	row.References, row.Citations, row.Influential = fewer(row.References), fewer(row.Citations), nil
	return row
}

// double is another record of the same work, which shares its DOI.
func (d *dump) double(place int, p *graph.Paper, row paperRow) paperRow {
	out := poorer(row)
	out.CorpusID.n = firstDouble + int64(place)
	out.URL = "https://www.semanticscholar.org/paper/" + d.faults.doubleID(p.ID)
	out.ExternalIDs["DOI"] = p.IDs.Of(graph.DOI)
	out.ExternalIDs["CorpusId"] = fmt.Sprint(out.CorpusID.n)
	return out
}

// fewer is a count as it was, where there is one.
func fewer(count *int) *int {
	if count == nil {
		return nil
	}
	return new(int)
}
