package fetch

import (
	"fmt"

	"citemap/graph"
)

// didNotKnow notes of a missing entry that what it names was unknown on a day
// before this run, and how it is asked for again; advice is what else to do.
// That a near miss was found then is told already.
func (g *gathering) didNotKnow(entry int, a *Answer, what, advice string) {
	_, day := widen(graph.Date{}, graph.Date{}, a.When)
	g.missed[entry] = day
	if a.Outcome == Found {
		return
	}
	on := ""
	if !day.IsZero() {
		on = " on " + day.String()
	}
	g.entries[entry].Note = fmt.Sprintf("%s did not know %s%s (%s, else %s", calledSource(g.source), what, on, g.askAgain(a), advice)
}

// askAgain says what was asked in this run, and how what is remembered is asked
// for again.
func (g *gathering) askAgain(a *Answer) string {
	switch {
	case g.options.Offline:
		return "asked then, not in this run); --refresh 0 without --offline asks again"
	case a.Stale:
		return "no answer since); a run with --budget left for it asks again"
	}
	return "asked then, not in this run); --refresh 0 asks again"
}

// calledSource names a source in a sentence: one whose name is a sentence
// itself is the source.
func calledSource(s Source) string {
	if name := s.Provenance().Name; len(name) <= 40 && name != "" {
		return name
	}
	return "the source"
}

// couldNot says that the source was asked for something and failed.
func (g *gathering) couldNot(asked string, a Answer) string {
	return fmt.Sprintf("%s could not answer for %s (%s): the next run asks again", calledSource(g.source), asked, a.Fault)
}
