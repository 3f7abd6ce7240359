package html

import (
	"cmp"
	"slices"

	"citemap/graph/gap"
	"citemap/render"
)

// ranked and GapsShown are how many rows the tables of influence and of gaps
// have at most.
const (
	ranked    = 2500
	GapsShown = 2500
)

// A gapRow is one gap; its reasons are its paper's.
type gapRow struct {
	Paper    int          `json:"paper"`
	Rank     int          `json:"rank"`
	Strength gap.Strength `json:"-"` // which its paper tells
	Kind     string       `json:"kind"`
	Survey   bool         `json:"survey,omitempty"`
	CitedBy  int          `json:"citedBy"`
	Cites    int          `json:"cites"`
}

// gapRows gives the gaps, the surest first.
func (c *collection) gapRows() []gapRow {
	rows := []gapRow{}
	gaps := c.findings.Gaps.Gaps
	for i, x := range gaps[:min(GapsShown, len(gaps))] {
		row := gapRow{c.add(x.Node), i + 1, x.Strength, x.Kind.String(), x.Survey, len(x.CitedBy), len(x.Cites)}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b gapRow) int { return cmp.Compare(a.Strength, b.Strength) })
	return rows
}

// An entryRow is one entry of the lists.
type entryRow struct {
	Paper      int    `json:"paper"` // -1: it has none
	Place      string `json:"place"`
	Status     string `json:"status"`
	Name       string `json:"name"`
	Note       string `json:"note,omitempty"`
	Section    string `json:"section,omitempty"`
	References string `json:"references"` // what is known of them; "" without a paper
}

func (c *collection) entryRows() []entryRow {
	rows := []entryRow{}
	for _, e := range c.findings.Corpus.Entries {
		row := entryRow{
			Paper: -1, Place: render.Clean(e.Place()), Status: e.Status.String(), Name: render.Clean(e.Name()),
			Note: render.Clean(e.Note), Section: render.Clean(e.Section),
		}
		if n, found := c.findings.Graph.Find(e.Paper); found {
			row.Paper = c.add(n)
			row.References = render.ListState(c.findings.Graph.Paper(n))
		}
		rows = append(rows, row)
	}
	return rows
}

// A topicRow is one topic that the list lacks.
type topicRow struct {
	Evidence string
	Leading  []int // places in data.Papers
}

// topicRows gives the topics with the papers they begin with.
func (c *collection) topicRows() []topicRow {
	var rows []topicRow
	for _, t := range c.findings.Topics {
		row := topicRow{Evidence: render.Clean(t.Sentence())}
		for _, n := range t.Leading {
			row.Leading = append(row.Leading, c.add(n))
		}
		rows = append(rows, row)
	}
	return rows
}
