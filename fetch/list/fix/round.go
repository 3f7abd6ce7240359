package fix

import (
	"fmt"
	"slices"

	"citemap/fetch/citation/words"
	"citemap/fetch/list"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// newRound finds the corrections of a list as it is.
func newRound(r *layout.Layout, repairs Repair, advice []Advice, lines lineOrigins) *round {
	w := &round{Layout: r, repairs: repairs, advice: advice, lines: lines, spans: make([]span.Span, len(r.Entries))}
	for i := range w.spans {
		if s, ok := r.Whole(i); ok {
			w.spans[i] = s
		}
	}
	for _, x := range []struct {
		repair Repair
		do     func()
	}{{FixDuplicates, w.duplicates}, {FixTitles, w.titles}, {FixDates, w.dates}, {FixIDs, w.ids}, {FixLinks, w.links}} {
		if repairs&x.repair != 0 {
			x.do()
		}
	}
	slices.SortStableFunc(w.all, func(a, b correction) int { return a.edits[0].Start - b.edits[0].Start })
	return w
}

// carryOut makes the corrections that the list survives, and gives the new text
// and them.
func (w *round) carryOut(raw []byte) ([]byte, []correction) {
	kept := w.keep(raw, nil, w.all)
	if len(kept) == 0 {
		return raw, nil
	}
	text, err := w.corrected(raw, kept)
	if err != nil {
		return raw, nil
	}
	return text, kept
}

// keep gives the corrections kept, and of more those that can be made beside
// them.
func (w *round) keep(raw []byte, kept, more []correction) []correction {
	if len(more) == 0 {
		return kept
	}
	all := append(slices.Clip(kept), more...)
	_, err := w.corrected(raw, all)
	switch {
	case err == nil:
		return all
	case len(more) == 1:
		w.left = append(w.left, Change{more[0].change.Line, fmt.Sprintf("left: %s: %v", more[0].change.What, err)})
		return kept
	}
	half := len(more) / 2
	return w.keep(raw, w.keep(raw, kept, more[:half]), more[half:])
}

// corrected gives the text with corrections made, or says why they cannot be.
func (w *round) corrected(raw []byte, corrections []correction) ([]byte, error) {
	var all []span.Edit
	for _, c := range corrections {
		all = append(all, c.edits...)
	}
	text, err := w.Splice(raw, all)
	if err != nil {
		return nil, err
	}
	return text, w.stands(text, corrections)
}

// stands reads a new text: it must hold every old entry but those that go, with
// what is known of it, and no other.
func (w *round) stands(text []byte, corrections []correction) error {
	now, err := list.ReadDecoded(w.Entries[0].File, text, w.Asked)
	if err != nil {
		return err
	}
	goes, gains := map[int]bool{}, map[int]bool{}
	for _, c := range corrections {
		goes[c.entry] = goes[c.entry] || c.goes
		gains[c.entry] = gains[c.entry] || c.gains
	}
	at := 0
	for i := range w.Entries {
		if goes[i] {
			continue
		}
		if now.Form != w.Form || at >= len(now.Entries) || !stays(&w.Entries[i], &now.Entries[at], gains[i]) {
			return fmt.Errorf("%q would read differently then", w.Entries[i].Name())
		}
		at++
	}
	if at < len(now.Entries) {
		return fmt.Errorf("the list would have another entry then, %q", now.Entries[at].Name())
	}
	return nil
}

// stays tells whether an entry is what it was; where it gains, it has more.
func stays(old, now *graph.Entry, gains bool) bool {
	if !gains {
		return words.SameTitle(old.Title, now.Title) && old.Date == now.Date && slices.Equal(withoutPage(old.IDs), withoutPage(now.IDs))
	}
	for _, id := range withoutPage(old.IDs) {
		if now.IDs.Of(id.Scheme) != id.Value && id.Scheme != graph.Link {
			return false
		}
	}
	return (old.Title == "" || words.SameTitle(old.Title, now.Title)) && (old.Date.IsZero() || old.Date == now.Date) &&
		(old.Title != now.Title || old.Date != now.Date || !slices.Equal(old.IDs, now.IDs))
}

// withoutPage gives the ids without the address, where there are others: it is
// that of one of them.
func withoutPage(ids graph.ExternalIDs) graph.ExternalIDs {
	if len(ids) < 2 || ids.Of(graph.Link) == "" {
		return ids
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id graph.ExternalID) bool { return id.Scheme == graph.Link })
}
