package live

import (
	"sync"

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
