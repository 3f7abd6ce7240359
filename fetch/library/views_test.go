package library

import (
	"slices"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

// rows gives what a query finds, a row a line.
func rows(t *testing.T, l *Library, query string) []string {
	t.Helper()
	found, err := l.db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for found.Next() {
		cells, into := make([]*string, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, c := range cells {
			if c == nil {
				line = append(line, "NULL")
			} else {
				line = append(line, *c)
			}
		}
		out = append(out, strings.Join(line, " | "))
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// The views tell each paper once and each citation once, as the snapshot that the
// answers came from has them, also in a library that was made without views.
func TestViews(t *testing.T) {
	file, snapshot := libraryFile(t), readSmall(t)
	var ids []string
	citations := map[string]bool{}
	for _, p := range snapshot.Papers {
		ids = append(ids, string(p.ID))
		for _, cited := range p.References.IDs {
			citations[string(p.ID)+" | "+string(cited)] = true
		}
	}
	l := open(t, file, Options{})
	ask(t, l.Source(snapshot.Source()), ids...)
	if _, err := l.db.Exec("DROP VIEW papers; DROP VIEW citations"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	l = open(t, file, Options{})
	var want []string
	for c := range citations {
		want = append(want, c)
	}
	slices.Sort(want)
	if got := rows(t, l, "SELECT citing, cited FROM citations ORDER BY 1, 2"); !slices.Equal(got, want) || len(got) == 0 {
		t.Errorf("citations %q, want %q", got, want)
	}
	if once := rows(t, l, "SELECT paper FROM papers GROUP BY paper HAVING count(*) > 1"); len(once) > 0 {
		t.Errorf("there more than once: %q", once)
	}
	for _, p := range snapshot.Papers {
		got := rows(t, l, "SELECT title FROM papers WHERE paper = '"+string(p.ID)+"'")
		if p.Title != "" && !slices.Equal(got, []string{p.Title}) {
			t.Errorf("%s: %q, want %q", p.ID, got, p.Title)
		}
	}
}

// The view says of a list whether it is whole; a page that was turned later
// makes it so, and says nothing else of the paper.
func TestViewsTellCutLists(t *testing.T) {
	file := libraryFile(t)
	l := open(t, file, Options{})
	three := 3
	cut := graph.Paper{ID: "p", Title: "Long", Referenced: &three, References: graph.References{State: graph.Cut, IDs: []graph.PaperID{"x", "y"}}}
	inner := &fixed{answers: map[fetch.Facts]fetch.Answer{
		fetch.Own:            {Outcome: fetch.Found, Paper: graph.Paper{ID: "p", Title: "Long", Referenced: &three}},
		fetch.References:     {Outcome: fetch.Found, Paper: cut},
		fetch.NewestCiting:   {Outcome: fetch.Found, Paper: graph.Paper{ID: "p", Citing: graph.Citing{Asked: true, IDs: []graph.PaperID{"c"}}}},
		fetch.MoreReferences: {Outcome: fetch.Found, Paper: graph.Paper{ID: "p", References: graph.References{State: graph.Known, IDs: []graph.PaperID{"z"}}}},
		fetch.ByTitle:        {Outcome: fetch.Unknown},
		fetch.ReferenceIDs:   {Outcome: fetch.Unknown},
		fetch.Surroundings:   {Outcome: fetch.Unknown},
	}}
	for _, step := range []struct {
		facts fetch.Facts
		want  string
	}{
		{fetch.Own, "Long | unasked | NULL | 3"},
		{fetch.References, "Long | cut | 2 | 3"},
		{fetch.NewestCiting, "Long | cut | 2 | 3"},
		{fetch.Surroundings, "Long | cut | 2 | 3"}, // it was not known to that question
		{fetch.MoreReferences, "Long | known | 3 | 3"},
	} {
		if _, err := askAbout(t.Context(), l.Source(inner), step.facts, []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.S2, Value: "p"}}}); err != nil {
			t.Fatal(err)
		}
		if got := rows(t, l, "SELECT title, references_state, references_known, reference_count FROM papers"); !slices.Equal(got, []string{step.want}) {
			t.Errorf("after %s: %q, want %q", step.facts, got, step.want)
		}
	}
	if got := rows(t, l, "SELECT citing, cited FROM citations ORDER BY 1, 2"); !slices.Equal(got, []string{"c | p", "p | x", "p | y", "p | z"}) {
		t.Errorf("citations %q", got)
	}
}

// The views tell what was said of passages and notices, also in a library that
// was made when there were no such views.
func TestViewsOfDetails(t *testing.T) {
	file := libraryFile(t)
	l := open(t, file, Options{})
	notice := graph.Paper{
		ID: "DOI:10.1000/x", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1000/x"}}, Notice: &graph.Notice{Kind: graph.Retraction, DOI: "10.1000/n", Date: graph.Date{Year: 2024}},
	}
	citing := graph.Paper{ID: "a", Types: []string{"Review", "Book"}, Contexts: []graph.Context{{Cited: "b", Texts: []string{"one", "two"}, Intents: []string{"background", "result"}, Influential: true}}}
	for facts, p := range map[fetch.Facts]graph.Paper{fetch.Notices: notice, fetch.Passages: citing, fetch.Details: citing} {
		s := l.Source(&fixed{answers: map[fetch.Facts]fetch.Answer{facts: {Outcome: fetch.Found, Paper: p}}})
		if err := s.Ask(t.Context(), facts, []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.S2, Value: string(p.ID)}}}, func([]fetch.Reply) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.db.Exec("DROP VIEW notices; DROP VIEW passages; DROP VIEW papers; CREATE VIEW papers AS SELECT 1 AS reference_count"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	l = open(t, file, Options{})
	for query, want := range map[string]string{
		"SELECT citing, cited, texts, intents, influential FROM passages": "a | b | one\ntwo | background; result | 1",
		"SELECT doi, kind, notice, date FROM notices":                     "10.1000/x | retraction | 10.1000/n | 2024",
		"SELECT paper, types FROM papers":                                 "a | Review; Book",
	} {
		if got := rows(t, l, query); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	if i, err := l.Info(t.Context()); err != nil || i.Papers != 1 {
		t.Errorf("%d papers, %v", i.Papers, err)
	}
}
