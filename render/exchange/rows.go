package exchange

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// paperColumns are the columns that row fills.
var paperColumns = []Column{
	{Name: "id"}, {Name: "title"}, {Name: "year", Holds: Number}, {Name: "authors", Detail: true}, {Name: "venue", Detail: true},
	{Name: "localCitations", Holds: Number}, {Name: "globalCitations", Holds: Number, Detail: true},
	{Name: "listed", Detail: true}, {Name: "referencesState", Detail: true}, {Name: "url", Holds: Link},
}

func (p paper) row() []string {
	return []string{
		p.ID, p.Title, optional(p.Year), strings.Join(p.Authors, "; "), p.Venue, strconv.Itoa(p.LocalCitations),
		optional(p.GlobalCitations), strconv.FormatBool(p.Listed), p.ReferencesState.String(), p.URL,
	}
}

// RankTable is the answer of Rank as a table. The cell of a score that is not
// known is empty.
func RankTable(f *study.Findings, r *study.Ranking, shown []rank.Measure, n int) Table {
	t := Table{Columns: slices.Concat([]Column{{Name: "rank", Holds: Number}, {Name: "score", Holds: Number}}, paperColumns)}
	for _, m := range shown {
		t.Columns = append(t.Columns, Column{Name: m.String(), Holds: Number, Detail: m == r.By || m == rank.Local})
	}
	for _, p := range ranking(f, r, shown, n) {
		row := append([]string{strconv.Itoa(p.Rank), orNothing(p.Score)}, p.Paper.row()...)
		for _, m := range shown {
			row = append(row, orNothing(p.Scores[m.String()]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func orNothing(score *float64) string {
	if score == nil {
		return ""
	}
	return number(*score)
}

// GapsTable is the answer of Gaps as a table.
func GapsTable(f *study.Findings, n int) Table {
	t := Table{Columns: slices.Concat(
		[]Column{{Name: "rank", Holds: Number}, {Name: "score", Holds: Number, Detail: true}, {Name: "kind"}},
		paperColumns,
		[]Column{
			{Name: "citedBy", Detail: true}, {Name: "cites", Detail: true}, {Name: "reasons"}, {Name: "nearest", Detail: true},
			{Name: "together", Holds: Number, Detail: true}, {Name: "expected", Holds: Number, Detail: true},
			{Name: "confidence", Holds: Number, Detail: true}, {Name: "survey", Detail: true},
			{Name: "belongs", Holds: Number}, {Name: "strength"},
		},
	)}
	for _, x := range newMissing(f, n).Gaps {
		t.Rows = append(t.Rows, x.row())
	}
	return t
}

func (x gapRow) row() []string {
	nearest := ""
	if x.Nearest != nil {
		nearest = *x.Nearest
	}
	return slices.Concat(
		[]string{strconv.Itoa(x.Rank), number(x.Score), x.Kind.String()},
		x.Paper.row(),
		[]string{
			strings.Join(x.CitedBy, " "), strings.Join(x.Cites, " "), strings.Join(x.Reasons, " "), nearest,
			strconv.Itoa(x.Together), number(x.Expected), number(x.Confidence), strconv.FormatBool(x.Survey),
			number(x.Belongs), x.Strength.String(),
		},
	)
}

// CheckTable is the answer of Check as a table.
func CheckTable(f *study.Findings) Table {
	t := Table{Columns: []Column{
		{Name: "file"}, {Name: "line", Holds: Number}, {Name: "status"}, {Name: "title"}, {Name: "section", Detail: true}, {Name: "ids", Detail: true},
		{Name: "paper"}, {Name: "paperTitle", Detail: true}, {Name: "url", Holds: Link, Detail: true}, {Name: "note"}, {Name: "text", Detail: true},
	}}
	for i, e := range entries(f, nil) {
		var p paper
		if e.Paper != nil {
			p = *e.Paper
		}
		title := e.Title
		if title == "" {
			title = render.Clean(f.Corpus.Entries[i].Name())
		}
		t.Rows = append(t.Rows, []string{
			e.File, strconv.Itoa(e.Line), e.Status.String(), title, e.Section, e.ids(),
			p.ID, p.Title, p.URL, e.Note, e.Text,
		})
	}
	return t
}

// ids writes the identifiers of an entry as "scheme:value", sorted.
func (e entry) ids() string {
	var out []string
	for _, scheme := range slices.Sorted(maps.Keys(e.IDs)) {
		out = append(out, scheme+":"+e.IDs[scheme])
	}
	return strings.Join(out, " ")
}
