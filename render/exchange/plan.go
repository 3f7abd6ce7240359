package exchange

import (
	"io"
	"strconv"
)

// A Stage is one step of a plan of requests.
type Stage struct {
	Name     string `json:"stage"`
	Source   string `json:"source"`
	Subjects int    `json:"subjects"`
	Known    int    `json:"known"`
	Requests int    `json:"requests"`
	Exact    bool   `json:"exact"`
}

// Plan writes the stages of a plan and their requests, each an upper bound
// unless it is exact, as JSON.
func Plan(w io.Writer, h Head, stages []Stage) error {
	total, exact := 0, true
	for _, s := range stages {
		total += s.Requests
		exact = exact && s.Exact
	}
	return write(w, planAnswer{1, h.Verb, clean(h.Lists), total, exact, stages})
}

type planAnswer struct {
	Citemap  int      `json:"citemap"`
	Verb     string   `json:"verb"`
	List     []string `json:"list"`
	Requests int      `json:"requests"`
	Exact    bool     `json:"exact"`
	Stages   []Stage  `json:"stages"`
}

// PlanTable gives the stages of a plan as rows.
func PlanTable(stages []Stage) Table {
	t := Table{Columns: []Column{
		{Name: "stage"}, {Name: "source"}, {Name: "about", Holds: Number}, {Name: "known", Holds: Number}, {Name: "requests", Holds: Number}, {Name: "bound"},
	}}
	for _, s := range stages {
		bound := "at most"
		if s.Exact {
			bound = "exact"
		}
		t.Rows = append(t.Rows, []string{s.Name, s.Source, strconv.Itoa(s.Subjects), strconv.Itoa(s.Known), strconv.Itoa(s.Requests), bound})
	}
	return t
}
