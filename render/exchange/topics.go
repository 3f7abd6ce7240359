package exchange

import (
	"io"
	"strconv"
	"strings"

	"citemap/graph/gap"
	"citemap/graph/study"
	"citemap/render"
)

// A topic is a part of the corpus as JSON.
type topic struct {
	Label     string   `json:"label"`
	Papers    int      `json:"papers"`
	CitedBy   []string `json:"citedBy"`
	Citations int      `json:"citations"`
	Listed    int      `json:"listed"`
	Expected  float64  `json:"expected"`
	Leading   []paper  `json:"leading"`
	FirstYear *int     `json:"firstYear"`
	LastYear  *int     `json:"lastYear"`
	Lacking   bool     `json:"lacking"`
	Evidence  string   `json:"evidence"`
}

func topics(f *study.Findings, all []gap.Topic) []topic {
	out := []topic{}
	for _, t := range all {
		row := topic{
			Label: render.Clean(t.Label), Papers: t.Papers, CitedBy: paperIDs(f.Graph, t.CitedBy), Citations: t.Citations,
			Listed: t.Listed, Expected: t.Expected, Leading: []paper{}, Evidence: render.Clean(t.Sentence()), Lacking: t.Lacking,
		}
		if t.First > 0 {
			row.FirstYear, row.LastYear = &t.First, &t.Last
		}
		for _, n := range t.Leading {
			row.Leading = append(row.Leading, newPaper(f, n))
		}
		out = append(out, row)
	}
	return out
}

// Topics writes the first n topics (0: all) as JSON.
func Topics(w io.Writer, h Head, f *study.Findings, all []gap.Topic, n int) error {
	return write(w, topicsAnswer{newEnvelope(h, f), topics(f, first(n, all)), len(all) - len(first(n, all))})
}

type topicsAnswer struct {
	envelope
	Topics []topic `json:"topics"`
	Absent int     `json:"topicsNotShown"`
}

// TopicsTable is the answer of Topics as a table.
func TopicsTable(f *study.Findings, all []gap.Topic, n int) Table {
	t := Table{Columns: []Column{
		{Name: "topic", Holds: Number}, {Name: "label"}, {Name: "papers", Holds: Number}, {Name: "listed", Holds: Number},
		{Name: "expected", Holds: Number}, {Name: "firstYear", Holds: Number}, {Name: "lastYear", Holds: Number}, {Name: "lacking"},
		{Name: "citations", Holds: Number, Detail: true}, {Name: "citedBy", Detail: true}, {Name: "leading", Detail: true}, {Name: "leadingTitles"},
	}}
	for i, x := range topics(f, first(n, all)) {
		lacking, ids, titles := "", []string{}, []string{}
		if x.Lacking {
			lacking = "yes"
		}
		for _, p := range x.Leading {
			ids, titles = append(ids, p.ID), append(titles, p.Title)
		}
		t.Rows = append(t.Rows, []string{
			strconv.Itoa(i + 1), render.TopicName(f.Graph, all[i]), strconv.Itoa(x.Papers), strconv.Itoa(x.Listed),
			number(x.Expected), optional(x.FirstYear), optional(x.LastYear), lacking,
			strconv.Itoa(x.Citations), strings.Join(x.CitedBy, " "), strings.Join(ids, " "), strings.Join(titles, "; "),
		})
	}
	return t
}
