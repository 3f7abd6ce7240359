package html_test

import (
	"testing"

	"citemap/graph/graphtest"
)

// The record of the search names what it states, on a desk beside what it says of it.
func TestTheRecordOfTheSearch(t *testing.T) {
	b := open(t, graphtest.Nasty(), "#record")
	sees(b, "heading", `document.querySelector("#record h2").textContent`, "Record of the search")
	sees(b, "command", `document.querySelector("#record .command").textContent`, "citemap report 'some/list.md'")
	sees(b, "every row says something", `[...document.querySelectorAll("#record dd")].every((e) => e.textContent.trim() !== "")`, true)
	sees(b, "rows are two columns", `(() => { const [name, says] = document.querySelectorAll("#record dt, #record dd"); return says.getBoundingClientRect().left > name.getBoundingClientRect().right })()`, true)
	b.quiet()
}
