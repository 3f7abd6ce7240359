package scan

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/library/cursor"
	"citemap/graph"
)

// A text is a snapshot whose papers are read when they are asked for.
type text struct {
	source
	decode func(line []byte) (graph.Paper, error)
	ids    *ids
	days   []graph.Day
	begin  []int64  // of the line of each paper
	long   []uint32 // bytes of it
	hashes []uint32 // of names
	bearer []uint32 // the place of the paper of each of hashes

	mu  sync.Mutex
	err error // the first
}

func newText(m *merged) *text {
	t := &text{source: m.source, decode: m.o.Decode, ids: m.ids, begin: make([]int64, len(m.papers)), long: make([]uint32, len(m.papers))}
	names := 0
	for _, r := range m.readers {
		names += len(r.found.names)
	}
	t.hashes, t.bearer = make([]uint32, 0, names), make([]uint32, 0, names)
	for place, p := range m.papers {
		f := &m.readers[p.reader].found
		t.begin[place], t.long[place] = f.at[p.row], f.long[p.row]
	}
	for i, r := range m.readers {
		for _, n := range r.found.names {
			t.hashes = append(t.hashes, n.hash)
			t.bearer = append(t.bearer, *m.slot(i, r.found.rows[n.place].id))
		}
	}
	return t
}

// serve makes columns read from the text.
func (t *text) serve(c *graph.Columns) {
	t.days = c.Days
	c.ID, c.Own = t.ids.of, t.ids.find
	c.Names, c.Read, c.Title, c.Match, c.Err = t.names, t.read, t.title, t.match, t.failure
}

// names gives the places of papers that bear a name in lower case, or one with the
// same hash.
func (t *text) names(name string) []int {
	var places []int
	if place, found := t.ids.find(graph.PaperID(name)); found {
		places = append(places, place)
	}
	hash := hashOf("", name)
	for i, h := range t.hashes {
		if h == hash {
			places = append(places, int(t.bearer[i]))
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// read reads a paper. One that is not what it was has its id and date alone, and
// failure says so.
func (t *text) read(place int) graph.Paper {
	id := t.ids.of(place)
	line, err := t.source.text(t.begin[place], t.long[place])
	if err == nil {
		var p graph.Paper
		if p, err = t.decode(line); err == nil && p.ID == id {
			return p
		}
	}
	t.fail(fmt.Errorf("read paper %s again: %w", id, changed(err)))
	return graph.Paper{ID: id, Date: t.days[place].Date()}
}

func changed(err error) error {
	if err == nil {
		return fmt.Errorf("the file has changed since this run began")
	}
	return fmt.Errorf("the file has changed since this run began: %w", err)
}

// title reads the title of a paper.
func (t *text) title(place int) string {
	line, err := t.source.text(t.begin[place], t.long[place])
	if err == nil {
		if title, ok := titleOf(line); ok {
			return title
		}
	}
	return t.read(place).Title
}

// titleOf finds the title in a line that encoding/json has nothing to say about. It
// is as clean as what graph.Paper has.
func titleOf(line []byte) (title string, ok bool) {
	c := &cursor.Cursor{B: line}
	met := 0
	whole := c.Object(func(key []byte, plain bool) bool {
		if string(key) != "title" {
			return plain && !strings.EqualFold(string(key), "title") && c.Value(0)
		}
		if met++; c.Null() {
			return true
		}
		raw, plain, ok := c.Text()
		title = strings.TrimSpace(string(raw))
		return ok && plain && utf8.Valid(raw) && !bytes.ContainsFunc(raw, unicode.IsControl)
	})
	return title, whole && met < 2
}

func (t *text) fail(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err == nil {
		t.err = err
	}
}

func (t *text) failure() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

// match reads the titles of all papers, on all cores.
func (t *text) match(wanted func(title string) bool) []int {
	spans := runtime.GOMAXPROCS(0)
	found := make([][]int, spans)
	var work sync.WaitGroup
	for i := range spans {
		work.Go(func() {
			for place := len(t.begin) * i / spans; place < len(t.begin)*(i+1)/spans; place++ {
				if wanted(t.title(place)) {
					found[i] = append(found[i], place)
				}
			}
		})
	}
	work.Wait()
	return slices.Concat(found...)
}
