package record_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
	"citemap/render/record"
)

// gathered is a corpus as a gathering makes it.
func gathered() *graph.Corpus {
	c := graphtest.Corpus("a b", graphtest.Cites("a@2020", "b", "c"), graphtest.Cites("d@2021", "a"), graphtest.Cites("c@2015", "e"))
	c.Sources = []graph.Provenance{{Name: "Semantic Scholar", Licence: "ODC-BY"}, {Name: "Crossref", Licence: "CC0"}}
	c.Oldest, c.Newest = graph.Date{Year: 2026, Month: 10, Day: 1}, graph.Date{Year: 2026, Month: 11, Day: 27}
	c.Asked = []graph.Asked{{Source: "Semantic Scholar", About: "entries", Requests: 2}, {Source: "Crossref", About: "references where they are not known", Requests: 1}}
	c.Merges = []graph.Merge{{Kept: "a", Alias: "x", Reason: "the same DOI"}}
	c.Beyond = graph.Beyond{Lists: 7, Citing: 1}
	return c
}

// said gives a row as one text.
func said(t *testing.T, r record.Run, name string) string {
	t.Helper()
	for _, p := range record.Of(r).Parts {
		for _, row := range p.Rows {
			if row.Name == name {
				return strings.TrimSpace(row.Code + " " + strings.Join(row.Says, " "))
			}
		}
	}
	t.Fatalf("no row %q", name)
	return ""
}

func TestWhatARunSays(t *testing.T) {
	asked := record.Run{Findings: study.Of(gathered(), study.Options{}), Lists: []string{"dir/list.md"}, Command: "citemap report dir/list.md", Version: "test", Own: true, Budget: 60, Fallback: "crossref", Shown: 1}
	frozen, rejecting, quiet := asked, asked, asked
	frozen.Snapshot = "s.jsonl"
	rejecting.Excluded = record.Exclusions{File: "not.txt", Given: 3, Known: 1}
	later := gathered()
	later.Asked = nil
	quiet.Findings, quiet.Offline, quiet.Stopped, quiet.Fallback = study.Of(later, study.Options{}), false, true, "none"
	offline := asked
	offline.Offline = true
	for _, test := range []struct {
		run        record.Run
		row, wants string
	}{
		{asked, "Command", "citemap report dir/list.md"},
		{asked, "Sources", "Semantic Scholar (licence: ODC-BY). Crossref (licence: CC0). Each was asked"},
		{asked, "Dates", "The oldest fact was asked for on 2026-10-01, the newest on 2026-11-27."},
		{asked, "Requests", "3 requests answered in this run: 2 of Semantic Scholar (entries); 1 of Crossref (references where they are not known)."},
		{asked, "Began from", "list.md: 2 entries, 2 of them found"},
		{asked, "Listed papers", "2 papers."},
		{asked, "Their references", "1 paper off the list, backward. Of the listed papers, reference lists known for 1 of 2. Not asked for: the lists of 1 paper."},
		{asked, "Their citing papers", "1 paper off the list, forward. Citing papers were asked for of 0 of 2 listed papers."},
		{asked, "Farther papers", "1 paper that neither"},
		{asked, "Papers in all", "5 papers, 4 citations."},
		{asked, "Duplicates", "1 record merged"},
		{asked, "Shown", "1 paper on the page."},
		{asked, "Rejected", "None"},
		{asked, "Asking", "At most 60 requests in this run."},
		{asked, "Limits", "No limit by date of publication. Past the budget: the reference lists of 7 papers around the list. Past the budget: the citing papers of 1 listed paper."},
		{asked, "Updates", "older than --refresh says"},
		{frozen, "Sources", "Read from the snapshot s.jsonl."},
		{frozen, "Duplicates", "Not known"},
		{frozen, "Asking", "The papers of the snapshot alone"},
		{rejecting, "Rejected", "3 ids in not.txt or by --exclude, naming 1 paper of this corpus."},
		{quiet, "Requests", "None in this run: all from the library."},
		{offline, "Asking", "off line"},
		{quiet, "Asking", "A source stopped answering"},
	} {
		if got := said(t, test.run, test.row); !strings.Contains(got, test.wants) {
			t.Errorf("%s: %q, want %q in it", test.row, got, test.wants)
		}
	}
}

// Each item of the checklist is either answered or left to the people who search.
func TestTheChecklistIsWhole(t *testing.T) {
	r := record.Of(record.Run{Findings: study.Of(gathered(), study.Options{}), Own: true})
	c := r.Checklist()
	if n := len(strings.Split(c.Answered+", "+c.Open, ", ")); n != 16 {
		t.Errorf("%d items, want the 16 of PRISMA-S: %s; %s", n, c.Answered, c.Open)
	}
	if want := []record.Item{1, 2, 5, 8, 9, 10, 12, 13, 15, 16}; !slices.Equal(r.Items(), want) {
		t.Errorf("answers %v, want %v", r.Items(), want)
	}
}

// Without what is a run's own, runs that asked and runs that did not say the same.
func TestTheRecordOfACorpusIsTheSameForAllRuns(t *testing.T) {
	cold := record.Run{Findings: study.Of(gathered(), study.Options{}), Command: "citemap report a.md", Budget: 60, Fallback: "crossref"}
	warm := record.Run{Findings: study.Of(gathered(), study.Options{}), Command: "citemap report a.md --offline", Offline: true}
	warm.Findings.Corpus.Asked = nil
	if a, b := fmt.Sprint(record.Of(cold)), fmt.Sprint(record.Of(warm)); a != b {
		t.Errorf("cold: %s\nwarm: %s", a, b)
	}
}

// Names from outside make no Markdown, and the same run gives the same bytes.
func TestHostileNamesStayText(t *testing.T) {
	write := func() string {
		c := graphtest.Nasty()
		c.Sources = []graph.Provenance{{Name: "<img src=x> [a](javascript:b) \x1b[31m", Licence: "*_`"}}
		var b bytes.Buffer
		r := record.Run{Findings: study.Of(c, study.Options{}), Lists: []string{"<b>.md"}, Own: true, Command: "citemap report 'a`b\n# c'"}
		if err := record.Of(r).Markdown(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	got := write()
	var page bytes.Buffer
	if err := goldmark.Convert([]byte(got), &page); err != nil {
		t.Fatal(err)
	}
	for part, most := range map[string]int{"\x1b": 0, "<img": 0, "<b>": 0, "<em>": 0, "<h1": 1, "<a href": 1, "raw HTML omitted": 1} {
		if n := strings.Count(page.String(), part); n > most {
			t.Errorf("%d times %q, want %d at most:\n%s", n, part, most, page.String())
		}
	}
	if !strings.Contains(got, "`` citemap report 'a`b # c' ``") {
		t.Errorf("the command is not in a span of its own:\n%s", got)
	}
	if write() != got {
		t.Error("two records of one run differ")
	}
}
