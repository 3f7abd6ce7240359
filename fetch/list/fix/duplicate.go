package fix

import (
	"fmt"

	"citemap/fetch/list/span"
)

// deliberate is how many papers under several headings make a list one that
// files them so on purpose.
const deliberate = 5

// duplicates takes out the entries of papers that are on the list already.
func (w *round) duplicates() {
	var links []span.Link
	crossListed, many := w.crossListed()
	for i, a := range w.advice {
		if a.Same < 0 || a.Same >= i {
			continue
		}
		if links == nil {
			links = span.Links(w.Text, w.Markdown())
		}
		e, first := &w.Entries[i], w.lines.at(w.Entries[a.Same].Line)
		why := w.lost(i, links)
		if why == "" && crossListed[i] && many >= deliberate && w.repairs&FixCrossListed == 0 {
			why = fmt.Sprintf("under another heading, as %d of this list are", many)
		}
		if why != "" {
			w.leave(e.Line, "left: %s is the paper of line %d, but %s", shown(e), first, why)
			continue
		}
		what := fmt.Sprintf("duplicate of line %d removed: %s", first, shown(e))
		if w.Bibtex() && w.key(i) != w.key(a.Same) {
			what += " (" + w.key(i) + ": cite " + w.key(a.Same) + ")"
		}
		w.add(correction{edits: []span.Edit{w.CutOut(w.spans[i])}, entry: i, goes: true, change: w.change(e.Line, what)})
	}
}

// crossListed tells of which entries the paper stands on the list already, but
// not under the same heading; and how many there are.
func (w *round) crossListed() (which []bool, n int) {
	type place struct {
		first   int
		section string
	}
	which = make([]bool, len(w.Entries))
	met := map[place]bool{}
	for i, a := range w.advice {
		p := place{i, w.Entries[i].Section}
		if a.Same >= 0 {
			p.first = a.Same
			which[i] = !met[p] && w.agrees(i)
		}
		if met[p] = true; which[i] {
			n++
		}
	}
	return which, n
}
