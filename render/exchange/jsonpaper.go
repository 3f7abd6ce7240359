package exchange

import (
	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// paper is one paper as every answer writes it.
type paper struct {
	ID              string            `json:"id"`
	Title           string            `json:"title"`
	Year            *int              `json:"year"`
	Date            *string           `json:"date"`
	Authors         []string          `json:"authors"`
	Venue           string            `json:"venue"`
	ExternalIDs     map[string]string `json:"externalIds"`
	URL             string            `json:"url"`
	GlobalCitations *int              `json:"globalCitations"`
	LocalCitations  int               `json:"localCitations"`
	Listed          bool              `json:"listed"`
	ReferencesState graph.State       `json:"referencesState"`
	ReferencesFrom  string            `json:"referencesFrom,omitempty"`
	ReferencesKnown *int              `json:"referencesKnown,omitempty"`   // where the list is cut: how many of it there are
	ReferenceCount  *int              `json:"referenceCount,omitempty"`    // and how many the source counts
	CitingKnown     *int              `json:"citingPapersKnown,omitempty"` // where only the newest were given
	Aliases         []string          `json:"aliases,omitempty"`
	Types           []string          `json:"publicationTypes,omitempty"`
	Retraction      *notice           `json:"retraction,omitempty"`
}

// A notice says that a paper was retracted or corrected.
type notice struct {
	Kind   graph.NoticeKind `json:"kind"`
	Notice *string          `json:"notice"` // its DOI
	Date   *string          `json:"date"`
}

func newNotice(n *graph.Notice) *notice {
	if n == nil {
		return nil
	}
	return &notice{n.Kind, orNull(render.Clean(n.DOI)), orNull(n.Date.String())}
}

func newPaper(f *study.Findings, n graph.Node) paper {
	p := f.Graph.Paper(n)
	out := paper{
		ID: render.Clean(string(p.ID)), Title: render.Clean(p.Title), Date: orNull(p.Date.String()), Authors: clean(p.Authors),
		Venue: render.Clean(p.Venue), ExternalIDs: externalIDs(p.IDs), URL: render.Link(p.Page()),
		GlobalCitations: p.Global, LocalCitations: f.Graph.LocalCitations(n), Listed: f.Listed(n),
		ReferencesState: p.References.State, ReferencesFrom: p.References.From, Retraction: newNotice(p.Notice),
	}
	if len(p.Types) > 0 {
		out.Types = clean(p.Types)
	}
	if p.References.State == graph.Cut {
		given := len(p.References.IDs)
		out.ReferencesKnown, out.ReferenceCount = &given, p.Referenced
	}
	if p.Citing.Cut {
		given := len(p.Citing.IDs)
		out.CitingKnown = &given
	}
	if p.Date.Year != 0 {
		out.Year = &p.Date.Year
	}
	for _, id := range p.Aliases {
		out.Aliases = append(out.Aliases, render.Clean(string(id)))
	}
	return out
}

// externalIDs gives identifiers by the name of their scheme; encoding/json
// sorts the names.
func externalIDs(ids graph.ExternalIDs) map[string]string {
	out := make(map[string]string, len(ids))
	for _, id := range ids {
		out[render.Clean(string(id.Scheme))] = render.Clean(id.Value)
	}
	return out
}

// paperIDs gives the PaperIDs of nodes, in their order.
func paperIDs(g *graph.Graph, nodes []graph.Node) []string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = render.Clean(string(g.ID(n)))
	}
	return out
}
