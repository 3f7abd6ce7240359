package html

import (
	"slices"

	"citemap/graph"
	"citemap/render"
)

// why says what brought a paper into the report.
func (c *collection) why(p *paper, n graph.Node) []string {
	g := c.findings.Graph
	cited := citedBy(g.LocalCitations(n))
	place := "Number " + number(c.placed(n)) + " of the corpus by PageRank."
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
