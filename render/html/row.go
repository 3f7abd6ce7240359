package html

import (
	"citemap/graph/gap"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// ranked and gapsShown are how many rows the tables of influence and of gaps
// have at most.
const (
	ranked    = 2500
	gapsShown = 2500
)

// A rankRow is one influential paper, with its scores by rank.Shown.
type rankRow struct {
	Paper  int      `json:"paper"` // place in data.Papers
	Rank   int      `json:"rank"`
	Scores []string `json:"scores"`
}

// influence says which papers the table of influence holds.
func influence(r *study.Ranking) string {
	if r.Whole {
		return "The papers that carry this corpus, by several measures."
	}
	return "The papers that carry the field around the list, by several measures: the " + plural(len(r.Papers), "paper") +
		" that a reader reaches who starts at the list, ranked among one another."
}

func (c *collection) rankRows() []rankRow {
	r := c.ranking
	rows := []rankRow{}
	for i, n := range r.Papers[:min(ranked, len(r.Papers))] {
		row := rankRow{Paper: c.add(n), Rank: i + 1}
		for _, m := range rank.Shown {
			row.Scores = append(row.Scores, render.Score(m, r.Score(m, i)))
		}
		rows = append(rows, row)
	}
	return rows
}

// A gapRow is one gap; its reasons are its paper's.
type gapRow struct {
	Paper   int    `json:"paper"`
	Rank    int    `json:"rank"`
	Kind    string `json:"kind"`
	Survey  bool   `json:"survey,omitempty"`
	CitedBy int    `json:"citedBy"`
	Cites   int    `json:"cites"`
}

func (c *collection) gapRows() []gapRow {
	rows := []gapRow{}
	gaps := c.findings.Gaps.Gaps
	for i, x := range gaps[:min(gapsShown, len(gaps))] {
		rows = append(rows, gapRow{c.add(x.Node), i + 1, x.Kind.String(), x.Survey, len(x.CitedBy), len(x.Cites)})
	}
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
	Leading  []paper
}

func topicRows(f *study.Findings) []topicRow {
	var rows []topicRow
	for _, t := range f.Topics {
		row := topicRow{Evidence: render.Clean(t.Sentence())}
		for _, n := range t.Leading {
			row.Leading = append(row.Leading, newPaper(f, n))
		}
		rows = append(rows, row)
	}
	return rows
}

// leading adds the papers that topics begin with, so that they can be opened.
func (c *collection) leading(topics []gap.Topic) {
	for _, t := range topics {
		for _, n := range t.Leading {
			c.add(n)
		}
	}
}
