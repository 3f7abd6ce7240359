package render

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/view"
)

// A Legend says what a map shows, what it leaves out and where it comes from.
// Each field is a sentence without its full stop, or "".
type Legend struct {
	Key     string // what the boxes and arrows stand for
	Colors  string // what the colours stand for
	Drawn   string // "60 of 412 papers, 8 of 8 listed, ..."
	LeftOut string // what is not drawn, and why
	Source  string // sources, their licences, the days of their facts
}

// Lines gives the sentences that there are.
func (l Legend) Lines() []string { return sentences(l.Key, l.Colors, l.Drawn, l.LeftOut, l.Source) }

// Facts gives the sentences that no sample of a box or an arrow can stand for.
func (l Legend) Facts() []string { return sentences(l.Drawn, l.LeftOut, l.Source) }

func sentences(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// heading says what a map is of, after what that is called.
func heading(v *view.View, called string) string {
	title := "Citation map: " + count(len(v.Papers), "paper")
	if called = Clean(called); called != "" {
		title = called + ": citation map of " + count(len(v.Papers), "paper")
	}
	if listed := v.Count(view.Listed); listed > 0 {
		title += ", " + comma(listed) + " listed"
	}
	return title
}

func newLegend(v *view.View, groups []Group, by Color) Legend {
	return Legend{Key: key(v), Colors: colorKey(groups, by), Drawn: drawn(v), LeftOut: leftOut(v), Source: source(v.Findings.Corpus)}
}

// key says what boxes and arrows stand for; without a list boxes are all of one
// kind.
func key(v *view.View) string {
	parts := []string{
		"The larger a box, the more papers of the corpus cite it",
		"an arrow runs from the citing paper to the cited one",
	}
	if len(v.Findings.Graph.Listed()) > 0 {
		parts = slices.Insert(parts, 0, "Boxes full of colour are on the list, dashed ones gaps, in bold where they are most likely missing from it, the others context")
		parts[1] = "the" + parts[1][len("The"):]
	}
	if v.MainPath != nil {
		parts = append(parts, "bold arrows are the main path")
	}
	if slices.ContainsFunc(v.Citations, func(c view.Citation) bool { return c.Implied && !c.Main }) {
		parts = append(parts, "dotted arrows are short cuts past other papers drawn")
	}
	return strings.Join(parts, "; ")
}

// colorKey says what each colour stands for; with fewer than two they tell nothing.
func colorKey(groups []Group, by Color) string {
	var labels []string
	for _, g := range groups {
		labels = append(labels, fmt.Sprintf("%s (%s)", g.Label, comma(g.Papers)))
	}
	if len(labels) < 2 {
		return ""
	}
	return "Colours are " + by.Meaning() + ": " + strings.Join(labels, "; ")
}

// drawn counts what is drawn of what there is.
func drawn(v *view.View) string {
	f := v.Findings
	papers := fmt.Sprintf("%s of %s", comma(len(v.Papers)), count(f.Graph.Len(), "paper"))
	citations := fmt.Sprintf("%s of %s", comma(len(v.Citations)), count(f.Graph.Citations(), "citation"))
	listed := len(f.Graph.Listed())
	if listed == 0 {
		return papers + ", " + citations
	}
	return fmt.Sprintf("%s, %s of %s listed, %s; %s", papers, comma(v.Count(view.Listed)), comma(listed), citations, ListsKnown(f.Coverage))
}

// leftOut tells what a reader who looks for a paper or a citation in vain
// should know.
func leftOut(v *view.View) string {
	f := v.Findings
	var parts []string
	add := func(n int, noun, why string) {
		if n > 0 {
			parts = append(parts, count(n, noun)+why)
		}
	}
	if more := v.Asked - v.Options.Papers; more > 0 {
		add(more, "paper", fmt.Sprintf(" of the %s asked for (no map holds more than %s)", comma(v.Asked), comma(v.Options.Papers)))
	}
	add(v.LeftOut.Room, "paper", " for which the page has no room")
	add(len(v.Implied), "citation", " that longer paths imply")
	add(v.LeftOut.Gaps, "lower-ranked gap", "")
	left := f.Coverage.LeftOut
	add(left.Later, "paper", fmt.Sprintf(" later than %s", f.Corpus.AsOf))
	add(left.Undated, "undated paper", "")
	add(left.Without, "paper", " left out by request")
	if len(parts) == 0 {
		return ""
	}
	return "Not drawn: " + strings.Join(parts, "; ")
}

func source(c *graph.Corpus) string {
	var names []string
	for _, s := range c.Sources {
		name := Clean(s.Name)
		if licence := Clean(s.Licence); licence != "" {
			name += " (" + licence + ")"
		}
		names = append(names, name)
	}
	out := strings.Join(names, "; ")
	if out != "" {
		out = "Source: " + out
	}
	if days := Period(c.Oldest, c.Newest); days != "" {
		out = strings.TrimPrefix(out+"; facts of "+days, "; ")
	}
	return out
}

// Period gives two days as a span: "2026-10-01 to 2026-11-27"; one where they are the
// same or only one is known, "" where none is.
func Period(oldest, newest graph.Date) string {
	if oldest == newest || newest.IsZero() {
		return oldest.String()
	}
	if oldest.IsZero() {
		return newest.String()
	}
	return oldest.String() + " to " + newest.String()
}
