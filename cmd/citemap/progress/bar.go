// Package progress tells on the console how far a gathering is.
package progress

import (
	"fmt"
	"sync"
	"time"

	"citemap/cmd/citemap/console"
	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/render"
)

// A Bar tells how far a gathering is: on a terminal in one line that changes,
// elsewhere in a line for each stage that asked something. The line on the
// terminal is drawn every second, whether or not anything came. A nil Bar tells
// nothing of what is waited for.
type Bar struct {
	console *console.Console
	rate    float64       // requests a second that are allowed
	width   int           // of the terminal; 0: none
	stopped chan struct{} // closed once the line is not drawn any more

	mu     sync.Mutex // of what follows
	ahead  int        // requests planned in all, at most
	sent   int        // of those
	now    fetch.Progress
	begun  time.Time // when the first request was due
	wait   api.Wait  // what is waited for
	since  time.Time // when that began
	ticker *time.Ticker
}

// Start begins to tell of a gathering at a rate of requests a second; Stop ends
// it.
func Start(c *console.Console, rate float64) *Bar { return startOn(c, rate, c.LineWidth()) }

// startOn tells on a terminal of that width, on none where it is 0.
func startOn(c *console.Console, rate float64, width int) *Bar {
	b := &Bar{console: c, rate: rate, width: width, stopped: make(chan struct{})}
	if width > 0 {
		b.ticker = time.NewTicker(time.Second)
		go b.tick()
	}
	return b
}

// tick draws the line until it is stopped.
func (b *Bar) tick() {
	for {
		select {
		case <-b.stopped:
			return
		case <-b.ticker.C:
			b.mu.Lock()
			b.draw()
			b.mu.Unlock()
		}
	}
}

// Stop takes the line off the terminal for good. It may be called again.
func (b *Bar) Stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.width > 0 {
		b.ticker.Stop()
		close(b.stopped)
	}
	b.width = 0
	b.console.Clear()
}

// Planned takes in how much is ahead, once the entries are resolved.
func (b *Bar) Planned(stages []fetch.Stage) {
	total, _ := Requests(certain(stages))
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ahead, b.sent = total, 0
	b.begun = time.Time{}
}

// Show is told before and after each request.
func (b *Bar) Show(now fetch.Progress) {
	b.mu.Lock()
	if now.Stage == b.now.Stage && now.Done > b.now.Done {
		b.sent++
	}
	if b.begun.IsZero() {
		b.begun = time.Now()
	}
	b.now = now
	b.draw()
	lines := b.width == 0
	b.mu.Unlock()
	if lines && now.Done == now.Planned {
		b.console.Say("%s: %s, %d papers known", now.Stage, Count(now.Planned, true), now.Papers)
	}
}

// Await takes in what a client waits for.
func (b *Bar) Await(w api.Wait) {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.wait, b.since = w, time.Now()
	b.draw()
}

// draw puts the line on the terminal, where there is one.
func (b *Bar) draw() {
	if b.width > 0 && b.now.Stage != "" {
		b.console.Show(render.Shorten(b.line(time.Now()), b.width-1))
	}
}

// line says what is done and what is waited for. What changes from second to
// second stands first, where a narrow terminal shows it.
func (b *Bar) line(now time.Time) string {
	stage := fmt.Sprintf("%s: request %d of %d, %d papers", b.now.Stage, min(b.now.Done+1, b.now.Planned), b.now.Planned, b.now.Papers)
	if left := b.left(now); left > 0 {
		stage += fmt.Sprintf(", about %s left", Span(left))
	}
	if waiting := b.waiting(now); waiting != "" {
		return waiting + "; " + stage
	}
	return stage
}

// waiting says what is waited for, which attempt it is and when the next one
// is made; "" while all goes well.
func (b *Bar) waiting(now time.Time) string {
	const noticed = 2 * time.Second
	w, ahead, spent := b.wait, b.wait.Next.Sub(now), now.Sub(b.since)
	switch {
	case w.Attempt == 0:
		return ""
	case w.Attempt == 1 && !w.Next.IsZero() && ahead >= noticed:
		return fmt.Sprintf("%s: next request in %s", w.Service, Span(ahead))
	case w.Attempt == 1 && w.Next.IsZero() && spent >= noticed:
		return fmt.Sprintf("%s: waiting %s for the answer", w.Service, Span(spent))
	case w.Attempt == 1:
		return ""
	}
	what := fmt.Sprintf("waiting %s for attempt %d", Span(spent), w.Attempt)
	if !w.Next.IsZero() {
		what = fmt.Sprintf("asking again in %s, attempt %d", Span(ahead), w.Attempt)
	}
	if !w.GiveUp.IsZero() {
		what += fmt.Sprintf(", giving up in %s", Span(w.GiveUp.Sub(now)))
	}
	return fmt.Sprintf("%s: %s (%s)", w.Service, what, render.Clean(w.Trouble))
}

// left is how long the requests that are left will take: at the rate allowed,
// or as slowly as those until now have gone, the one under way included, and
// after what is waited for.
func (b *Bar) left(now time.Time) time.Duration {
	requests := b.ahead - b.sent
	if b.ahead == 0 {
		requests = b.now.Planned - b.now.Done
	}
	if requests <= 0 {
		return 0
	}
	each := Duration(1, b.rate)
	if !b.begun.IsZero() {
		each = max(each, now.Sub(b.begun)/time.Duration(b.sent+1))
	}
	return time.Duration(requests)*each + max(b.wait.Next.Sub(now), 0)
}
