package service

import (
	"fmt"
	"strings"

	"citemap/graph"
)

// AnyResolved is an error where a list was given and none of it has a paper.
func (s *Service) AnyResolved(c *Corpus) error {
	if len(c.Entries) == 0 || len(c.Listed()) > 0 {
		return nil
	}
	if c.LeftOut.Entries > 0 {
		return fmt.Errorf("%s: %s", c.Entries[0].File, s.whyNoneStays(c.Corpus))
	}
	return fmt.Errorf("%s: none of %d entries was found: %s; citemap check shows each entry", c.Entries[0].File, len(c.Entries), s.whyNone(c.Corpus))
}

// whyNoneStays says which of the user's own options left all listed papers out.
func (s *Service) whyNoneStays(c *graph.Corpus) string {
	if c.AsOf.IsZero() || len(s.o.Without) > 0 && c.LeftOut.Earliest.IsZero() {
		return "--without removes every paper of the list: remove fewer"
	}
	if c.LeftOut.Earliest.IsZero() {
		return fmt.Sprintf("--as-of %s leaves out every paper of the list: none has a date", c.AsOf)
	}
	return fmt.Sprintf("--as-of %s leaves out every paper of the list: the earliest is of %s: give that date or a later one", c.AsOf, c.LeftOut.Earliest)
}

// whyNone says who does not know the entries, and since when. That somebody was
// asked is said of this run alone.
func (s *Service) whyNone(c *graph.Corpus) string {
	who := "the sources"
	if len(c.Sources) > 0 {
		who = c.Sources[0].Name
	}
	var asked, remembered []graph.Entry
	var last graph.Date
	for i, e := range c.Entries {
		day, known := c.Remembered[i]
		switch {
		case e.Status == graph.StatusUnasked:
			return "the library has none of them, and nothing else was asked"
		case known:
			remembered, last = append(remembered, e), day
		default:
			asked = append(asked, e)
		}
	}
	switch {
	case s.o.Snapshot != "":
		return fmt.Sprintf("%s does not hold %s", s.o.Snapshot, someNames(asked))
	case s.o.Field != "":
		return fmt.Sprintf("%s does not hold %s", s.o.Field, someNames(asked))
	case len(asked) > 0:
		return fmt.Sprintf("asked %s for %s", who, someNames(asked))
	}
	way := "--refresh 0"
	if s.o.Offline {
		way += " without --offline"
	}
	return fmt.Sprintf("%s did not know %s on %s (asked then, not in this run); %s asks again", who, someNames(remembered), last, way)
}

// someNames gives the first of the ids or titles of entries.
func someNames(entries []graph.Entry) string {
	var names []string
	for _, e := range entries[:min(3, len(entries))] {
		if ids := e.Lookups(); len(ids) > 0 {
			names = append(names, ids[0].String())
			continue
		}
		names = append(names, fmt.Sprintf("%q", e.Title))
	}
	return strings.Join(names, ", ")
}
