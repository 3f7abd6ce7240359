package render

import (
	"fmt"
	"strings"

	"citemap/graph"
)

// sourceNames are what those are called who tell of reference lists.
var sourceNames = map[string]string{"semanticscholar": "Semantic Scholar", "openalex": "OpenAlex", "crossref": "Crossref", "bibliography": "the bibliography"}

// AuditSays words an audit: "Semantic Scholar lists 40 references, Crossref 62".
func AuditSays(a *graph.Audit) string {
	who := sourceNames[a.Paper.References.From]
	if who == "" {
		who = "the source"
	}
	var says string
	switch s := a.Paper.References.State; s {
	case graph.Known, graph.Empty:
		says = fmt.Sprintf("%s lists %s", who, count(a.Has, "reference"))
	case graph.Cut:
		says = fmt.Sprintf("%s gave %s references", who, CutTo(a.Has, a.Paper.Referenced))
	default:
		says = fmt.Sprintf("%s has no list (%s)", who, s)
	}
	for _, c := range a.Counts {
		says += fmt.Sprintf(", %s %s", Clean(c.Source), comma(c.References))
	}
	return says
}

// AuditSums says in a sentence what was held against what.
func AuditSums(c *graph.Corpus, audits []graph.Audit) string {
	short := 0
	for i := range audits {
		if audits[i].Short() {
			short++
		}
	}
	fall := "fall"
	if short == 1 {
		fall = "falls"
	}
	listed := len(c.Listed())
	says := fmt.Sprintf("Compared with the counts of %s: reference lists of %s of %s, of which %s %s short by a fifth or more.",
		Clean(strings.Join(c.Auditors, " and ")), comma(len(audits)), count(listed, "listed paper"), comma(short), fall)
	if listed > len(audits) {
		says += " Of the others no count is known, or no list was fetched."
	}
	return says
}
