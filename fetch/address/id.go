package address

import (
	"regexp"
	"slices"

	"citemap/graph"
)

// ParseDOI gives the id of a text that is to hold a DOI, as publishers and
// programs write it; arXiv's DOI gives the arXiv id. ok is false where there is
// none, or are several.
func ParseDOI(text string) (x graph.ExternalID, ok bool) {
	doi, ok := TrimDOI(text)
	if !ok {
		return x, false
	}
	return graph.NewExternalID(graph.DOI, doi)
}

// arXivText is an arXiv id behind what says that it is one.
var arXivText = regexp.MustCompile(`(?i)(?:arxiv(?:\.org/(?:abs|pdf)/|\s*[:.]\s*)|\babs/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:\D|$)`)

// IDs gives the arXiv ids in running text, in their order, and then the DOIs, each
// once. Lines that hold ids are for IDsInLine, which knows ids of all kinds.
func IDs(text string) []graph.ExternalID {
	var ids []graph.ExternalID
	add := func(s graph.Scheme, value string) {
		if x, ok := graph.NewExternalID(s, value); ok && !slices.Contains(ids, x) {
			ids = append(ids, x)
		}
	}
	for _, m := range arXivText.FindAllStringSubmatch(text, -1) {
		add(graph.ArXiv, m[1])
	}
	for _, d := range DOIs(text) {
		add(graph.DOI, d.Value)
	}
	return ids
}
