// Package record is a paper as a line of JSON: of a snapshot, and in the library.
package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"citemap/fetch/library/detail"
	"citemap/graph"
)

// A record is one paper as a line of a snapshot and as a record of the
// library: Semantic Scholar's field names, and a few of ours. The order of the
// fields is the order on the line.
type record struct {
	PaperID                  string                `json:"paperId"`
	ExternalIDs              map[string]identifier `json:"externalIds,omitempty"`
	Title                    string                `json:"title,omitempty"`
	Year                     int                   `json:"year,omitempty"`
	PublicationDate          string                `json:"publicationDate,omitempty"`
	Authors                  []author              `json:"authors,omitempty"`
	Venue                    string                `json:"venue,omitempty"`
	Abstract                 string                `json:"abstract,omitempty"`
	URL                      string                `json:"url,omitempty"`
	CitationCount            *int                  `json:"citationCount,omitempty"`
	InfluentialCitationCount *int                  `json:"influentialCitationCount,omitempty"`
	ReferenceCount           *int                  `json:"referenceCount,omitempty"`
	ReferencesState          *graph.State          `json:"referencesState,omitempty"`
	ReferencesFrom           string                `json:"referencesFrom,omitempty"`
	References               []string              `json:"references"`          // null: not known; []: known to be empty
	Citations                *[]string             `json:"citations,omitempty"` // citing papers; absent: not asked for
	CitationsCut             bool                  `json:"citationsCut,omitempty"`
	Aliases                  []string              `json:"aliases,omitempty"`
	Stub                     bool                  `json:"stub,omitempty"`
	detail.Facts
}

type author struct {
	Name string `json:"name"`
}

// An identifier is written as a string and read from a string or a number,
// since the API gives corpus ids as numbers.
type identifier string

