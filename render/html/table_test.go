package html_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

func TestColumnsSort(t *testing.T) {
	b := open(t, corpus(), "")
	first := `document.querySelector("#influence tbody tr td:nth-child(5)").textContent`
	order := `document.querySelector("#influence th:nth-child(5)").getAttribute("aria-sort")`
	b.click("#influence th:nth-child(5) button")
	sees(b, "newest first", first+` + " " + `+order, "2021 descending")
	b.click("#influence th:nth-child(5) button")
	sees(b, "oldest first", first+` + " " + `+order, "1999 ascending")
	b.click("#influence th:nth-child(3) button")
	sees(b, "by title", `document.querySelector("#influence tbody tr td a").textContent`, "Alpha of the list")
	sees(b, "one column sorted", `document.querySelectorAll("[aria-sort]").length`, 1)
	b.quiet()
}

func TestRowsAreFiltered(t *testing.T) {
	c := corpus()
	c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: 7, Title: "Lost paper", Status: graph.StatusMissing})
	b := open(t, c, "")
	rows := `document.querySelectorAll("#entries tbody tr").length`
	sees(b, "entries", rows, 3)
	b.typed("#entries select", "missing")
	sees(b, "missing ones", rows, 1)
	b.typed("#entries select", "Every status")
	b.typed("#search", "lost")
	sees(b, "found ones", rows, 1)
	b.typed("#search", "")
	b.typed("#influence select", "On the list")
	sees(b, "listed ones", `document.querySelectorAll("#influence tbody tr").length`, 2)
	b.quiet()
}

// every has the table of gaps show those of any strength, where there are several.
func (b *browser) every() {
	b.t.Helper()
	run[bool](b, `document.querySelector("#gaps .parts button:last-child")?.click() || true`)
}

// many is a list of more entries than the page shows at a time.
func many(n int) *graph.Corpus {
	c := corpus()
	for i := range n {
		c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: i + 10, Title: fmt.Sprintf("Lost paper %d", i), Status: graph.StatusMissing})
	}
	return c
}

func TestLongTablesHavePages(t *testing.T) {
	b := open(t, many(148), "")
	rows, count := `document.querySelectorAll("#entries tbody tr").length`, `document.querySelector("#entries .count").textContent`
	sees(b, "rows", rows, 25)
	sees(b, "count", count, "1–25 of 150")
	sees(b, "no page before the first", `document.querySelector("#entries .pager button").disabled`, true)
	for range 5 {
		run[bool](b, `document.querySelector("#entries .pager button:last-child").click() || true`)
	}
	sees(b, "the last page", count, "126–150 of 150")
	sees(b, "no page after the last", `document.querySelector("#entries .pager button:last-child").disabled`, true)
	run[bool](b, `dispatchEvent(new Event("beforeprint"))`)
	sees(b, "rows on paper", rows, 150)
	b.quiet()
}

// What the page holds for readers without scripts is what the script shows.
func TestTheFirstRowsAreTheSameEitherWay(t *testing.T) {
	c := many(3)
	b := open(t, c, "")
	b.every()
	for _, table := range []string{"ranked", "gaps", "entries"} {
		cells := run[string](b, `[...document.querySelectorAll("table[data-rows=`+table+`] tbody td:not(.ticks)")].map((td) => td.textContent.replace("\u00a0↗", "").trim()).join("|")`)
		with := run[int](b, `document.querySelectorAll("table[data-rows=`+table+`] tbody tr").length`)
		still := open(t, c, "", scripts(true))
		still.do(scripts(false))
		want := run[string](still, `[...document.querySelectorAll("table[data-rows=`+table+`] tbody td")].map((td) => td.textContent.trim()).join("|")`)
		if with == 0 || cells != want {
			t.Errorf("%s with scripts:\n%s\nwithout:\n%s", table, cells, want)
		}
	}
}

func TestALongTableKeepsMostRowsAsData(t *testing.T) {
	got := string(page(t, many(300)))
	if n := strings.Count(got, `<td class="place">`); n != 100 {
		t.Errorf("%d rows in the page, want 100", n)
	}
	for _, want := range []string{"202 more rows are in this page", "Lost paper 299"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// A corpus without a list, and one without papers, make pages that work.
func TestWithoutAListOrPapers(t *testing.T) {
	alone := corpus()
	alone.Entries = nil
	for what, c := range map[string]*graph.Corpus{"no list": alone, "no papers": {}} {
		t.Run(what, func(t *testing.T) {
			b := open(t, c, "")
			sees(b, "ready", `document.documentElement.dataset.ready`, "yes")
			sees(b, "tables", `document.querySelectorAll("table[data-rows]").length`, 1)
			sees(b, "cells fit their heads", `[...document.querySelectorAll("tbody tr")].every((tr) => tr.cells.length === tr.closest("table").tHead.rows[0].cells.length)`, true)
			b.quiet()
		})
	}
}

// Abstracts and BibTeX give way before the page outgrows what a browser and a
// mail take.
func TestALargeReportStaysSmall(t *testing.T) {
	c := graphtest.Random(7, 5000)
	for i := range c.Papers {
		p := &c.Papers[i]
		p.Title = strings.Repeat("A title of the usual length ", 3)
		p.Abstract = strings.Repeat("A sentence of an abstract that goes on for a while. ", 30)
		p.Authors = []string{"Ann Lee", "Bo Ek", "Cy Ju", "Di Ko"}
	}
	got := page(t, c)
	t.Logf("%.1f MB", float64(len(got))/1e6)
	if len(got) > 10e6 {
		t.Errorf("%d bytes, want 10 MB at most", len(got))
	}
}
