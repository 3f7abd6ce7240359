// Package exchange writes findings for other programs: JSON answers, version
// 1, and plain tables as CSV, TSV and Markdown.
package exchange

import (
	"io"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// A ranked is one row of a ranking. A score that is not known is null.
type ranked struct {
	Rank   int                 `json:"rank"`
	Score  *float64            `json:"score"`
	Scores map[string]*float64 `json:"scores"`
	Paper  paper               `json:"paper"`
}

// Rank writes the first n papers of a ranking (0: all) as JSON, with their
// scores by the measures to be shown.
func Rank(w io.Writer, h Head, f *study.Findings, r *study.Ranking, shown []rank.Measure, n int) error {
	return write(w, rankAnswer{newEnvelope(h, f), newInfluence(f, r, shown, n)})
}

type rankAnswer struct {
	envelope
	influence
}

// influence is what a ranking adds to an envelope.
type influence struct {
	Measure       string         `json:"measure"`
	Neighbourhood *neighbourhood `json:"neighbourhood"` // null where the whole corpus is ranked
	Papers        []ranked       `json:"papers"`
}

// A neighbourhood is the part of a corpus that is ranked.
type neighbourhood struct {
	Papers    int `json:"papers"`
	Citations int `json:"citations"`
}

func newInfluence(f *study.Findings, r *study.Ranking, shown []rank.Measure, n int) influence {
	out := influence{Measure: r.By.String(), Papers: ranking(f, r, shown, n)}
	if !r.Whole {
		out.Neighbourhood = &neighbourhood{r.Among.Graph.Len(), r.Among.Graph.Citations()}
	}
	return out
}

func ranking(f *study.Findings, r *study.Ranking, shown []rank.Measure, n int) []ranked {
	rows := []ranked{}
	for i, node := range first(n, r.Papers) {
		row := ranked{i + 1, known(r.Score(r.By, i)), map[string]*float64{}, newPaper(f, node)}
		for _, m := range shown {
			row.Scores[m.String()] = known(r.Score(m, i))
		}
		rows = append(rows, row)
	}
	return rows
}

// An entry is one item of the lists as JSON.
type entry struct {
	File    string            `json:"file"`
	Line    int               `json:"line"`
	Text    string            `json:"text"`
	Title   string            `json:"title"`
	Section string            `json:"section"`
	IDs     map[string]string `json:"ids"`
	Status  graph.Status      `json:"status"`
	Paper   *paper            `json:"paper"`
	Note    string            `json:"note"`
	AskedOn *string           `json:"askedOn,omitempty"` // of a missing one that is remembered
	Read    asRead            `json:"read"`
}

// asRead is what the list itself says of an entry, beside what it resolved to.
type asRead struct {
	Title   string   `json:"title"`
	Year    *int     `json:"year"` // null where the list gives none
	Authors []string `json:"authors"`
}

func newAsRead(e *graph.Entry) asRead {
	r := asRead{Title: render.Clean(e.Title), Authors: []string{}}
	if e.Date.Year > 0 {
		r.Year = &e.Date.Year
	}
	for _, name := range e.Authors {
		r.Authors = append(r.Authors, render.Clean(name))
	}
	return r
}

// A merge is a paper that was folded into another.
type merge struct {
	Kept   string `json:"kept"`
	Alias  string `json:"alias"`
	Reason string `json:"reason"`
}

// Check writes the entries that are wanted (nil: all) and their outcomes as JSON, and
// which papers were folded into one and why; passedOver is how many links and lines of the lists
// became no entry.
func Check(w io.Writer, h Head, f *study.Findings, wanted func(*graph.Entry) bool, passedOver int) error {
	merges := []merge{}
	for _, m := range f.Corpus.Merges {
		merges = append(merges, merge{render.Clean(string(m.Kept)), render.Clean(string(m.Alias)), render.Clean(m.Reason)})
	}
	return write(w, checkAnswer{newEnvelope(h, f), entries(f, wanted), merges, newAudit(f), passedOver})
}

type checkAnswer struct {
	envelope
	Entries []entry     `json:"entries"`
	Merges  []merge     `json:"merges"`
	Audit   *[]auditRow `json:"audit,omitempty"`
	Passed  int         `json:"passedOver"`
}

// entries gives those that are wanted; nil wants all.
func entries(f *study.Findings, wanted func(*graph.Entry) bool) []entry {
	out := []entry{}
	for i, e := range f.Corpus.Entries {
		if wanted != nil && !wanted(&e) {
			continue
		}
		row := entry{
			File: render.Clean(e.File), Line: e.Line, Text: render.Clean(e.Text), Title: render.Clean(e.Title),
			Section: render.Clean(e.Section), IDs: externalIDs(e.IDs), Status: e.Status, Note: render.Clean(e.Note), AskedOn: orNull(f.Corpus.Remembered[i].String()),
			Read: newAsRead(&e),
		}
		if n, found := f.Graph.Find(e.Paper); found {
			p := newPaper(f, n)
			row.Paper = &p
		}
		out = append(out, row)
	}
	return out
}

// Report writes everything at once as JSON: the first n papers by
// rank.Default, the first n gaps and every entry.
func Report(w io.Writer, h Head, f *study.Findings, n int) error {
	return write(w, struct {
		envelope
		influence
		missing
		Entries []entry `json:"entries"`
	}{newEnvelope(h, f), newInfluence(f, f.Ranking(rank.Default, false), rank.Shown, n), newMissing(f, n), entries(f, nil)})
}
