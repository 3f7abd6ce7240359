package render

import (
	"fmt"

	"citemap/graph"
)

// ListsKnown says of how many listed papers the references are known:
// "reference lists known for 3 of 8 and cut for 1 (9,000 of 10,500 references)".
func ListsKnown(v graph.Coverage) string {
	known := fmt.Sprintf("reference lists known for %s of %s", comma(v.WithReferences), comma(v.Listed))
	if c := v.CutReferences; c.Papers > 0 {
		known += fmt.Sprintf(" and cut for %s", comma(c.Papers)) + within(c, "references")
	}
	return known
}

// CitingCut says of how many listed papers not all citing papers were given, as
// a sentence; "" where there is none.
func CitingCut(v graph.Coverage) string {
	c := v.CutCiting
	if c.Papers == 0 {
		return ""
	}
	return fmt.Sprintf("Only the newest citing papers are known of %s", count(c.Papers, "listed paper")) + within(c, "citing papers") + "."
}

func within(c graph.Cuts, what string) string {
	if c.Counted == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s of %s %s)", comma(c.Given), comma(c.Counted), what)
}

// ListState says what is known of a paper's reference list: "withheld", or
// "cut, 9,000 of 10,500".
func ListState(p *graph.Paper) string {
	state := p.References.State.String()
	if p.References.State != graph.Cut {
		return state
	}
	return state + ", " + CutTo(len(p.References.IDs), p.Referenced)
}

// CutTo gives what is left of what a source counts: "9,000 of 10,500".
func CutTo(given int, counted *int) string {
	if counted == nil {
		return comma(given) + " of more"
	}
	return comma(given) + " of " + comma(*counted)
}

// FutureDated says in a sentence which papers are dated after the end of the
// corpus, "" where there are none.
func FutureDated(v graph.Coverage) string {
	switch v.FutureDated {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("1 paper is dated %s, after the end of the corpus (%s): its date is doubtful, and ages count from %s.", v.Latest, v.Today, v.Today)
	}
	return fmt.Sprintf("%s are dated after the end of the corpus (%s), as late as %s: their dates are doubtful, and ages count from %s.",
		count(v.FutureDated, "paper"), v.Today, v.Latest, v.Today)
}
