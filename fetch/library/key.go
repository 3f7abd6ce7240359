package library

import (
	"slices"
	"strings"

	"citemap/fetch"
	"citemap/graph"
	"citemap/graph/titles"
)

// names are the keys of everything a paper is known under: its PaperID, its
// aliases and its external identifiers, sorted.
func names(p *graph.Paper) []string {
	out := []string{key(string(p.ID))}
	for _, id := range p.Aliases {
		out = append(out, key(string(id)))
	}
	for _, id := range p.IDs {
		out = append(out, keyOf(id))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// keyOf gives the form in which an identifier is looked up: as it is written,
// in lower case.
func keyOf(id graph.ExternalID) string { return key(id.String()) }

func key(written string) string { return strings.ToLower(strings.TrimSpace(written)) }

// subjectKey gives the form in which a subject is looked up.
func subjectKey(facts fetch.Facts, s *fetch.Subject) string {
	if facts != fetch.ByTitle {
		return keyOf(s.ID)
	}
	if key := titles.Key(s.Title); key != "" {
		return key
	}
	return strings.ToLower(strings.TrimSpace(s.Title))
}

// unknownKey is where the answers about an id stand that the source did not know.
func unknownKey(id string) string { return "?" + id }
