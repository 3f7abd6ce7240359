package semanticscholar

import (
	"encoding/json"
	"strings"
	"unicode"

	"citemap/fetch"
	"citemap/graph"
)

// paper makes a graph.Paper of what the API tells, without references. The
// paper has no ID where the API gives it none.
func (w *wirePaper) paper() graph.Paper {
	return graph.Paper{
		ID:          graph.PaperID(plain(w.PaperID.value)),
		IDs:         externalIDs(w.ExternalIDs.value),
		Title:       plain(w.Title.value),
		Authors:     w.authors(),
		Date:        w.date(),
		Venue:       plain(w.Venue.value),
		Abstract:    plain(w.Abstract.value),
		URL:         plain(w.URL.value),
		Global:      count(w.CitationCount),
		Influential: count(w.InfluentialCitationCount),
		Referenced:  count(w.ReferenceCount),
	}
}

func (w *wirePaper) authors() []string {
	var names []string
	for _, a := range w.Authors.items {
		if name := plain(a.value.Name.value); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// date is the day of publication where it is known, else the year.
func (w *wirePaper) date() graph.Date {
	if d, err := graph.ParseDate(plain(w.PublicationDate.value)); err == nil {
		return d
	}
	if y := w.Year.value; 1 <= y && y <= 9999 {
		return graph.Date{Year: y}
	}
	return graph.Date{}
}

func count(n loose[int]) *int {
	if !n.known || n.value < 0 {
		return nil
	}
	return &n.value
}

// schemes are the keys of externalIds, in the order in which they claim a
// scheme: an arXiv id counts before the one that an arXiv DOI gives.
var schemes = []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.MAG, graph.CorpusID, graph.DBLP}

// externalIDs reads the ids, which are strings but for the corpus id.
func externalIDs(values map[string]json.RawMessage) graph.ExternalIDs {
	var ids graph.ExternalIDs
	for _, scheme := range schemes {
		raw, found := values[string(scheme)]
		if !found {
			continue
		}
		text := string(raw)
		if strings.HasPrefix(text, `"`) {
			var s loose[string]
			_ = s.UnmarshalJSON(raw)
			text = s.value
		}
		if x, ok := graph.NewExternalID(scheme, plain(text)); ok && text != "null" && ids[x.Scheme] == "" {
			if ids == nil {
				ids = graph.ExternalIDs{}
			}
			ids[x.Scheme] = x.Value
		}
	}
	return ids
}

// plain is a text without the spaces around it and without control characters;
// those that space words out become a space.
func plain(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text))
}

// elided reports whether the publisher keeps the references back. The notice
// holds a Python set, so that the word may stand anywhere among others.
func (w *wirePaper) elided() bool {
	return strings.Contains(w.OpenAccessPDF.value.Disclaimer.value, "'references'")
}

// references says what became of the list in an answer that was asked for it.
func (w *wirePaper) references() (graph.References, []graph.Paper) {
	told := graph.References{From: from}
	items := w.References.items
	switch {
	case len(items) > 0:
		g := gathering{}
		g.add(items)
		told.State, told.IDs = graph.Known, g.ids
		return told, g.around
	case w.References.form == null, w.elided():
		told.State = graph.Withheld
	case w.References.form == there:
		told.State = graph.Empty
	default:
		told.State = graph.Failed
	}
	return told, nil
}

// A gathering is a reference list while it is put together.
type gathering struct {
	ids    []graph.PaperID
	around []graph.Paper
	met    map[graph.PaperID]bool
}

// add takes in references: as they are named, as stubs where they are not, and
// not at all where a line tells nothing of use.
func (g *gathering) add(items []loose[wirePaper]) {
	if g.met == nil {
		g.met = map[graph.PaperID]bool{}
	}
	for i := range items {
		w := &items[i].value
		p := w.paper()
		if p.ID == "" {
			if !telling(&p) {
				continue
			}
			p.Stub = true
			p.ID = fetch.PaperIDOf(&p)
		}
		if g.ids = append(g.ids, p.ID); !g.met[p.ID] {
			g.met[p.ID] = true
			g.around = append(g.around, p)
		}
	}
}
