package html_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
	"citemap/graph/study"
)

// lacking is a list of twelve papers, most of which cite seven papers off the list,
// in a field of others. Names and titles are as long as usual.
func lacking() *graph.Corpus {
	var listed []string
	papers := []graph.Paper{graphtest.Paper("other0@1990"), graphtest.Paper("other1@1991")}
	for i := range 12 {
		references := []string{"other0", "other1"}
		for k := range 7 {
			if i >= k/2 {
				references = append(references, fmt.Sprintf("lack%d", k))
			}
		}
		if i > 0 {
			references = append(references, fmt.Sprintf("list%d", i-1))
		}
		listed = append(listed, fmt.Sprintf("list%d", i))
		papers = append(papers, graphtest.Cites(fmt.Sprintf("list%d@%d", i, 2010+i/2), references...))
	}
	for k := range 7 {
		papers = append(papers, graphtest.Paper(fmt.Sprintf("lack%d@%d", k, 2003+k/3)))
	}
	for i := range 60 {
		papers = append(papers, graphtest.Cites(fmt.Sprintf("field%d@%d", i, 2012+i/20),
			fmt.Sprintf("lack%d", i%7), fmt.Sprintf("lack%d", (i+1)%7), fmt.Sprintf("list%d", i%12), fmt.Sprintf("list%d", (i+5)%12), "other0"))
	}
	for i := range papers {
		p := &papers[i]
		p.Title = fmt.Sprintf("A title of the usual length that goes on for a good while, of %s", p.ID)
		p.Authors = []string{"Ann Family" + string(rune('a'+i%26)), "Bo Ek", "Cy Ju"}
		p.URL = "https://example.org/" + string(p.ID)
	}
	return graphtest.Corpus(strings.Join(listed, " "), papers...)
}

// screens are those of a desk, a tablet and a phone.
var screens = []struct{ width, height int64 }{{1280, 720}, {768, 1024}, {390, 844}}

// The first screen answers: what is missing, why, what carries the field, and how
// it hangs together.
func TestTheFirstScreenIsTheAnswer(t *testing.T) {
	for _, s := range screens {
		t.Run(fmt.Sprintf("%d x %d", s.width, s.height), func(t *testing.T) {
			b := open(t, lacking(), "", chromedp.EmulateViewport(s.width, s.height))
			sees(b, "title", `(() => { const r = document.querySelector("h1").getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()`, true)
			sees(b, "gaps with a line of why", `[...document.querySelectorAll(".first.gaps li")].filter((li) => { const r = li.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && li.querySelector(".line").textContent.length > 10; }).length`, 5)
			sees(b, "papers that carry the field", `[...document.querySelectorAll(".carry li")].filter((li) => li.getBoundingClientRect().bottom <= innerHeight).length`, 5)
			sees(b, "part of the map", `(() => { const r = document.querySelector("#glance").getBoundingClientRect(); return r.top + 60 <= innerHeight && r.width > 300; })()`, true)
			b.quiet()
		})
	}
}

// Only what is strong is called missing; the rest waits behind a button.
func TestOnlyStrongGapsAreCalledMissing(t *testing.T) {
	n := map[gap.Strength]int{}
	f := study.Of(lacking(), study.Options{})
	for _, x := range f.Gaps.Gaps {
		n[x.Strength]++
	}
	if n[gap.Strong] < 5 || n[gap.Context] == 0 {
		t.Fatalf("the corpus has gaps of %v", n)
	}
	b := open(t, lacking(), "")
	rows := `document.querySelectorAll("#gaps tbody tr").length`
	sees(b, "said", `document.querySelector(".lacks .lede").textContent.split(".")[0]`, fmt.Sprintf("%d papers off the list probably belong on it", n[gap.Strong]))
	sees(b, "rows", rows, n[gap.Strong])
	sees(b, "buttons", `[...document.querySelectorAll("#gaps .parts button")].map((b) => b.textContent).join(", ")`,
		fmt.Sprintf("strong %d, worth a look %d, context %d, Any strength %d", n[gap.Strong], n[gap.WorthALook], n[gap.Context], len(f.Gaps.Gaps)))
	b.every()
	sees(b, "all", `document.querySelector("#gaps .count").textContent`, fmt.Sprintf("1–25 of %d", len(f.Gaps.Gaps)))
	sees(b, "called missing", `[...document.querySelectorAll("#gaps .mark.context")].length > 0 && !document.querySelector("#gaps tbody").textContent.includes("issing")`, true)
	b.quiet()
}

