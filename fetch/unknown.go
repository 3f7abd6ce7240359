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
	g.entries[entry].Note = fmt.Sprintf("%s did not know %s%s (asked then, not in this run); %s, else %s", calledSource(g.source), what, on, g.askAgain(a), advice)
}

// askAgain says how somebody is asked again for what is remembered.
func (g *gathering) askAgain(a *Answer) string {
	switch {
	case g.options.Offline:
		return "--refresh 0 without --offline asks again"
	case a.Stale:
		return "a run that reaches it within its --budget asks again"
	}
	return "--refresh 0 asks again"
}
