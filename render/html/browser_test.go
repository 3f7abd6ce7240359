package html_test

import (
	"context"
	"errors"
	"fmt"
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

// chromium is the one that all tests share, for it takes longer to start than most looks
// at a page. Each page has a profile and a window of its own in it.
var chromium struct {
	once sync.Once
	ctx  context.Context
	err  error
}

func startChromium() {
	path, err := exec.LookPath("chromium")
	if err != nil {
		chromium.err = err
		return
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.WindowSize(1300, 900))
	ctx, _ := chromedp.NewExecAllocator(context.Background(), flags...)
	chromium.ctx, _ = chromedp.NewContext(ctx) // both end with endChromium
	chromium.err = chromedp.Do(chromium.ctx)
}

// endChromium is for the end of all tests.
func endChromium() {
	if chromium.ctx != nil {
		_ = chromedp.Cancel(chromium.ctx)
	}
}

func open(t *testing.T, c *graph.Corpus, fragment string, before ...chromedp.Action[chromedp.Void]) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("the browser is not ours to look for races in")
	}
	chromium.once.Do(startChromium)
	if errors.Is(chromium.err, exec.ErrNotFound) {
		t.Skip("needs chromium")
	}
	if chromium.err != nil {
		t.Fatal(chromium.err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, page(t, c), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := chromedp.NewContext(chromium.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	b := &browser{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.do(command(network.Enable, network.EnableParams{}), command(log.Enable, cdp.Empty{}), command(runtime.Enable, cdp.Empty{}),
		command(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}))
	b.do(before...)
	b.do(chromedp.Navigate("file://"+file+fragment), chromedp.WaitReady(chromedp.CSS("#panel")))
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

// typed puts text into a field as a reader would.
func (b *browser) typed(selector, text string) {
	b.t.Helper()
	run[bool](b, fmt.Sprintf(`(() => { const f = document.querySelector(%q); f.value = %q; return f.dispatchEvent(new Event("input", {bubbles: true})) && f.dispatchEvent(new Event("change", {bubbles: true})); })()`, selector, text))
}

// press presses a key on what has the focus.
func (b *browser) press(key string) {
	b.t.Helper()
	run[bool](b, fmt.Sprintf(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: %q, bubbles: true, cancelable: true})) || true`, key))
}

// tap clicks on a part of the drawing.
func (b *browser) tap(selector string) {
	b.t.Helper()
	run[bool](b, fmt.Sprintf(`document.querySelector(%q).dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})) || true`, selector))
}

// until waits for the browser to answer an expression with true: the page's own
// history, clipboard and files take their time.
func (b *browser) until(what, expression string) {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](fmt.Sprintf(`(async () => {
		for (let i = 0; i < 300; i++) { if (%s) return true; await new Promise(requestAnimationFrame); }
		return false;
	})()`, expression), chromedp.EvalAwaitPromise))
	if err != nil || !got {
		b.t.Errorf("%s: %v, %v", what, got, err)
	}
}
