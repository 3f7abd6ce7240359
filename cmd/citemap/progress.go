package main

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/render"
)

// A progress tells on stderr how far the gathering is: on a terminal in one
// line that changes, elsewhere in a line for each stage that asked something.
// The line on the terminal is drawn every second, whether or not anything came.
type progress struct {
	session *session
	width   int              // of the terminal; 0: none
	clock   func() time.Time // time.Now
	stopped chan struct{}    // closed once the line is not drawn any more

	mu     sync.Mutex // of what follows, and of stderr
	ahead  int        // requests planned in all, at most
	sent   int        // of those
	now    fetch.Progress
	begun  time.Time // when the first request was due
	wait   api.Wait  // what is waited for
	since  time.Time // when that began
	ticker *time.Ticker
	open   bool // a line is on the terminal
}

// progress begins to tell of a gathering; stop ends it.
func (s *session) progress() *progress {
	width := 0
	if !s.flags.quiet && !s.flags.verbose {
		width = terminal(s.stderr)
	}
	return s.progressOn(width)
}

// progressOn tells on a terminal of that width, on none where it is 0.
func (s *session) progressOn(width int) *progress {
	p := &progress{session: s, width: width, clock: time.Now, stopped: make(chan struct{})}
	s.bar = p
	if width > 0 {
		p.ticker = time.NewTicker(time.Second)
		go p.tick()
	}
	return p
}

// tick draws the line until it is stopped.
func (p *progress) tick() {
	for {
		select {
		case <-p.stopped:
			return
		case <-p.ticker.C:
			p.mu.Lock()
			p.draw()
			p.mu.Unlock()
		}
	}
}

// stop takes the line off the terminal for good.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.width > 0 {
		p.ticker.Stop()
		close(p.stopped)
	}
	p.width = 0
	p.clear()
}

// planned notes how much is ahead, once the entries are resolved; citemap
// fetch says it.
func (s *session) planned(stages []fetch.Stage) {
	sure := slices.DeleteFunc(slices.Clone(stages), func(x fetch.Stage) bool { return x.Perhaps })
	total, exact := addUp(sure)
	s.bar.mu.Lock()
	s.bar.ahead, s.bar.sent = total, 0
	s.bar.begun = time.Time{}
	s.bar.mu.Unlock()
	if s.tellPlan && total > 0 {
		all, _ := addUp(stages)
		more := ""
		if all > total {
			more = fmt.Sprintf("; up to %d more where reference lists turn out not to be known", all-total)
		}
		s.say("planned: %s, %s%s", counted(total, exact), span(s.duration(total)), more)
	}
}

// show is told before and after each request.
func (p *progress) show(now fetch.Progress) {
	p.mu.Lock()
	if now.Stage == p.now.Stage && now.Done > p.now.Done {
		p.sent++
	}
	if p.begun.IsZero() {
		p.begun = p.clock()
	}
	p.now = now
	p.draw()
	p.mu.Unlock()
	if p.width == 0 && now.Done == now.Planned {
		p.session.say("%s: %s, %d papers known", now.Stage, counted(now.Planned, true), now.Papers)
	}
}

// await takes in what a client waits for.
func (p *progress) await(w api.Wait) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wait, p.since = w, p.clock()
	p.draw()
}

// draw puts the line on the terminal, where there is one.
func (p *progress) draw() {
	if p.width == 0 || p.now.Stage == "" {
		return
	}
	p.open = true
	fmt.Fprintf(p.session.stderr, "\r\x1b[K%s", render.Shorten(p.line(p.clock()), p.width-1))
}

// line says what is done and what is waited for. What changes from second to
// second stands first, where a narrow terminal shows it.
func (p *progress) line(now time.Time) string {
	stage := fmt.Sprintf("%s: request %d of %d, %d papers", p.now.Stage, min(p.now.Done+1, p.now.Planned), p.now.Planned, p.now.Papers)
	if left := p.left(now); left > 0 {
		stage += fmt.Sprintf(", about %s left", span(left))
	}
	if waiting := p.waiting(now); waiting != "" {
		return waiting + "; " + stage
	}
	return stage
}

// waiting says what is waited for, which attempt it is and when the next one
// is made; "" while all goes well.
func (p *progress) waiting(now time.Time) string {
	const noticed = 2 * time.Second
	w, ahead, spent := p.wait, p.wait.Next.Sub(now), now.Sub(p.since)
	switch {
	case w.Attempt == 0:
		return ""
	case w.Attempt == 1 && !w.Next.IsZero() && ahead >= noticed:
		return fmt.Sprintf("%s: next request in %s", w.Service, span(ahead))
	case w.Attempt == 1 && w.Next.IsZero() && spent >= noticed:
		return fmt.Sprintf("%s: waiting %s for the answer", w.Service, span(spent))
	case w.Attempt == 1:
		return ""
	}
	what := fmt.Sprintf("waiting %s for attempt %d", span(spent), w.Attempt)
	if !w.Next.IsZero() {
		what = fmt.Sprintf("asking again in %s, attempt %d", span(ahead), w.Attempt)
	}
	if !w.GiveUp.IsZero() {
		what += fmt.Sprintf(", giving up in %s", span(w.GiveUp.Sub(now)))
	}
	return fmt.Sprintf("%s: %s (%s)", w.Service, what, render.Clean(w.Trouble))
}

// left is how long the requests that are left will take: at the rate allowed,
// or as slowly as those until now have gone, the one under way included, and
// after what is waited for.
func (p *progress) left(now time.Time) time.Duration {
	requests := p.ahead - p.sent
	if p.ahead == 0 {
		requests = p.now.Planned - p.now.Done
	}
	if requests <= 0 {
		return 0
	}
	each := p.session.duration(1)
	if !p.begun.IsZero() {
		each = max(each, now.Sub(p.begun)/time.Duration(p.sent+1))
	}
	return time.Duration(requests)*each + max(p.wait.Next.Sub(now), 0)
}

// aside writes to stderr beside the line, which is drawn anew later.
func (p *progress) aside(write func()) {
	if p != nil {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.clear()
	}
	write()
}

// clear takes the line off the terminal.
func (p *progress) clear() {
	if p.open {
		fmt.Fprint(p.session.stderr, "\r\x1b[K")
		p.open = false
	}
}

// duration is how long requests take at the rate allowed.
func (s *session) duration(n int) time.Duration {
	return time.Duration(float64(n) / s.flags.rate * float64(time.Second))
}

// span words a duration as people do.
func span(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("%d s", max(1, int(d.Round(time.Second).Seconds())))
	}
	return fmt.Sprintf("%d min", int(d.Round(time.Minute).Minutes()))
}

// addUp adds up the requests of a plan; exact is false where it is an upper
// bound.
func addUp(stages []fetch.Stage) (total int, exact bool) {
	exact = true
	for _, stage := range stages {
		total += stage.Requests
		exact = exact && stage.Exact
	}
	return total, exact
}

func counted(n int, exact bool) string {
	word := "requests"
	if n == 1 {
		word = "request"
	}
	if !exact {
		return fmt.Sprintf("at most %d %s", n, word)
	}
	return fmt.Sprintf("%d %s", n, word)
}
