package live

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"citemap/cmd/citemap/desk"
	"citemap/render/html"
)

// servePage gives the newest page that is whole. Where a change is newer, the page
// hears of it and asks for what changed.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(s.drawn.Load().bytes) // a browser that has gone is no trouble
}

// serveChanged gives the parts of the page that show the newest change first.
func (s *Server) serveChanged(w http.ResponseWriter, r *http.Request) {
	text, err := s.newest(s.desk.State())
	if err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(text)
}

// newest writes these parts once, for however many ask.
func (s *Server) newest(st *desk.State) ([]byte, error) {
	s.changed.Lock()
	defer s.changed.Unlock()
	if s.changed.number == st.Number {
		return s.changed.bytes, nil
	}
	var b bytes.Buffer
	err := html.WriteChanged(&b, s.pageOf(st))
	if err == nil {
		s.changed.page = page{st.Number, b.Bytes()}
	}
	return b.Bytes(), err
}

// draw draws the page of a state.
func (s *Server) draw(ctx context.Context, st *desk.State) error {
	studied := *st.Findings.Findings
	studied.Topics = studied.LackingTopics()
	r := s.o.Run(st)
	r.Findings = &studied
	p, err := s.o.Pen.Drawn(ctx, r, s.o.Drawing.Titled(st.Findings.Title), s.o.Add)
	if err != nil {
		return err
	}
	p.Live = &html.Live{State: st.Number}
	var b bytes.Buffer
	if err := html.Write(&b, p); err != nil {
		return err
	}
	s.drawn.Store(&page{st.Number, b.Bytes()})
	return nil
}

// calm is how long nothing may have changed before the maps are drawn anew: whoever
// goes through gaps is not kept waiting by them.
const calm = 400 * time.Millisecond

// keepDrawn draws the newest state whenever there is one.
func (s *Server) keepDrawn(ctx context.Context) {
	for ctx.Err() == nil {
		st, err := s.desk.After(ctx, s.drawn.Load().number)
		if err != nil {
			return
		}
		if st = s.calmed(ctx, st); st == nil {
			return
		}
		if err := s.draw(ctx, st); err != nil && ctx.Err() == nil {
			s.news.say(func(n *newsItem) { n.Undrawn = err.Error() })
			if _, err := s.desk.After(ctx, st.Number); err != nil { // the same would fail again
				return
			}
			continue
		}
		s.news.say(func(n *newsItem) { n.Undrawn = "" })
	}
}

// calmed waits until no newer state comes, and gives the last; nil where ctx is done.
func (s *Server) calmed(ctx context.Context, st *desk.State) *desk.State {
	for {
		pause, stop := context.WithTimeout(ctx, calm)
		newer, err := s.desk.After(pause, st.Number)
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