func (x *identifier) UnmarshalJSON(b []byte) error {
	var n json.Number
	if len(b) > 0 && b[0] != '"' {
		if err := json.Unmarshal(b, &n); err != nil {
			return fmt.Errorf("an identifier is neither text nor a number: %s", b)
		}
		*x = identifier(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(x))
}

// Encode writes a paper on one line, with its line feed. The same paper
// gives the same bytes.
func Encode(p *graph.Paper) ([]byte, error) {
	if p.ID == "" {
		return nil, errors.New("a paper without a paperId")
	}
	return Line(recordOf(p))
}

// Line writes a value as a line, with its line feed.
func Line(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

func recordOf(p *graph.Paper) *record {
	r := &record{
		PaperID: string(p.ID), Title: p.Title, Year: p.Date.Year, Venue: p.Venue, Abstract: p.Abstract, URL: p.URL,
		CitationCount: p.Global, InfluentialCitationCount: p.Influential, ReferenceCount: p.Referenced,
		ReferencesState: &p.References.State, ReferencesFrom: p.References.From, References: references(p.References), Stub: p.Stub,
		Facts: detail.Of(p),
	}
	if p.Citing.Asked {
		citing := references(graph.References{State: graph.Known, IDs: p.Citing.IDs})
		r.Citations, r.CitationsCut = &citing, p.Citing.Cut
	}
	if p.Date.Month != 0 {
		r.PublicationDate = p.Date.String()
	}
	for _, name := range p.Authors {
		r.Authors = append(r.Authors, author{name})
	}
	for _, id := range p.Aliases {
		r.Aliases = append(r.Aliases, string(id))
	}
	if len(p.IDs) > 0 {
		r.ExternalIDs = make(map[string]identifier, len(p.IDs))
		for _, id := range p.IDs {
			r.ExternalIDs[string(id.Scheme)] = identifier(id.Value)
		}
	}
	return r
}

// references gives the list as a record writes it: nil where it is not known.
func references(r graph.References) []string {
	switch r.State {
	case graph.Known, graph.Cut:
		out := make([]string, len(r.IDs))
		for i, id := range r.IDs {
			out[i] = string(id)
		}
		return out
	case graph.Empty:
		return []string{}
	}
	return nil
}

// Decode reads a paper from one line. What was read and is written again
// reads as the same paper.
func Decode(line []byte) (graph.Paper, error) {
	r, usual := readUsual(line)
	if !usual {
		r = record{}
		if err := json.Unmarshal(line, &r); err != nil {
			return graph.Paper{}, readable(err)
		}
	}
	return r.paper()
}

// readable words an error of encoding/json for the person who made the file.
func readable(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		if wrong.Field == "" {
			return fmt.Errorf("want a JSON object, not a JSON %s", wrong.Value)
		}
		return fmt.Errorf("%s holds a JSON %s, which does not belong there", wrong.Field, wrong.Value)
	}
	return fmt.Errorf("not JSON: %w", err)
}

func (r *record) paper() (graph.Paper, error) {
	p := graph.Paper{
		ID: graph.PaperID(Clean(r.PaperID)), Aliases: paperIDs(r.Aliases), IDs: externalIDs(r.ExternalIDs),
		Title: Clean(r.Title), Date: r.date(), Venue: Clean(r.Venue), Abstract: Clean(r.Abstract), URL: Clean(r.URL),
		Global: r.CitationCount, Influential: r.InfluentialCitationCount, Referenced: r.ReferenceCount, Stub: r.Stub,
	}
	if p.ID == "" {
		return p, errors.New("a paper without a paperId")
	}
	if r.Citations != nil {
		p.Citing = graph.Citing{Asked: true, Cut: r.CitationsCut, IDs: paperIDs(*r.Citations)}
	}
	for _, a := range r.Authors {
		if name := Clean(a.Name); name != "" {
			p.Authors = append(p.Authors, name)
		}
	}
	r.Facts.Read(&p, Clean)
	slices.Sort(p.Aliases)
	p.Aliases = slices.Compact(p.Aliases)
	var err error
	p.References, err = r.referenceList()
	return p, err
}

// referenceList tells "not known" from "known to be empty": where the record
// does not say which it is, the list itself does.
func (r *record) referenceList() (graph.References, error) {
	list := graph.References{From: Clean(r.ReferencesFrom)}
	switch {
	case r.ReferencesState != nil:
		list.State = *r.ReferencesState
	case len(r.References) > 0:
		list.State = graph.Known
	case r.References != nil:
		list.State = graph.Empty
	}
	if list.State.Told() && r.References == nil {
		return list, fmt.Errorf("referencesState is %q, and there are no references", list.State)
	}
	if !list.State.Told() && len(r.References) > 0 {
		return list, fmt.Errorf("referencesState is %q, and there are references: want known or cut", list.State)
	}
	list.IDs = paperIDs(r.References)
	return list, nil
}

// date gives the day of publication, else the year.
func (r *record) date() graph.Date {
	if d, err := graph.ParseDate(strings.TrimSpace(r.PublicationDate)); err == nil {
		return d
	}
	if r.Year < 1 || r.Year > 9999 {
		return graph.Date{}
	}
	return graph.Date{Year: r.Year}
}

func paperIDs(ids []string) []graph.PaperID {
	var out []graph.PaperID
	if len(ids) > 0 {
		out = make([]graph.PaperID, 0, len(ids))
	}
	for _, id := range ids {
		if id = Clean(id); id != "" {
			out = append(out, graph.PaperID(id))
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// externalIDs brings identifiers into their normal form and drops what is not
// one. An arXiv DOI gives the arXiv id, unless that is there in its own right.
func externalIDs(ids map[string]identifier) graph.ExternalIDs {
	var out graph.ExternalIDs
	for _, scheme := range slices.Sorted(maps.Keys(ids)) {
		x, ok := graph.NewExternalID(graph.Scheme(scheme), Clean(string(ids[scheme])))
		if ok && scheme != "" {
			out = out.With(x)
		}
	}
	return out
}

// Clean puts spaces for control characters and takes off the outer ones.
func Clean(s string) string {
	if strings.ContainsFunc(s, unicode.IsControl) {
		s = strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return ' '
			}
			return r
		}, s)
	}
	return strings.TrimSpace(s)
}
