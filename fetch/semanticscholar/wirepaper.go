package semanticscholar

import (
	"encoding/json"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// paper makes a graph.Paper of what the API tells, without references. The
// paper has no ID where the API gives it none.
func (w *wirePaper) paper() graph.Paper {
	return graph.Paper{
		ID:          graph.PaperID(api.Plain(w.PaperID.Value)),
		IDs:         externalIDs(w.ExternalIDs.Value),
		Title:       api.Title(w.Title.Value),
		Authors:     w.authors(),
		Date:        w.date(),
		Venue:       api.Plain(w.Venue.Value),
		Abstract:    api.Plain(w.Abstract.Value),
		URL:         api.Plain(w.URL.Value),
		Global:      count(w.CitationCount),
		Influential: count(w.InfluentialCitationCount),
		Referenced:  count(w.ReferenceCount),
		Types:       w.types(),
		Embedding:   w.embedding(),
	}
}

func (w *wirePaper) authors() []string {
	var names []string
	for _, a := range w.Authors.Items {
		if name := api.Plain(a.Value.Name.Value); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// date is the day of publication where it is known, else the year.
func (w *wirePaper) date() graph.Date {
	if d, err := graph.ParseDate(api.Plain(w.PublicationDate.Value)); err == nil {
		return d
	}
	if y := w.Year.Value; 1 <= y && y <= 9999 {
		return graph.Date{Year: y}
	}
	return graph.Date{}
}

func count(n api.Loose[int]) *int {
	if !n.Known || n.Value < 0 {
		return nil
	}
	return &n.Value
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
			var s api.Loose[string]
			_ = s.UnmarshalJSON(raw)
			text = s.Value
		}
		if x, ok := graph.NewExternalID(scheme, api.Plain(text)); ok && text != "null" {
			ids = ids.With(x)
		}
	}
	return ids
}

// elided reports whether the publisher keeps the references back. The notice
// holds a Python set, so that the word may stand anywhere among others.
func (w *wirePaper) elided() bool {
	return w.OpenAccessPDF != nil && strings.Contains(w.OpenAccessPDF.Value.Disclaimer.Value, "'references'")
}

// references says what became of the list in an answer that was asked for it.
func (w *wirePaper) references() (graph.References, []graph.Paper) {
	list := graph.References{From: from}
	items := w.References.Items
	switch {
	case len(items) > 0:
		g := gathering{}
		g.add(items)
		list.State, list.IDs = graph.StateOf(len(items), count(w.ReferenceCount)), g.ids
		return list, g.around
	case w.References.Form == api.Null, w.elided():
		list.State = graph.Withheld
	case w.References.Form == api.There:
		list.State = graph.Empty
	default:
		list.State = graph.Failed
	}
	return list, nil
}

// A gathering is a reference list while it is put together.
type gathering struct {
	ids    []graph.PaperID
	around []graph.Paper
	met    map[graph.PaperID]bool
}

// add takes in references: as they are named, as stubs where they are not, and
// not at all where a line tells nothing of use.
func (g *gathering) add(items []api.Loose[wirePaper]) {
	if g.met == nil {
		g.met = map[graph.PaperID]bool{}
	}
	for i := range items {
		w := &items[i].Value
		p := w.paper()
		if p.ID == "" {
			if !worthStub(&p) {
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

// cites takes in citing papers. One that the service has not named says
// nothing: which of its lines would be the same paper cannot be told.
func (g *gathering) cites(items []api.Loose[wirePaper]) {
	if g.met == nil {
		g.met = map[graph.PaperID]bool{}
	}
	for i := range items {
		p := items[i].Value.paper()
		if p.ID == "" || g.met[p.ID] {
			continue
		}
		g.met[p.ID] = true
		g.ids = append(g.ids, p.ID)
		g.around = append(g.around, p)
	}
}

// nameless reports whether nothing says which paper it is.
func (w *wirePaper) nameless() bool {
	p := w.paper()
	return p.ID == "" && p.Title == "" && len(p.IDs) == 0
}
