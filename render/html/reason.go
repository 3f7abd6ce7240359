package html

import (
	"fmt"
	"math"
	"strings"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/render"
)

// fewLinks is how many citations between a gap and the list speak for themselves.
const fewLinks = 3

// reason says in one plain line why a paper is proposed: how many of the list cite
// it or are cited by it, and where those are few, what it is cited with.
func (c *collection) reason(x *gap.Gap) string {
	cites, citedBy := len(x.Cites), len(x.CitedBy)
	var says []string
	if x.Survey {
		says = append(says, "a survey")
	}
	switch {
	case citedBy > 0 && cites > 0:
		says = append(says, c.cited(citedBy), "it cites "+number(cites)+" of the list")
	case citedBy > 0:
		says = append(says, c.cited(citedBy))
	case cites > 0:
		says = append(says, "cites "+plural(cites, "listed paper"))
	}
	if c.isTelling(x) && citedBy+cites < fewLinks {
		says = append(says, c.companion(x))
	}
	if len(says) == 0 {
		return "Near the list by what it cites and what cites it"
	}
	return upper(strings.Join(says, "; "))
}

// cited says how many listed papers cite a gap, of those of which that is known.
func (c *collection) cited(n int) string {
	verb := "cite"
	if n == 1 {
		verb = "cites"
	}
	return fmt.Sprintf("%s of %s listed papers %s it", number(n), number(max(n, c.findings.Coverage.WithReferences)), verb)
}

// isTelling reports whether a gap is cited together with a listed paper more often
// than once and than chance would have it.
func (c *collection) isTelling(x *gap.Gap) bool {
	return x.Nearest != nil && x.Together > 1 && float64(x.Together) > x.Expected
}

func (c *collection) companion(x *gap.Gap) string {
	return number(x.Together) + " papers cite it together with " + c.label(*x.Nearest)
}

// reasons say all that speaks for a gap: the line, and what stands behind it.
func (c *collection) reasons(x *gap.Gap) []string {
	out := []string{c.reason(x)}
	if len(x.CitedBy) > 0 {
		out = append(out, "Cited by "+c.labels(x.CitedBy)+".")
	}
	if len(x.Cites) > 0 {
		out = append(out, "Cites "+c.labels(x.Cites)+".")
	}
	if c.isTelling(x) {
		out = append(out, upper(c.companion(x))+"; chance alone would have "+chancePapers(x.Expected)+".")
	}
	if len(x.Carriers) > 0 && c.findings.Coverage.Listed > 1 {
		out = append(out, "Its place rests most on "+c.labels(contributors(x.Carriers))+".")
	}
	if len(x.Covers) > 0 {
		out = append(out, "In part already covered by "+c.labels(contributors(x.Covers))+".")
	}
	if x.Quoted != "" {
		out = append(out, render.Clean(x.Quoted))
	}
	out = append(out, notice(c.findings.Graph.Paper(x.Node))...)
	return out
}

func contributors(all []gap.Contribution) []graph.Node {
	nodes := make([]graph.Node, len(all))
	for i, x := range all {
		nodes[i] = x.Listed
	}
	return nodes
}

// chancePapers words a number of papers to be expected by chance.
func chancePapers(x float64) string {
	if x < 0.5 {
		return "none"
	}
	return "about " + number(int(math.Round(x)))
}

// labelled is how many papers a reason names before it counts the rest.
const labelled = 4

func (c *collection) labels(nodes []graph.Node) string {
	var names []string
	for _, n := range nodes[:min(len(nodes), labelled)] {
		names = append(names, c.label(n))
	}
	if more := len(nodes) - labelled; more > 0 {
		return strings.Join(names, ", ") + " and " + number(more) + " more"
	}
	return strings.Join(names, ", ")
}

// label is what the page calls a paper.
func (c *collection) label(n graph.Node) string { return c.papers[c.place[n]].Label }

// upper begins a sentence.
func upper(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
