package main

import (
	"fmt"
	"slices"
	"time"

	"citemap/fetch"
)

// A progress tells on stderr how far the gathering is: on a terminal in one
// line that changes, elsewhere in a line for each stage that asked something.
type progress struct {
	session *session
	width   int // of the terminal; 0: none
	ahead   int // requests planned in all, at most
	sent    int // of those
	stage   string
	done    int  // requests of the stage
	open    bool // a line is on the terminal
}

func (s *session) progress() *progress {
	p := &progress{session: s}
	if !s.flags.quiet && !s.flags.verbose {
		p.width = terminal(s.stderr)
	}
	s.bar = p
	return p
}

// planned notes how much is ahead, once the entries are resolved; citemap
// fetch says it.
func (s *session) planned(stages []fetch.Stage) {
	sure := slices.DeleteFunc(slices.Clone(stages), func(x fetch.Stage) bool { return x.Perhaps })
	total, exact := addUp(sure)
	s.bar.ahead, s.bar.sent = total, 0
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
	if now.Stage == p.stage && now.Done > p.done {
		p.sent++
	}
	p.stage, p.done = now.Stage, now.Done
	switch {
	case p.width > 0:
		line := fmt.Sprintf("%s: request %d of %d, %d papers", now.Stage, min(now.Done+1, now.Planned), now.Planned, now.Papers)
		if left := p.ahead - p.sent; left > 0 {
			line += fmt.Sprintf(", up to %s left", span(p.session.duration(left)))
		}
		p.open = true
		fmt.Fprintf(p.session.stderr, "\r\x1b[K%s", line[:min(len(line), p.width-1)])
	case now.Done == now.Planned:
		p.session.say("%s: %s, %d papers known", now.Stage, counted(now.Planned, true), now.Papers)
	}
}

// clear takes the line off the terminal.
func (p *progress) clear() {
	if p != nil && p.open {
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
