// Click times what a person waits for at citemap open: from a click on Add to the list
// and gaps that follow from it, in Chromium; and what a thousand changes leave in memory.
// Its lists are the first papers of the reference lists of a field.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/chromedp"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/live"
	"citemap/cmd/citemap/service"
	"citemap/render/record"
)

func main() {
	field := flag.String("field", "../shared/graphs/hepth", "snapshot and reference lists of a field, without .snapshot.jsonl.gz and .lists.jsonl")
	clicks := flag.Int("clicks", 40, "papers added")
	changes := flag.Int("changes", 1000, "changes after which memory is measured; 0: none")
	flag.Parse()
	for _, listed := range []int{60, 500} {
		if err := measure(*field, listed, *clicks, *changes); err != nil {
			fmt.Fprintln(os.Stderr, "click:", err)
			os.Exit(1)
		}
	}
}

// measure prints a line for a list of so many papers.
func measure(field string, listed, clicks, changes int) error {
	folder, err := os.MkdirTemp("", "citemap-click")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	list := filepath.Join(folder, "list.md")
	if err := writeList(list, field+".lists.jsonl", listed); err != nil {
		return err
	}
	c := console.New(io.Discard)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	d, err := desk.Open(ctx, service.New(service.Options{Snapshot: field + ".snapshot.jsonl.gz", Rate: 1}, nil, c), edit.Run{Console: c, Files: &files.Guard{}}, []string{list}, desk.Options{})
	if err != nil {
		return err
	}
	waits, err := inBrowser(ctx, d, list, clicks)
	if err != nil {
		return err
	}
	slices.Sort(waits)
	fmt.Printf("%d listed, %d clicks: median %.0f ms, 95 of 100 within %.0f ms\n", listed, len(waits), waits[len(waits)/2], waits[len(waits)*95/100])
	return grows(ctx, d, changes)
}

// writeList writes a list of so many papers of a file of lists: those of one list of
// about that many where there is one, else of the first ones.
func writeList(name, lists string, listed int) error {
	text, err := os.ReadFile(lists)
	if err != nil {
		return err
	}
	var ids []string
	seen := map[string]bool{}
	for d := json.NewDecoder(strings.NewReader(string(text))); d.More() && len(ids) < listed; {
		var l struct{ Papers []string }
		if err := d.Decode(&l); err != nil {
			return err
		}
		for _, id := range l.Papers {
			if !seen[id] && len(ids) < listed {
				seen[id] = true
				ids = append(ids, "- "+id+"\n")
			}
		}
	}
	return os.WriteFile(name, []byte("# A list\n\n"+strings.Join(ids, "")), 0o600)
}

// inBrowser adds the first gap again and again, and gives the milliseconds until the
// page shows what follows: all but the map.
func inBrowser(ctx context.Context, d *desk.Desk, list string, clicks int) ([]float64, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	l, err := live.Listen(0)
	if err != nil {
		return nil, err
	}
	run := func(st *desk.State) record.Run {
		return record.Run{Findings: st.Findings.Findings, Lists: []string{list}}
	}
	s, err := live.New(ctx, d, l, live.Options{Run: run})
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	defer func() { stop(); <-ended }()
	tab, end := chromedp.NewExecAllocator(ctx, append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)...)
	defer end()
	tab, end = chromedp.NewContext(tab)
	defer end()
	if err := chromedp.Do(tab, chromedp.Navigate(s.Address()), chromedp.WaitReady(chromedp.CSS(".lacks .add:not(:disabled)"))); err != nil {
		return nil, err
	}
	return chromedp.Run(tab, chromedp.Evaluate[[]float64](fmt.Sprintf(clicking, clicks), chromedp.EvalAwaitPromise))
}

// clicking clicks once the map is drawn, as a person does who reads, and times until
// the next picture on the screen.
const clicking = `(async () => {
	const board = document.querySelector("#desk"), waits = [];
	const until = (is) => new Promise((done) => { const look = () => (is() ? done() : setTimeout(look, 1)); look(); });
	await until(() => document.querySelector("#desk-said").textContent);
	for (let i = 0; i < %d; i++) {
		const was = board.dataset.state, begun = performance.now();
		document.querySelector(".lacks .add").click();
		await until(() => board.dataset.state !== was);
		await new Promise(requestAnimationFrame);
		waits.push(performance.now() - begun);
		await until(() => board.dataset.drawn === board.dataset.state && !document.querySelector("[aria-busy]"));
	}
	return waits;
})()`

// grows makes changes and takes them back, and prints what they leave in memory.
func grows(ctx context.Context, d *desk.Desk, changes int) error {
	if changes == 0 {
		return nil
	}
	before := inUse()
	begun := time.Now()
	for i := 0; i < changes; i += 2 {
		st := d.State()
		if _, err := d.Add(ctx, []string{string(st.Findings.Graph.Paper(st.Findings.Gaps.Gaps[0].Node).ID)}); err != nil {
			return err
		}
		if err := d.Undo(ctx, 1); err != nil {
			return err
		}
	}
	fmt.Printf("memory: %.0f MB before, %.0f MB after %d changes, %.0f ms each\n", before, inUse(), changes, float64(time.Since(begun).Milliseconds())/float64(changes))
	return nil
}

// inUse is what is in use of memory, in MB.
func inUse() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}
