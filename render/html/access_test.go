package html_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"citemap/graph/graphtest"
)

// scripts turns the page's scripts off or on.
func scripts(off bool) chromedp.Action[chromedp.Void] {
	return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
}

// prefers sets a preference of the reader's system.
func prefers(feature, value string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}})
}

// contrast is the least ratio of contrast between the text of a box that is
// selected and its fill, by WCAG 2.
const contrast = `(selector, ground) => {
	const light = (c) => { const [r, g, b] = c.match(/[\d.]+/g).map(Number).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	return Math.min(...[...document.querySelectorAll(selector)].map((text) => {
		const box = ground || getComputedStyle(text.parentElement.querySelector("path")).fill;
		const [a, b] = [light(getComputedStyle(text).fill), light(box)];
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}));
}`

func TestDarkModeIsDarkAndLegible(t *testing.T) {
	b := open(t, graphtest.Random(5, 60), "", prefers("prefers-color-scheme", "dark"))
	for _, what := range []string{"document.body", `document.querySelector("#drawing")`} {
		sees(b, what+" is dark", `getComputedStyle(`+what+`).backgroundColor.match(/\d+/g).every((v) => v < 64)`, true)
	}
	sees(b, "labels", `(`+contrast+`)("#drawing g.node:not(.year) text") >= 4.5`, true)
	sees(b, "years", `(`+contrast+`)("#drawing g.year text", getComputedStyle(document.querySelector("#drawing")).backgroundColor) >= 4.5`, true)
	b.quiet()
}

func TestWithoutScriptsAllIsThere(t *testing.T) {
	b := open(t, corpus(), "", scripts(true))
	b.do(scripts(false)) // to look at what is there; the page's own script has had its chance
	sees(b, "map", shownPapers, 4)
	sees(b, "tables", `document.querySelectorAll("table").length`, 4)
	sees(b, "rows", `document.querySelectorAll("#influence tbody tr").length`, 4)
	sees(b, "no dead tools", `[...document.querySelectorAll("button, input, select")].every((e) => !e.checkVisibility())`, true)
	b.quiet()
}

func TestAPhoneNeedsNoSidewaysScrolling(t *testing.T) {
	for _, off := range []bool{false, true} {
		b := open(t, graphtest.Nasty(), "", chromedp.EmulateViewport(360, 780), scripts(off))
		b.do(scripts(false))
		sees(b, "width", `document.documentElement.scrollWidth`, 360)
		b.quiet()
	}
}

// A page is usable before a second has gone by.
func TestThePageComesToLifeAtOnce(t *testing.T) {
	b := open(t, many(2000), "")
	sees(b, "ready", `document.documentElement.dataset.ready`, "yes")
	t.Logf("interactive after %.0f ms", run[float64](b, `performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`))
	b.quiet()
}

// No rule of axe-core of serious or critical weight is broken, with the panel
// shut and open, and while a reader searches and ticks, in light and dark, on a desk and a phone.
func TestAxe(t *testing.T) {
	file := os.Getenv("CITEMAP_AXE")
	if file == "" {
		t.Skip("needs CITEMAP_AXE, the path of axe-core's axe.min.js")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 360} {
			for what, fragment := range map[string]string{"shut": "", "open": "#paper-gap", "busy": ""} {
				t.Run(fmt.Sprintf("%s %s at %d", scheme, what, width), func(t *testing.T) {
					b := open(t, many(60), fragment, prefers("prefers-color-scheme", scheme), chromedp.EmulateViewport(width, 800),
						command(cdppage.SetBypassCSP, cdppage.SetBypassCSPParams{Enabled: true}))
					if what == "busy" {
						b.tick(".answer .tick")
						b.typed("#search", "list")
						run[bool](b, `document.querySelector("#search").focus() || true`)
					}
					run[bool](b, string(axe)+"; true")
					got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`axe.run().then((r) => r.violations
						.filter((v) => v.impact === "serious" || v.impact === "critical")
						.map((v) => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message || "")).join(" ; ")).join("\n"))`, chromedp.EvalAwaitPromise))
					if err != nil || got != "" {
						t.Errorf("%s, %v", got, err)
					}
				})
			}
		}
	}
}
