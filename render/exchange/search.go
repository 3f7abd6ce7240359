package exchange

import (
	"io"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

type searchAnswer struct {
	envelope
	Query  string  `json:"query"`
	Found  int     `json:"found"` // papers, given or not
	Papers []paper `json:"papers"`
}

// Search writes the first n papers (0: all) of those that a query found as JSON.
func Search(w io.Writer, h Head, f *study.Findings, query string, found []graph.Node, n int) error {
	return write(w, searchAnswer{newEnvelope(h, f), render.Clean(query), len(found), papers(f, first(n, found))})
}

type neighboursAnswer struct {
	envelope
	Paper           paper   `json:"paper"`
	References      []paper `json:"references"`
	ReferencesFound int     `json:"referencesFound"` // in the corpus, given or not
	Citing          []paper `json:"citingPapers"`
	CitingFound     int     `json:"citingPapersFound"`
}

// Neighbours writes what a paper cites and what cites it as JSON, of papers of the
// corpus, each the first n (0: all) of those given.
func Neighbours(w io.Writer, h Head, f *study.Findings, of graph.Node, references, citing []graph.Node, n int) error {
	return write(w, neighboursAnswer{
		envelope: newEnvelope(h, f), Paper: newPaper(f, of),
		References: papers(f, first(n, references)), ReferencesFound: len(references),
		Citing: papers(f, first(n, citing)), CitingFound: len(citing),
	})
}

// Coverage writes how much is known of the lists as JSON: what every answer begins
// with.
func Coverage(w io.Writer, h Head, f *study.Findings) error { return write(w, newEnvelope(h, f)) }

func papers(f *study.Findings, nodes []graph.Node) []paper {
	out := make([]paper, len(nodes))
	for i, n := range nodes {
		out[i] = newPaper(f, n)
	}
	return out
}
