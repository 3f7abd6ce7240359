package address

import (
	"regexp"
	"strings"

	"citemap/graph"
)

// A InLine is an id where it stands in a line, with what names it: the text of
// "PMID 26017442" is all of that.
type InLine struct {
	graph.ExternalID
	Start int
	Text  string
}

// IDsInLine gives the ids in a line in their order, each with a sign of its own:
// a prefix, an address, or the form of a DOI or of a number of arXiv.
func IDsInLine(body string) []InLine {
	var out []InLine
	for _, w := range WrittenIn("", body) {
		if w.Scheme.Lookup() {
			out = append(out, InLine{w.ExternalID(), w.Start, body[w.Start:w.End]})
		}
	}
	return out
}

// A Written is the id or the address of a paper where it stands in a text.
type Written struct {
	Page
	Start, End int // bytes of the text, with the name ahead of the id
}

// WrittenIn gives the ids and addresses of papers that are written in a text, in
// their order; ahead is what stands before the text, where a name may be:
// "**PMID:** 26017442".
func WrittenIn(ahead, text string) []Written {
	var out []Written
	name := nameAtEnd(ahead)
	for first, end := range wordsIn(text) {
		word := text[first:end]
		page, n, ok := signed(name.scheme, word)
		if !ok {
			name = name.goOn(word, first)
			continue
		}
		start := first + n
		if n == 0 && name.scheme != "" && name.at >= 0 {
			start = name.at
		}
		out = append(out, Written{page, start, end})
		name = idName{}
	}
	return out
}

// signed reads a word that shows by itself, or by the name ahead of it, that it is
// an id or the address of a paper, which begins n bytes behind the word's begin.
func signed(name, word string) (page Page, n int, ok bool) {
	if n = strings.Index(word, "http"); n >= 0 && strings.Contains(word[n:], "://") {
		page = PageOf(word[n:])
		return page, n, page.Scheme != "" || page.PDF
	}
	if site, _, found := strings.Cut(strings.TrimPrefix(word, "www."), "/"); found && onSite(strings.ToLower(site), bareSites) {
		page = PageOf("https://" + word)
		page.Address = word
		return page, 0, page.Scheme != ""
	}
	if doi := bareDOI(word); doi != "" {
		return pageOf(graph.DOI, doi, word), 0, true
	}
	if name != "" {
		if x, err := graph.ParseID(name + word); err == nil {
			return pageOf(x.Scheme, x.Value, word), 0, true
		}
	}
	if !signedForm.MatchString(word) {
		return page, 0, false
	}
	x, err := graph.ParseID(strings.TrimPrefix(word, "abs/")) // "CoRR, abs/1409.0473"
	if strings.HasPrefix(word, "PMC") {
		x, _ = graph.NewExternalID(graph.PubMedCentral, word)
		err = nil
	}
	return pageOf(x.Scheme, x.Value, word), 0, err == nil && x.Scheme.Lookup()
}

func pageOf(scheme graph.Scheme, value, word string) Page {
	x, _ := graph.NewExternalID(scheme, value)
	return Page{Scheme: x.Scheme, Value: x.Value, Address: word}
}

// bareDOI gives the DOI that a word is, with its name or with the site ahead of
// it; "" where it is none.
func bareDOI(word string) string {
	found := DOIs(word)
	if len(found) == 0 || !doiAhead.MatchString(word[:found[0].Start]) {
		return ""
	}
	return found[0].Value
}

var (
	doiAhead = regexp.MustCompile(`(?i)^(?:(?:doi)?[:=./#]*|[a-z0-9-]+(?:\.[a-z0-9-]+)+/[^?\s]*)$`)

	// signedForm is a word with a prefix, a number of arXiv, new or old, or one
	// of PubMed Central, whose prefix is its own.
	signedForm = regexp.MustCompile(`^(?:(?i:arxiv|doi|acl|pmid|pubmed|pmcid|mag|corpusid|s2):.+|(?:abs/)?\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?|(?:abs/)?[a-z-]{2,}(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?|PMC\d{4,8})$`)
)

// bareSites are those whose addresses are known without "https://".
var bareSites = []string{"arxiv.org", "doi.org", "aclanthology.org", "openreview.net", "pubmed.ncbi.nlm.nih.gov"}

// An idName is what stands ahead of an id and apart from it: "DOI: 10...",
// "PMID 12407573", "arXiv preprint 1706.03762".
type idName struct {
	scheme string // as a prefix: "arxiv:"
	at     int    // where it stands; -1 ahead of the text
}

// goOn reads one more word that is no id.
func (n idName) goOn(word string, at int) idName {
	if prefix := IDPrefix(word); prefix != "" {
		return idName{prefix, at}
	}
	if n.scheme != "" && betweenNameAndID[strings.ToLower(strings.TrimRight(word, ":.#"))] {
		return n
	}
	return idName{}
}

var betweenNameAndID = map[string]bool{"": true, "id": true, "preprint": true, "e-print": true, "eprint": true, "no": true, "number": true, "link": true}

// nameAtEnd reads the name at the end of what stands ahead of a text.
func nameAtEnd(ahead string) (n idName) {
	ahead = ahead[max(0, len(ahead)-longestName):]
	for start, end := range wordsIn(ahead) {
		n = n.goOn(ahead[start:end], -1)
	}
	return n
}

// longestName is more than the name of an id takes, in bytes.
const longestName = 40

// IDPrefix gives the prefix of an id that stands apart from it: "DOI: 10...",
// "PMID 12407573".
func IDPrefix(word string) string {
	bare := strings.ToLower(strings.TrimRight(word, ":：#=*_"))
	switch {
	case bare == "arxiv" || bare == "doi" || bare == "pmid" || bare == "pmcid":
		return bare + ":"
	case bare != strings.ToLower(word) && IDNames[bare]: // "PubMed: 26017442"
		return bare + ":"
	}
	return ""
}

// IDNames are what a line calls its id, which is no title.
var IDNames = map[string]bool{"doi": true, "arxiv": true, "pmid": true, "pmcid": true, "pubmed": true, "acl": true, "corpusid": true}

// A ChatLink is a link of a chat, <address|title>, in a line.
type ChatLink struct {
	Start, End     int
	Address, Title string
}

// ChatLinks gives the links of a chat in a line.
func ChatLinks(line string) []ChatLink {
	if !strings.Contains(line, "|") {
		return nil
	}
	var out []ChatLink
	for _, m := range chatLink.FindAllStringSubmatchIndex(line, -1) {
		out = append(out, ChatLink{m[0], m[1], line[m[2]:m[3]], line[m[4]:m[5]]})
	}
	return out
}

// WithoutChatLinks writes a link of a chat, <address|title>, as an address and a title.
func WithoutChatLinks(body string) string {
	if !strings.Contains(body, "|") {
		return body
	}
	return chatLink.ReplaceAllString(body, "$1 $2")
}

var chatLink = regexp.MustCompile(`<(https?://[^|>\s]+)\|([^>]*)>`)
