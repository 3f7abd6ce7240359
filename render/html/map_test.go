package html_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"citemap/graph/graphtest"
)

const (
	theGap      = `#drawing g.node:has([aria-label*="The gap"])`
	shownPapers = `document.querySelectorAll("#drawing g.node[id^=paper-]:not(.off)").length`
	lit         = `document.querySelectorAll("#drawing g.node.on").length`
)

func TestSearchGoesOverMapAndTables(t *testing.T) {
	b := open(t, corpus(), "")
	sees(b, "papers drawn", shownPapers, 4)
	for _, test := range []struct {
		what, text string
		rows       int
	}{{"title without its accents", "uber", 1}, {"author", "di ko", 1}, {"id", "OLD", 1}, {"nothing", "zzz", 0}, {"all again", "", 4}} {
		b.typed("#search", test.text)
		sees(b, test.what+": rows", `document.querySelectorAll("#influence tbody tr").length`, test.rows)
		if test.text != "" {
			sees(b, test.what+": papers lit", lit, test.rows)
		}
	}
	b.typed("#search", "gap")
	sees(b, "what was found", `document.querySelector("#found").textContent === "1 paper found, 1 on the map"`, true)
	b.quiet()
}

// Citing papers and references light up in ways that do not need colour.
func TestPointingLightsUpNeighbours(t *testing.T) {
	b := open(t, corpus(), "")
	gap := "document.querySelector('" + theGap + "')"
	run[bool](b, gap+`.dispatchEvent(new PointerEvent("pointerenter"))`)
	sees(b, "citing papers", `document.querySelectorAll("#drawing g.node.citing").length`, 2)
	sees(b, "references", `document.querySelectorAll("#drawing g.node.references").length`, 1)
	dash := func(kind string) string {
		return `getComputedStyle(document.querySelector("#drawing g.node.` + kind + ` path")).strokeDasharray`
	}
	if run[string](b, dash("citing")) == run[string](b, dash("references")) {
		t.Error("citing papers and references differ in colour alone")
	}
	run[bool](b, gap+`.dispatchEvent(new PointerEvent("pointerleave"))`)
	sees(b, "after", lit, 0)
	run[bool](b, `document.querySelector("#drawing g.node.listed a, #drawing g.node.listed[tabindex]").focus() || true`)
	sees(b, "focus lights up, too", lit+" > 1", true)
	b.quiet()
}

func TestYearsAndTogglesHide(t *testing.T) {
	b := open(t, corpus(), "")
	b.typed("#until", "2019")
	sees(b, "papers until 2019", shownPapers, 2)
	sees(b, "years", `document.querySelector("#years").textContent`, "1999–2019")
	sees(b, "citations of hidden papers", `[...document.querySelectorAll("#drawing g.edge:not(.off)")].length`, 1)
	b.typed("#from", "2021")
	sees(b, "the ends push each other", `document.querySelector("#until").value`, "2021")
	b.typed("#from", "1999")
	sees(b, "all years", shownPapers, 4)
	for _, chip := range []string{"[data-role=gap]", "[data-role=listed]"} {
		before := run[int](b, shownPapers)
		b.click(chip)
		sees(b, chip+" pressed", `document.querySelector("`+chip+`").getAttribute("aria-pressed")`, "false")
		if now := run[int](b, shownPapers); now >= before {
			t.Errorf("%s: %d papers of %d", chip, now, before)
		}
		b.click(chip)
		sees(b, "back", shownPapers, before)
	}
	run[int](b, `[...document.querySelectorAll("[data-group]")].map((c) => c.click()).length`)
	sees(b, "no group, no paper", shownPapers, 0)
	b.quiet()
}

func TestTheMainPath(t *testing.T) {
	b := open(t, corpus(), "")
	b.click("#main-path")
	sees(b, "lit", lit, run[int](b, `JSON.parse(document.querySelector("#data").textContent).mainPath.length`))
	sees(b, "citations", `document.querySelectorAll("#drawing g.edge.on:not(.main)").length`, 0)
	b.click("#main-path")
	sees(b, "after", lit, 0)
	b.quiet()
}

func TestZoom(t *testing.T) {
	b := open(t, corpus(), "")
	width := `document.querySelector("#drawing svg").viewBox.baseVal.width`
	whole := run[float64](b, width)
	b.click("#closer")
	closer := run[float64](b, width)
	if closer >= whole {
		t.Errorf("zoomed in, the view is %v wide, the whole map %v", closer, whole)
	}
	run[bool](b, `document.querySelector("#drawing svg").dispatchEvent(new WheelEvent("wheel", {deltaY: -1, ctrlKey: true, bubbles: true, cancelable: true}))`)
	sees(b, "the wheel zooms", width+" < "+number(closer), true)
	b.click("#whole")
	sees(b, "the whole map again", width, whole)
	run[bool](b, `(() => {
		const send = (kind, x, id) => document.querySelector("#drawing").dispatchEvent(new PointerEvent(kind, {pointerId: id, clientX: x, clientY: 500, bubbles: true}));
		send("pointerdown", 400, 1); send("pointerdown", 500, 2); send("pointermove", 700, 2);
		send("pointerup", 400, 1); return send("pointerup", 700, 2);
	})()`)
	sees(b, "two fingers zoom", width+" < "+number(whole), true)
	b.quiet()
}

// The keyboard alone is enough: one stop of the Tab key, arrows between
// papers, Enter to open, Escape to close and to be back.
func TestTheMapByKeyboard(t *testing.T) {
	b := open(t, corpus(), "")
	sees(b, "stops of the Tab key", `document.querySelectorAll('#drawing [tabindex="0"]').length`, 1)
	at := `document.activeElement.getAttribute("aria-label")`
	run[bool](b, `document.querySelector('#drawing [tabindex="0"]').focus() || true`)
	first := run[string](b, at)
	b.press("ArrowUp")
	second := run[string](b, at)
	if first == second {
		t.Errorf("the arrow leads nowhere from %s", first)
	}
	b.press("Enter")
	sees(b, "focus is in the panel", `document.querySelector("#panel").contains(document.activeElement)`, true)
	b.press("Escape")
	sees(b, "panel", `document.querySelector("#panel").hidden`, true)
	sees(b, "focus is back", at, second)
	b.quiet()
}

// Where the whole map would be too small to read, it opens at the listed papers.
func TestAPhoneBeginsAtTheListedPapers(t *testing.T) {
	b := open(t, graphtest.Random(5, 60), "", chromedp.EmulateViewport(360, 780))
	inside := `(() => {
		const whole = document.querySelector("#drawing").getBoundingClientRect();
		return [...document.querySelectorAll("#drawing g.node.listed")].some((g) => {
			const r = g.getBoundingClientRect();
			return r.left >= whole.left && r.right <= whole.right && r.top >= whole.top && r.bottom <= whole.bottom;
		});
	})()`
	sees(b, "a listed paper in view", inside, true)
	sees(b, "readable", `document.querySelector("#drawing svg").getScreenCTM().a >= 0.4`, true)
	b.tap("#drawing g.node.context, #drawing g.node.gap")
	sees(b, "the chosen paper in view", strings.ReplaceAll(inside, "g.node.listed", "g.chosen"), true)
	b.quiet()
}
