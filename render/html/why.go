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
	place := "Number " + number(c.placed(n)) + " of " + number(g.Len()) + " by what is built upon it (PageRank)."
	switch {
	case c.listed[n]:
		return slices.Concat([]string{"On the list."}, notice(g.Paper(n)), []string{cited}, notKnown(g.Paper(n)))
	case c.gaps[n] > 0:
		return []string{"Number " + number(c.gaps[n]) + " of the papers off the list.", cited}
	case p.Node >= 0:
		return []string{"It links papers of the map to one another.", cited, place}
	}
	return []string{"Looked at, not on the map.", cited, place}
}

// notice says that a paper was retracted or corrected; a gap's reasons do.
func notice(p *graph.Paper) []string {
	if p.Notice == nil {
		return nil
	}
	return []string{p.Notice.Sentence()}
}

func citedBy(n int) string {
	switch n {
	case 0:
		return "None of the papers looked at cites it."
	case 1:
		return "1 of the papers looked at cites it."
	}
	return number(n) + " of the papers looked at cite it."
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
