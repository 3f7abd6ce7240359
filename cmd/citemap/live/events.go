package live

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"time"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/live/door"
	"citemap/render"
)

// streams are how many pages may be told at once: nobody looks at more.
const streams = 16

// events tell pages what is new.
type events struct {
	desk  *desk.Desk
	pages *pages
	news  *news
	open  chan struct{} // has a place for each stream
}

// A bulletin is all that a page has to know to be up to date.
type bulletin struct {
	Number      int      `json:"number"` // of the newest state
	Drawn       int      `json:"drawn"`  // of the newest whose map is drawn
	List        string   `json:"list"`
	ExcludeFile string   `json:"excludeFile"`
	ReadOnly    string   `json:"readOnly"`
	Refused     string   `json:"refused"` // why nobody can be asked for more
	Undo        []string `json:"undo"`
	Happened    string   `json:"happened"`
	Trouble     string   `json:"trouble"`
	newsItem
}

// bulletin gives what is true now, and what ends when it no longer is.
func (s *events) bulletin() (bulletin, <-chan struct{}) {
	item, old := s.news.now()
	st := s.desk.State()
	b := bulletin{
		Number: st.Number, Drawn: s.pages.drawn.Load().number, List: render.Clean(filepath.Base(s.desk.To())), ReadOnly: render.Clean(st.ReadOnly),
		Refused: s.desk.Refused(), Undo: []string{}, Happened: render.Clean(st.Happened), Trouble: render.Clean(st.Trouble), newsItem: item,
	}
	if s.desk.ExcludeFile() != "" {
		b.ExcludeFile = render.Clean(filepath.Base(s.desk.ExcludeFile()))
	}
	for _, words := range st.Undo {
		b.Undo = append(b.Undo, render.Clean(words))
	}
	return b, old
}

// beat is how often a stream says that it is alive: a browser that has gone is noticed.
const beat = 15 * time.Second

// serve tells bulletins until the browser goes.
func (s *events) serve(w http.ResponseWriter, r *http.Request) {
	select {
	case s.open <- struct{}{}:
		defer func() { <-s.open }()
	default:
		w.Header().Set("Retry-After", "10")
		door.Refuse(w, http.StatusServiceUnavailable, fmt.Sprintf("%d pages are open already: close one", streams))
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	stream := http.NewResponseController(w)
	for r.Context().Err() == nil {
		b, old := s.bulletin()
		text, err := json.Marshal(b)
		if err == nil {
			err = send(w, stream, fmt.Sprintf("data: %s\n\n", text))
		}
		for err == nil && s.waits(r.Context(), b, old) {
			err = send(w, stream, ": alive\n\n")
		}
		if err != nil {
			return
		}
	}
}

// send writes to a stream, which has its own time to be read.
func send(w http.ResponseWriter, stream *http.ResponseController, text string) error {
	if err := stream.SetWriteDeadline(time.Now().Add(toAsk)); err != nil {
		return err
	}
	if _, err := w.Write([]byte(text)); err != nil {
		return err
	}
	return stream.Flush()
}

// waits waits until a bulletin is old, a beat has passed, which it reports, or ctx is
// done.
func (s *events) waits(ctx context.Context, b bulletin, old <-chan struct{}) (beats bool) {
	ctx, stop := context.WithTimeout(ctx, beat)
	defer stop()
	newer := make(chan struct{})
	go func() {
		defer close(newer)
		_, _ = s.desk.After(ctx, b.Number) // either way it is over
	}()
	select {
	case <-old:
		return false
	case <-newer:
		return ctx.Err() != nil
	}
}
