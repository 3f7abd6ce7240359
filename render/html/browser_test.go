package html_test

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"citemap/graph"
	"citemap/graph/graphtest"
)

// A browser is a real Chromium with the page of a corpus in it. What the page
// complains of and asks the network for is kept.
type browser struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	trouble  []string
	requests []string
}

func open(t *testing.T, c *graph.Corpus, fragment string, before ...chromedp.Action[chromedp.Void]) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("needs chromium")
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, page(t, c), 0o644); err != nil {
		t.Fatal(err)
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.WindowSize(1300, 900))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), flags...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	b := &browser{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.do(command(network.Enable, network.EnableParams{}), command(log.Enable, cdp.Empty{}), command(runtime.Enable, cdp.Empty{}))
	b.do(before...)
	b.do(chromedp.Navigate("file://"+file+fragment), chromedp.WaitReady(chromedp.CSS("#data")))
	return b
}

// command is a command of the DevTools protocol as an action.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, c, params)
		return err
	})
}

func (b *browser) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.trouble = append(b.trouble, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		b.trouble = append(b.trouble, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.trouble = append(b.trouble, "console."+string(e.Type))
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "file://") {
			b.requests = append(b.requests, e.Request.URL)
		}
	}
}

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// run evaluates an expression in the page.
func run[T any](b *browser, expression string) T {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return got
}

// sees evaluates an expression in the page and compares what it gives.
func sees[T comparable](b *browser, what, expression string, want T) {
	b.t.Helper()
	if got := run[T](b, expression); got != want {
		b.t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// click clicks on what a selector names.
func (b *browser) click(selector string) { b.t.Helper(); b.do(chromedp.Click(chromedp.CSS(selector))) }

// quiet checks that nothing was asked for and nothing went wrong.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.trouble) > 0 || len(b.requests) > 0 {
		b.t.Errorf("console: %q, requests: %q", b.trouble, b.requests)
	}
}

// corpus is a list of two with three papers around it.
func corpus() *graph.Corpus {
	named := func(p graph.Paper, title, author string) graph.Paper {
		p.Title, p.Authors = title, []string{author}
		return p
	}
	return graphtest.Corpus("a b",
		named(graphtest.Cites("a@2021", "b", "old", "gap"), "Alpha of the list", "Ann Lee"),
		named(graphtest.Cites("b@2020", "old", "gap"), "Beta of the list", "Bo Ek"),
		named(graphtest.Paper("old@1999"), "Über alte Größen", "Cy Ju"),
		named(graphtest.Cites("gap@2018", "old"), "The gap", "Di Ko"))
}

func TestBrowser(t *testing.T) {
	b := open(t, corpus(), "")
	sees(b, "papers drawn", `document.querySelectorAll("#drawing g.node[id^=paper-]").length`, 4)
	sees(b, "tools shown", `!document.querySelector(".tools").hidden`, true)

	b.do(chromedp.SendKeys(chromedp.CSS("#search"), "uber"))
	sees(b, "rows found", `document.querySelectorAll("#influence tbody tr:not(.off)").length`, 1)
	sees(b, "papers lit", `document.querySelectorAll("#drawing g.node.on").length`, 1)
	sees(b, "what was found", `document.querySelector("#found").textContent.startsWith("1 on the map")`, true)
	run[bool](b, `(() => { const s = document.querySelector("#search"); s.value = ""; return s.dispatchEvent(new Event("input")); })()`)
	sees(b, "rows after the search", `document.querySelectorAll("tbody tr.off").length`, 0)

	run[bool](b, `document.querySelector("#drawing g.node.gap").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`)
	sees(b, "panel open", `!document.querySelector("#panel").hidden`, true)
	sees(b, "panel says why", `/Gap number \d/.test(document.querySelector("#panel").textContent)`, true)
	sees(b, "deep link", `location.hash.startsWith("#paper=")`, true)
	b.click("#panel .close")
	sees(b, "panel closed", `document.querySelector("#panel").hidden`, true)

	run[bool](b, `document.querySelector("#drawing g.node.listed").dispatchEvent(new PointerEvent("pointerenter"))`)
	sees(b, "a paper under the pointer lights up its neighbours", `document.querySelectorAll("#drawing g.node.on").length > 1`, true)

	first := `document.querySelector("#influence tbody tr td:nth-child(4)").textContent`
	b.click("#influence th:nth-child(4) button")
	sees(b, "newest first", first, "2021")
	b.click("#influence th:nth-child(4) button")
	sees(b, "oldest first", first, "1999")

	width := `document.querySelector("#drawing svg").viewBox.baseVal.width`
	whole := run[float64](b, width)
	b.click("#closer")
	if closer := run[float64](b, width); closer >= whole {
		t.Errorf("zoomed in, the view is %v wide, the whole map %v", closer, whole)
	}
	b.click("#whole")
	sees(b, "the whole map again", width, whole)
	b.quiet()
}

func TestDeepLinkOpensThePaper(t *testing.T) {
	b := open(t, corpus(), "#paper="+url.QueryEscape("gap"))
	sees(b, "panel", `document.querySelector("#panel h3").textContent`, "The gap")
	b.quiet()
}

func TestDarkModeHasContrast(t *testing.T) {
	dark := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}}
	b := open(t, corpus(), "", command(emulation.SetEmulatedMedia, dark))
	sees(b, "ground", `getComputedStyle(document.body).backgroundColor`, "rgb(15, 23, 42)")
	sees(b, "ink", `getComputedStyle(document.body).color`, "rgb(226, 232, 240)")
	sees(b, "the map stays on white", `getComputedStyle(document.querySelector("#drawing")).backgroundColor`, "rgb(255, 255, 255)")
	b.quiet()
}

func TestWithoutScriptsAllIsThere(t *testing.T) {
	scripts := func(off bool) chromedp.Action[chromedp.Void] {
		return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
	}
	b := open(t, corpus(), "", scripts(true))
	b.do(scripts(false)) // to look at what is there; the page's own script has had its chance
	sees(b, "map", `document.querySelectorAll("#drawing g.node[id^=paper-]").length`, 4)
	sees(b, "tables", `document.querySelectorAll("table").length`, 3)
	sees(b, "no dead tools", `document.querySelector(".tools").hidden && document.querySelector(".search").hidden`, true)
	b.quiet()
}

// Where the whole map would be too small to read, it opens at the listed papers.
func TestAPhoneBeginsAtTheListedPapers(t *testing.T) {
	b := open(t, graphtest.Random(5, 60), "", chromedp.EmulateViewport(390, 844))
	inside := `(() => {
		const whole = document.querySelector("#drawing").getBoundingClientRect();
		return [...document.querySelectorAll("#drawing g.node.listed")].some((g) => {
			const r = g.getBoundingClientRect();
			return r.left >= whole.left && r.right <= whole.right && r.top >= whole.top && r.bottom <= whole.bottom;
		});
	})()`
	sees(b, "a listed paper in view", inside, true)
	sees(b, "readable", `document.querySelector("#drawing svg").getScreenCTM().a >= 0.5`, true)
	run[bool](b, `document.querySelector("#drawing g.node.context, #drawing g.node.gap").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}))`)
	sees(b, "the chosen paper in view", strings.ReplaceAll(inside, "g.node.listed", "g.chosen"), true)
	b.quiet()
}

func TestAPhoneNeedsNoSidewaysScrolling(t *testing.T) {
	b := open(t, graphtest.Nasty(), "", chromedp.EmulateViewport(390, 844))
	sees(b, "width", `document.documentElement.scrollWidth <= 390`, true)
	b.quiet()
}
