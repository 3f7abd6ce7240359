package live_test

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tab is one of a real Chromium. What its page complains of and asks others than
// its server for is kept.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu      sync.Mutex
	trouble []string
}

// browser starts Chromium; tabs are opened in it.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("the browser is not ours to look for races in")
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("needs chromium")
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("disable-quic", true), chromedp.WindowSize(1280, 900))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), flags...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil { // the tabs share it from now on
		t.Fatal(err)
	}
	return ctx
}

// tabAt opens a tab at an address of a server.
func tabAt(t *testing.T, browser context.Context, address, host string, before ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(browser)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 3*time.Minute) // what never comes is not waited for
	t.Cleanup(stop)
	b := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, func(event any) { b.listen(event, "http://"+host+"/") }); err != nil {
		t.Fatal(err)
	}
	b.do(command(network.Enable, network.EnableParams{}), command(log.Enable, cdp.Empty{}), command(runtime.Enable, cdp.Empty{}),
		command(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}))
	b.do(before...)
	b.do(chromedp.Navigate(address), chromedp.WaitReady(chromedp.CSS("#panel")))
	return b
}

// command is a command of the DevTools protocol as an action.
func command[P, R any](c cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, c, params)
		return err
	})
}

func (b *tab) listen(event any, ours string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.trouble = append(b.trouble, fmt.Sprint(e.ExceptionDetails.Text, " ", e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		b.trouble = append(b.trouble, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, ours) {
			b.trouble = append(b.trouble, "asks "+e.Request.URL)
		}
	}
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// run evaluates an expression in the page; a promise is waited for.
func run[T any](b *tab, expression string) T {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return got
}

// sees compares what an expression gives in the page.
func sees[T comparable](b *tab, what, expression string, want T) {
	b.t.Helper()
	if got := run[T](b, expression); got != want {
		b.t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// until waits for the page to answer an expression with true.
func (b *tab) until(what, expression string) {
	b.t.Helper()
	if !run[bool](b, fmt.Sprintf(`new Promise((done) => {
		const end = performance.now() + 30000;
		const look = () => { if (%s) done(true); else if (performance.now() > end) done(false); else setTimeout(look, 20); };
		look();
	})`, expression)) {
		b.t.Fatalf("%s: never; the page says %q", what, run[string](b, `document.querySelector("#desk-said").textContent + " | " + document.querySelector("#desk-notes").textContent + " | " + document.activeElement.outerHTML.slice(0, 200)`))
	}
}

// keys presses keys one after the other, as a person does.
func (b *tab) keys(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.do(chromedp.KeyEvent(k))
	}
}

// quiet checks that nothing went wrong and nobody else was asked.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.trouble) > 0 {
		b.t.Errorf("the page complains: %q", b.trouble)
	}
}
