package html_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const hits = `document.querySelectorAll("#hits [role=option]:not(.rest)").length`

// The keyboard alone finds a paper and opens it.
func TestSearchGoesToItsHits(t *testing.T) {
	b := open(t, corpus(), "")
	b.press("/")
	sees(b, "the field has the focus", `document.activeElement.id`, "search")
	b.do(chromedp.SendKeys(chromedp.CSS("#search"), "list"))
	sees(b, "hits", hits, 2)
	b.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp))
	sees(b, "the first is chosen", `document.querySelector("#hits [aria-selected=true]").id + " " + document.activeElement.getAttribute("aria-activedescendant")`, "hit-0 hit-0")
	want := run[string](b, `document.querySelector("#hit-0 b").textContent`)
	b.do(chromedp.KeyEvent(kb.Enter))
	sees(b, "it is open", panelTitle, want)
	sees(b, "hits are gone", `document.querySelector("#hits").hidden`, true)
	b.press("Escape")
	sees(b, "shut, and back in the field", `document.querySelector("#panel").hidden && document.activeElement.id === "search"`, true)
	b.do(chromedp.KeyEvent(kb.Escape))
	sees(b, "all rows again", `document.querySelector("#search").value + document.querySelectorAll("#influence tbody tr").length`, "4")
	b.quiet()
}

func TestSearchSaysThatNothingIsFound(t *testing.T) {
	b := open(t, corpus(), "")
	b.typed("#search", "zzz")
	sees(b, "said", `document.querySelector("#hits").textContent`, "Nothing found")
	b.do(chromedp.KeyEvent(kb.Enter))
	sees(b, "nothing opens", `document.querySelector("#panel").hidden`, true)
	b.quiet()
}
