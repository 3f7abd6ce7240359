package live

import (
	"bytes"
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/live/door"
	"citemap/render/html"
)

// pages are those of a desk.
type pages struct {
	desk *desk.Desk
	o    Options
	news *news

	drawn   atomic.Pointer[page] // the newest page whose maps are drawn
	changed struct {             // the newest part of a page that shows a change first
		sync.Mutex
		page
	}
}

// A page is one that is written, of the state of a number.
type page struct {
	number int
	bytes  []byte
}

// of gives the page of a state.
func (p *pages) of(st *desk.State) html.Page {
	r := p.o.Run(st)
	return html.Page{Findings: r.Findings, Add: p.o.Add, Lists: r.Lists, Version: r.Version, Live: &html.Live{State: st.Number}}
}

// servePage gives the newest page that is whole. Where a change is newer, the page
// hears of it and asks for what changed.
func (p *pages) serveWhole(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(p.drawn.Load().bytes) // a browser that has gone is no trouble
}

// serveChanged gives the parts of the page that show the newest change first.
func (p *pages) serveChanged(w http.ResponseWriter, r *http.Request) {
	text, err := p.newest(p.desk.State())
	if err != nil {
		door.Refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(text)
}

// newest writes these parts once, for however many ask.
func (p *pages) newest(st *desk.State) ([]byte, error) {
	p.changed.Lock()
	defer p.changed.Unlock()
	if p.changed.number == st.Number {
		return p.changed.bytes, nil
	}
	var b bytes.Buffer
	err := html.WriteChanged(&b, p.of(st))
	if err == nil {
		p.changed.page = page{st.Number, b.Bytes()}
	}
	return b.Bytes(), err
}

// draw draws the page of a state.
func (p *pages) draw(ctx context.Context, st *desk.State) error {
	studied := *st.Findings.Findings
	studied.Topics = studied.LackingTopics()
	r := p.o.Run(st)
	r.Findings = &studied
	whole, err := p.o.Pen.Drawn(ctx, r, p.o.Drawing.Titled(st.Findings.Title), p.o.Add)
	if err != nil {
		return err
	}
	whole.Live = &html.Live{State: st.Number}
	var b bytes.Buffer
	if err := html.Write(&b, whole); err != nil {
		return err
	}
	p.drawn.Store(&page{st.Number, b.Bytes()})
	return nil
}

// calm is how long nothing may have changed before the maps are drawn anew: whoever
// goes through gaps is not kept waiting by them.
const calm = 400 * time.Millisecond

// keepDrawn draws the newest state whenever there is one.
func (p *pages) keepDrawn(ctx context.Context) {
	for ctx.Err() == nil {
		st, err := p.desk.After(ctx, p.drawn.Load().number)
		if err != nil {
			return
		}
		if st = p.calmed(ctx, st); st == nil {
			return
		}
		if err := p.draw(ctx, st); err != nil && ctx.Err() == nil {
			p.news.say(func(n *newsItem) { n.Undrawn = err.Error() })
			if _, err := p.desk.After(ctx, st.Number); err != nil { // the same would fail again
				return
			}
			continue
		}
		p.news.say(func(n *newsItem) { n.Undrawn = "" })
	}
}

// calmed waits until no newer state comes, and gives the last; nil where ctx is done.
func (p *pages) calmed(ctx context.Context, st *desk.State) *desk.State {
	for {
		pause, stop := context.WithTimeout(ctx, calm)
		newer, err := p.desk.After(pause, st.Number)
		stop()
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return st
		}
		st = newer
	}
}
