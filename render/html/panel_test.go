package html_test

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
)

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

const (
	panelTitle = `(document.querySelector("#panel h2")?.textContent ?? "")`
	panelText  = `document.querySelector("#panel").textContent`
)

func TestThePanelTellsOfAPaper(t *testing.T) {
	c := corpus()
	for i := range c.Papers {
		c.Papers[i].Abstract, c.Papers[i].Venue = "What it is about.", "The Journal"
	}
	b := open(t, c, "")
	b.tap(theGap)
	text := run[string](b, panelText)
	for _, want := range []string{"The gap", "Di Ko", "The Journal · 2018", "2 of 2 listed papers cite it", "Number 1 of the papers off the list", "Its place on the map", "Listed papers that cite it (2)", "Other papers on the map it cites (1)", "What it is about."} {
		if !strings.Contains(text, want) {
			t.Errorf("the panel does not say %q: %s", want, text)
		}
	}
	sees(b, "how it stands to the list", `/^(Missing from the list|Not on the list)/.test(document.querySelector("#panel .role").textContent)`, true)
	sees(b, "address", `location.hash`, "#paper-gap")
	b.click("#panel li a")
	sees(b, "a neighbour opens", panelTitle+` !== "The gap"`, true)
	run[bool](b, `history.back() || true`)
	b.until("back to the gap", panelTitle+` === "The gap"`)
	run[bool](b, `history.back() || true`)
	b.until("back to no paper", `document.querySelector("#panel").hidden`)
	run[bool](b, `history.forward() || true`)
	b.until("forward", panelTitle+` === "The gap"`)
	b.click("#panel .close")
	sees(b, "closed", `document.querySelector("#panel").hidden && location.hash === ""`, true)
	b.quiet()
}

func TestATableOpensThePanel(t *testing.T) {
	b := open(t, corpus(), "")
	b.click("#gaps tbody td a")
	sees(b, "panel", panelTitle, "The gap")
	b.press("Escape")
	sees(b, "focus is back", `document.activeElement.textContent`, "The gap")
	b.quiet()
}

func TestDeepLinks(t *testing.T) {
	odd := graphtest.Paper("old@1999")
	odd.ID = "DOI:10.1000/(odd)_%20\"x\""
	odd.Title = "An odd one"
	c := graphtest.Corpus("a", graphtest.Cites("a@2021"), odd)
	c.Papers[0].References = graph.References{State: graph.Known, IDs: []graph.PaperID{odd.ID}}
	for _, test := range []struct{ what, fragment, title string }{
		{"a paper", "#paper-" + url.PathEscape(string(odd.ID)), "An odd one"},
		{"an unknown one", "#paper-nobody", ""},
		{"broken", "#paper-%E0%A4%A", ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			b := open(t, c, test.fragment)
			sees(b, "panel", panelTitle, test.title)
			b.quiet()
		})
	}
}

// kept has the page hand what it copies and saves to the test.
const kept = `(() => {
	Object.defineProperty(navigator, "clipboard", {value: {writeText: async (s) => { window.clip = s; }}});
	URL.createObjectURL = (blob) => { blob.text().then((s) => { window.file = s; }); return "#"; };
	HTMLAnchorElement.prototype.click = function () { window.fileName = this.download; };
	return true;
})()`

func TestCopies(t *testing.T) {
	c := corpus()
	for i := range c.Papers {
		c.Papers[i].URL = "https://example.org/" + string(c.Papers[i].ID) + "(1)"
	}
	b := open(t, c, "#paper-gap")
	run[bool](b, kept)
	press := func(root, label string) {
		run[bool](b, `[...document.querySelectorAll("`+root+` button")].find((x) => x.textContent === "`+label+`").click() || true`)
	}
	press("#panel", "Copy Markdown")
	b.until("as Markdown", `window.clip === "- [The gap](https://example.org/gap%281%29) (2018)\n"`)
	press("#panel", "Copy BibTeX")
	b.until("as BibTeX", `/^@misc\{[^]*title = \{\{The gap\}\}[^]*\n\}\n$/.test(window.clip)`)
	press("#panel", "Copy link")
	b.until("the link", `window.clip.endsWith("report.html#paper-gap")`)
	b.until("it is said", `document.querySelector("#said").textContent === "Link copied"`)
	b.quiet()
}

func TestDownloads(t *testing.T) {
	b := open(t, corpus(), "#paper-gap")
	run[bool](b, kept)
	b.click("#data-download")
	b.until("data", `window.file?.startsWith("{") && JSON.parse(window.file).papers.length === 4 && JSON.parse(window.file).citations.length === 6`)
	sees(b, "name", `window.fileName`, "Some-list.json")
	b.click("#panel .close")
	b.click("#closer")
	b.tap(theGap)
	b.click("#svg-download")
	b.until("drawing", `window.file.startsWith("<svg")`)
	sees(b, "name", `window.fileName`, "Some-list.svg")
	sees(b, "as it was drawn", `/class="[^"]* (on|chosen)\b|tabindex| style="|role="group"/.test(window.file)`, false)
	b.quiet()
}

// Whatever titles hold, they stay text in rows and panel.
func TestHostileTextDoesNothing(t *testing.T) {
	b := open(t, graphtest.Nasty(), "")
	papers := run[int](b, `JSON.parse(document.querySelector("#data").textContent).papers.length`)
	sees(b, "each paper opened", `(() => {
		let n = 0;
		for (const p of JSON.parse(document.querySelector("#data").textContent).papers) {
			location.hash = "#paper-" + encodeURIComponent(p.id);
			dispatchEvent(new Event("hashchange"));
			if (document.querySelector("#panel h2").textContent === p.title) n++;
		}
		return n;
	})()`, papers)
	sees(b, "nothing but our markup", `document.querySelectorAll("main img, main script, main b.bold, #panel img, #panel script, main style").length`, 0)
	sees(b, "links", `[...document.querySelectorAll("a")].every((a) => /^($|#paper-|https?:|file:.*#)/.test(a.href.baseVal ?? a.href))`, true)
	sees(b, "no markup from text", `(() => { try { document.body.insertAdjacentHTML("beforeend", "<i>"); return "markup"; } catch { return "refused"; } })()`, "refused")
}
