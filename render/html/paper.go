package html

import (
	"slices"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// A paper is all that the page knows of one.
type paper struct {
	ID         string   `json:"id"`
	Label      string   `json:"label"` // "Touvron et al. 2023"
	Title      string   `json:"title"` // never ""
	Authors    []string `json:"authors"`
	Year       int      `json:"year,omitempty"`
	Date       string   `json:"date,omitempty"`
	Venue      string   `json:"venue,omitempty"`
	Abstract   string   `json:"abstract,omitempty"`
	URL        string   `json:"url,omitempty"`
	IDs        []string `json:"ids,omitempty"` // as a user may write them
	Role       string   `json:"role"`
	Node       int      `json:"node"`  // its number in the drawing; -1: not drawn
	Group      int      `json:"group"` // of the drawing; -1: none
	Why        []string `json:"why"`
	Reasons    []string `json:"reasons,omitempty"` // of a gap
	References []int    `json:"references"`        // places of papers that are drawn or listed
	Citing     []int    `json:"citing"`
	BibTeX     string   `json:"bibtex,omitempty"`

	Cited *yearCount `json:"cited,omitempty"`
}

// authors is how many of a paper's authors the page names.
const authors = 30

func newPaper(f *study.Findings, n graph.Node) paper {
	p := f.Graph.Paper(n)
	out := paper{
		ID: render.Clean(string(p.ID)), Label: render.Clean(p.Byline()), Title: render.Clean(p.Title), Authors: []string{},
		Year: max(p.Date.Year, 0), Date: p.Date.String(), Venue: render.Clean(p.Venue), URL: render.Link(p.Page()),
		Node: -1, Group: -1, Why: []string{}, References: []int{}, Citing: []int{},
	}
	if out.Title == "" {
		out.Title = out.Label
	}
	for _, id := range p.IDs {
		out.IDs = append(out.IDs, render.Clean(id.String()))
	}
	for i, a := range p.Authors {
		if i == authors {
			out.Authors = append(out.Authors, "and "+number(len(p.Authors)-authors)+" more")
			break
		}
		out.Authors = append(out.Authors, render.Clean(a))
	}
	return out
}

// why says what brought a paper into the report.
func (c *collection) why(p *paper, n graph.Node) []string {
	g := c.findings.Graph
	cited := citedBy(g.LocalCitations(n))
	place := "Number " + number(c.places[n]) + " of the corpus by PageRank."
	switch {
	case c.listed[n]:
		return append([]string{"On the list.", cited}, notKnown(g.Paper(n))...)
	case c.gaps[n] > 0:
		return []string{"Gap number " + number(c.gaps[n]) + ": it is not on the list and belongs there.", cited}
	case p.Node >= 0:
		return []string{"Context: it ties the papers around it together.", cited, place}
	}
	return []string{"In the corpus, not on the map.", cited, place}
}

func citedBy(n int) string {
	switch n {
	case 0:
		return "No paper of the corpus cites it."
	case 1:
		return "1 paper of the corpus cites it."
	}
	return plural(n, "paper") + " of the corpus cite it."
}

// notKnown says of a listed paper what of its references and citing papers could
// not be looked at.
func notKnown(p *graph.Paper) []string {
	out := slices.Clone(unknown[p.References.State])
	if p.References.State == graph.Cut {
		out = append(out, "The source gave only part of its reference list, "+render.CutTo(len(p.References.IDs), p.Referenced)+".")
	}
	if p.Citing.Cut {
		out = append(out, "The source gave only the newest of its citing papers, "+render.CutTo(len(p.Citing.IDs), p.Global)+".")
	}
	return out
}

// unknown says of a listed paper that what it cites could not be looked at,
// which is not the same as that it cites nothing.
var unknown = map[graph.State][]string{
	graph.Unasked:  {"Its reference list is not known."},
	graph.Empty:    {"The source has an empty reference list for it."},
	graph.Withheld: {"Its publisher withholds its reference list."},
	graph.Failed:   {"The source could not give its reference list."},
}
