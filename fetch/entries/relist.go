package entries

import (
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
)

// Relist gives a gathered corpus with the entries that its lists have now. Nobody is
// asked: an entry that was there keeps what became of it, a new one is looked for
// among the papers of the corpus, by its ids and then by its title, and is unasked
// where it is none of them. The corpus given is not changed.
func Relist(of *graph.Corpus, listed []graph.Entry) *graph.Corpus {
	c := *of
	c.Entries, c.Remembered = make([]graph.Entry, len(listed)), map[int]graph.Date{}
	r := relisting{of: of, index: of.Index(), before: map[string]int{}}
	for i := range of.Entries {
		if name := identity(&of.Entries[i]); len(name) > 1 {
			r.before[name] = i
		}
	}
	for i := range listed {
		c.Entries[i] = r.found(listed[i])
	}
	Reconcile(&c)
	for i := range c.Entries {
		if e := &c.Entries[i]; e.Status == graph.StatusUnasked {
			if day, remembered := r.unresolved(e); remembered {
				c.Remembered[i] = day
			}
		}
	}
	return &c
}

// A relisting looks entries up in a corpus.
type relisting struct {
	of     *graph.Corpus
	index  graph.Index
	before map[string]int // the entries that it had, by identity
}

// identity is what an entry is known by when its list is read again: lines move.
func identity(e *graph.Entry) string {
	names := []string{titles.Key(e.Title)}
	for _, id := range e.IDs {
		names = append(names, id.String())
	}
	return strings.Join(names, "\n")
}

// found gives an entry with its paper, if it has one.
func (r *relisting) found(e graph.Entry) graph.Entry {
	ids := e.Lookups()
	for _, id := range ids {
		if place, found := r.index.Find(id); found {
			e.Status, e.Paper = graph.StatusResolved, r.of.At(place).ID
			return e
		}
	}
	if i, known := r.before[identity(&e)]; known {
		if old := &r.of.Entries[i]; old.Paper != "" {
			e.Status, e.Paper, e.UnknownID = graph.StatusResolved, old.Paper, old.UnknownID
			if old.UnknownID {
				e.Note, _, _ = strings.Cut(old.Note, "; ") // what is said beyond that is found anew
			}
		}
		return e
	}
	if len(ids) > 0 {
		return e
	}
	if p := r.titled(&e); p != nil {
		e.Status, e.Paper = graph.StatusResolved, p.ID
	}
	return e
}

// titled gives the paper of the corpus whose title an entry has; nil where there is
// none, or where year or people speak against it.
func (r *relisting) titled(e *graph.Entry) *graph.Paper {
	key := titles.Key(e.Title)
	if key == "" {
		return nil
	}
	sieve := titles.NewSieve([]string{key})
	for _, place := range r.of.Match(func(title string) bool { return sieve.May(title) && titles.Key(title) == key }) {
		if p := r.of.At(place); Agrees(e, p) {
			return p
		}
	}
	return nil
}

// unresolved says of an entry without a paper what was said of it before, and when
// the source did not know it, where that is remembered.
func (r *relisting) unresolved(e *graph.Entry) (day graph.Date, remembered bool) {
	i, known := r.before[identity(e)]
	if !known {
		e.Note = "new on the list and not among the papers at hand: nobody was asked for it yet"
		return graph.Date{}, false
	}
	old := &r.of.Entries[i]
	e.Status, e.Note = old.Status, old.Note
	day, remembered = r.of.Remembered[i]
	return day, remembered
}