func TestNoStrongGapIsSaidPlainly(t *testing.T) {
	got := string(page(t, graphtest.Corpus("a", graphtest.Cites("a@2020", "b"), graphtest.Paper("b@2010"))))
	if !regexp.MustCompile(`<p class="lede">No paper (is surely|looks) missing`).MatchString(got) {
		t.Error("the page does not say that nothing is surely missing")
	}
}

func TestNothingScrollsSideways(t *testing.T) {
	for what, c := range map[string]*graph.Corpus{"lacking": lacking(), "nasty": graphtest.Nasty()} {
		t.Run(what, func(t *testing.T) {
			b := open(t, c, "")
			for width := int64(320); width <= 1400; width += 72 {
				b.do(chromedp.EmulateViewport(width, 800))
				sees(b, fmt.Sprintf("at %d", width), `document.documentElement.scrollWidth`, int(width))
			}
			b.quiet()
		})
	}
}

// On paper the map has a page of its own, across, and only the surest gaps stand.
func TestPrints(t *testing.T) {
	b := open(t, lacking(), "")
	b.every()
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	across := 0
	for _, m := range regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`).FindAllSubmatch(pdf, -1) {
		if len(m[1]) == len(m[2]) && bytes.Compare(m[1], m[2]) > 0 {
			across++
		}
	}
	if across != 1 {
		t.Errorf("%d pages lie across, want that of the map", across)
	}
	run[bool](b, `dispatchEvent(new Event("beforeprint"))`)
	sees(b, "only the surest", `document.querySelectorAll("#gaps tbody .mark:not(.strong)").length`, 0)
	run[bool](b, `dispatchEvent(new Event("afterprint"))`)
	sees(b, "all again", `document.querySelectorAll("#gaps tbody .mark:not(.strong)").length > 0`, true)
	b.quiet()
}

// A reader sees where on the map a paper of a table is, and may go there.
func TestATablesPaperShowsItsPlaceOnTheMap(t *testing.T) {
	b := open(t, lacking(), "")
	b.click("#gaps tbody td a")
	sees(b, "a piece of the map", `(() => { const r = document.querySelector("#panel .near").getBoundingClientRect(); return r.width > 200 && r.height > 80; })()`, true)
	run[bool](b, `[...document.querySelectorAll("#panel button")].find((x) => x.textContent === "Show on the map").click() || true`)
	b.until("the map is there", `(() => { const r = document.querySelector("#drawing g.node.chosen").getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()`)
	b.quiet()
}

// The view follows the years that are chosen, and comes back.
func TestSlidersFitTheView(t *testing.T) {
	b := open(t, lacking(), "")
	box := `document.querySelector("#drawing svg").getAttribute("viewBox")`
	before := run[string](b, box)
	b.typed("#from", "2012")
	if run[string](b, box) == before {
		t.Error("the view stays though most papers went")
	}
	sees(b, "all shown are in view", `(() => { const f = document.querySelector("#drawing").getBoundingClientRect(); return [...document.querySelectorAll("#drawing g.node[id^=paper-]:not(.off)")].every((g) => { const r = g.getBoundingClientRect(); return r.left >= f.left - 1 && r.right <= f.right + 1; }); })()`, true)
	b.typed("#from", "1900")
	sees(b, "whole again", box, before)
	b.quiet()
}

// A row that is pointed at shows its box on the map beside it.
func TestARowShowsItsBox(t *testing.T) {
	b := open(t, lacking(), "")
	chosen := `document.querySelectorAll("#glance g.chosen").length`
	run[bool](b, `document.querySelector(".first.gaps li").dispatchEvent(new PointerEvent("pointerenter"))`)
	sees(b, "its box", chosen, 1)
	run[bool](b, `document.querySelector(".first.gaps li").dispatchEvent(new PointerEvent("pointerleave"))`)
	sees(b, "no box", chosen, 0)
	b.quiet()
}
