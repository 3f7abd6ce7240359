package html

import (
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
	Strength   string   `json:"strength,omitempty"` // of a gap
	Belongs    int      `json:"belongs,omitempty"`  // of a gap: of a hundred papers with such evidence so many were on the full list
	Node       int      `json:"node"`               // its number in the drawing; -1: not drawn
	Group      int      `json:"group"`              // of the drawing; -1: none
	Why        []string `json:"why"`
	Reasons    []string `json:"reasons,omitempty"` // of a gap: the first is the line, the others stand behind it
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
		ID: render.Clean(string(p.ID)), Label: render.Clean(p.Byline()), Title: render.Title(p), Authors: []string{},
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
