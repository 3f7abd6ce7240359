package html_test

import (
	"fmt"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// sourced is the corpus with addresses, and a gap whose id a shell would take apart.
func sourced() *graph.Corpus {
	odd := graphtest.Cites("DOI:10.1/it's(1)@2019", "old")
	odd.IDs = odd.IDs.With(graph.ExternalID{Scheme: graph.DOI, Value: "10.1/it's(1)"})
	odd.Title, odd.Authors, odd.Venue = "Odd & co", []string{"María {de la} Cruz"}, "Journal of Oddities"
	c := corpus()
	papers := append([]graph.Paper{odd}, c.Papers...)
	for i := range papers {
		papers[i].URL = "https://example.org/" + string(papers[i].ID)
		if papers[i].ID == "a" {
			papers[i].References.IDs = append(papers[i].References.IDs, odd.ID)
		}
	}
	return graphtest.Corpus("a b", papers...)
}

// take copies in a form by the bar that stands in root.
func (b *browser) take(root, form string) {
	b.t.Helper()
	b.typed(root+" .take select", form)
	run[bool](b, `document.querySelector("`+root+` .take button").click() || true`)
}

func (b *browser) tick(selector string) {
	b.t.Helper()
	run[bool](b, fmt.Sprintf(`document.querySelector(%q).click() || true`, selector))
}

const copyLabel = `document.querySelector("#gaps .take button").textContent`

// What is ticked is taken, else what is in sight; the button says how many.
func TestTakingAway(t *testing.T) {
	b := open(t, sourced(), "")
	run[bool](b, kept)
	b.every()
	sees(b, "in sight", copyLabel, "Copy 3 papers")
	b.take("#gaps", "Markdown")
	b.until("all in sight", `window.clip?.match(/^- \[/gm).length === 3`)
	sees(b, "it is said", `document.querySelector("#said").textContent`, "Markdown of 3 papers copied")
	sees(b, "no tray yet", `document.querySelector("#tray").hidden`, true)

	b.tick(`#gaps tr:has(a[href*="paper-gap"]) .tick`)
	b.tick(`#influence tr:has(a[href*="it's"]) .tick`)
	b.until("ticked", copyLabel+` === "Copy 2 ticked"`)
	sees(b, "the same box elsewhere", `document.querySelector("#influence tr:has(a[href*=paper-gap]) .tick").checked`, true)
	b.take("#tray", "BibTeX")
	b.until("as BibTeX", `/^@\w+\{[^]*\{\{The gap\}\}[^]*\n\}\n\n@\w+\{[^]*Odd/.test(window.clip) || /Odd[^]*The gap/.test(window.clip)`)
	b.take("#tray", "Command to add")
	b.until("as a command", `window.clip.startsWith("citemap gaps some/list.md --add ")`)
	line := run[string](b, `window.clip`)
	if want := `'\''`; strings.Count(line, "\n") != 1 || !strings.Contains(line, want) || !strings.Contains(line, "gap") {
		t.Errorf("the command is %q", line)
	}
	b.take("#tray", "RIS")
	b.until("as RIS", `window.clip.includes("TY  - ")`)
	ris := run[string](b, `window.clip`)
	for _, want := range []string{"TI  - The gap\r\nAU  - Ko, Di\r\n", "TI  - Odd & co\r\n", "TY  - JOUR\r\n", "JO  - Journal of Oddities\r\n", "PY  - 2019\r\n", "DO  - 10.1/it's(1)\r\n", "ER  - \r\n\r\n"} {
		if !strings.Contains(ris, want) {
			t.Errorf("RIS lacks %q: %q", want, ris)
		}
	}
	b.click("#tray > button")
	sees(b, "nothing ticked", `document.querySelectorAll(".tick:checked").length`, 0)
	sees(b, "the tray is gone", `document.querySelector("#tray").hidden`, true)
	b.quiet()
}

// A listed paper is on the list already.
func TestTheCommandAddsNoListedPaper(t *testing.T) {
	b := open(t, sourced(), "")
	run[bool](b, kept)
	b.typed("#influence .take select", "Command to add")
	sees(b, "papers off the list", `document.querySelector("#influence .take button").textContent`, "Copy 3 papers")
	b.tick(`#influence tr:has(a[href$="#paper-a"]) .tick`)
	sees(b, "a listed one", `document.querySelector("#influence .take button").disabled`, true)
	b.quiet()
}
