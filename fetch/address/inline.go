package address

import (
	"regexp"
	"strings"

	"citemap/graph"
)

// A InLine is an id where it stands in a line.
type InLine struct {
	graph.ExternalID
	Start int
	Text  string
}

// IDsInLine gives the ids in a line in their order, each with a sign of its own:
// a prefix, an address, or the form of a DOI or of a number of arXiv.
func IDsInLine(body string) []InLine {
	var out []InLine
	at, prefix := 0, ""
	for _, word := range Words(WithoutChatLinks(body)) {
		for _, part := range strings.FieldsFunc(word, func(r rune) bool { return r == ';' && !strings.Contains(word, "/(") && !DOIStart.MatchString(word) }) {
			part = strings.Trim(part, ".,;'`")
			n := strings.Index(body[min(at, len(body)):], part)
			x, ok := signedID(prefix + part)
			prefix = IDPrefix(part)
			if n < 0 || !ok {
				continue
			}
			at += n
			out = append(out, InLine{x, at, part})
			at += len(part)
		}
	}
	return out
}

// signedID reads a word that shows by itself that it is an id.
func signedID(word string) (graph.ExternalID, bool) {
	if strings.Contains(word, "://") {
		r := PageOf(word)
		return r.ExternalID(), r.Scheme.Lookup()
	}
	if !strings.ContainsAny(word, ":/") && !arxivNumber.MatchString(word) {
		return graph.ExternalID{}, false
	}
	x, err := graph.ParseID(word)
	return x, err == nil && x.Scheme.Lookup()
}

var arxivNumber = regexp.MustCompile(`^\d{4}\.\d{4,5}(?:v\d+)?$`)

// WithoutChatLinks writes a link of a chat, <address|title>, as an address and a title.
func WithoutChatLinks(body string) string {
	if !strings.Contains(body, "|") {
		return body
	}
	return chatLink.ReplaceAllString(body, "$1 $2")
}

var (
	chatLink = regexp.MustCompile(`<(https?://[^|>\s]+)\|([^>]*)>`)
)

// IDNames are what a line calls its id, which is no title.
var IDNames = map[string]bool{"doi": true, "arxiv": true, "pmid": true, "pmcid": true, "pubmed": true, "acl": true, "corpusid": true}

// IDPrefix gives the prefix of an id that stands apart from it: "DOI: 10...",
// "PMID 12407573".
func IDPrefix(word string) string {
	bare := strings.TrimSuffix(word, ":")
	for _, name := range []string{"arxiv", "doi", "pmid", "pmcid"} {
		if strings.EqualFold(bare, name) {
			return name + ":"
		}
	}
	return ""
}
