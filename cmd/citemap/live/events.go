package live

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"citemap/fetch"
	"citemap/render"
)

// A newsItem is what is going on beside the states of the desk.
type newsItem struct {
	Undrawn string    `json:"undrawn"` // why the newest map was not drawn; "": it was, or is being
	Asking  *progress `json:"asking"`  // nil: nobody is asked for more
	Asked   string    `json:"asked"`   // what ended the last time before its end; "": nothing
}

type progress struct {
	Stage   string `json:"stage"`
	Done    int    `json:"done"`
	Planned int    `json:"planned"`
	Papers  int    `json:"papers"`
}

func progressOf(p fetch.Progress) *progress {
	return &progress{render.Clean(p.Stage), p.Done, p.Planned, p.Papers}
}

// news tells newsItems to however many listen.
type news struct {
	mu   sync.Mutex
	item newsItem
	old  chan struct{} // closed once there is a newer one
}

func newNews() *news { return &news{old: make(chan struct{})} }

// say changes what is going on.
func (n *news) say(change func(*newsItem)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	change(&n.item)
	close(n.old)
	n.old = make(chan struct{})
}

// now gives what is going on, and what is closed when it is no longer true.
func (n *news) now() (newsItem, <-chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.item, n.old
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
func (s *Server) bulletin() (bulletin, <-chan struct{}) {
	item, old := s.news.now()
	st := s.desk.State()
	b := bulletin{
		Number: st.Number, Drawn: s.drawn.Load().number, List: render.Clean(filepath.Base(s.desk.To())), ReadOnly: render.Clean(st.ReadOnly),
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

// serveEvents tells bulletins until the browser goes.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	select {
	case s.open <- struct{}{}:
		defer func() { <-s.open }()
	default:
		w.Header().Set("Retry-After", "10")
		refuse(w, http.StatusServiceUnavailable, fmt.Sprintf("%d pages are open already: close one", streams))
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
func (s *Server) waits(ctx context.Context, b bulletin, old <-chan struct{}) (beats bool) {
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
