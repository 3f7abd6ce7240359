package list

import (
	"strings"

	"citemap/graph"
)

// findWrittenIDs makes links of the ids and addresses that stand in the text
// without being one, and tells whether there were any.
func (b *block) findWrittenIDs() bool {
	whole := plainText(b.pieces)
	if !strings.ContainsAny(whole, ":0123456789") {
		return false
	}
	var out []piece
	alone, found := areIDs(whole), false
	for _, p := range b.pieces {
		if p.link > 0 || p.gap != noGap {
			out = append(out, p)
			continue
		}
		rest, prefix := p, ""
		for _, word := range idWords(p.text) {
			r, ok := writtenID(prefix+word, alone, b.kind == paragraphBlock)
			prefix = idPrefix(word)
			if !ok {
				continue
			}
			head, id, tail := rest.cut(word)
			b.links = append(b.links, link{address: word, start: id.start, bare: true, written: true, reference: r})
			id.link, found = len(b.links), true
			out, rest = append(out, head, id), tail
		}
		out = append(out, rest)
	}
	b.pieces = out
	return found
}

// areIDs tells whether a text is ids and nothing else.
func areIDs(s string) bool {
	words := idWords(s)
	for _, word := range words {
		if _, err := graph.ParseID(strings.Trim(word, ".,;'`")); err != nil {
			return false
		}
	}
	return len(words) > 0
}

// cut takes a piece apart at a word in it.
func (p piece) cut(word string) (head, id, tail piece) {
	n := strings.Index(p.text, word)
	head, id, tail = p, p, p
	head.text, id.text, tail.text = p.text[:n], word, p.text[n+len(word):]
	head.end = min(p.start+n, p.end)
	id.start, id.end = head.end, min(head.end+len(word), p.end)
	tail.start = id.end
	return head, id, tail
}

// idPrefix gives the prefix of an id that stands apart from it: "DOI: 10...",
// "PMID 12407573".
func idPrefix(word string) string {
	bare := strings.TrimSuffix(word, ":")
	for _, name := range []string{"arxiv", "doi", "pmid", "pmcid"} {
		if strings.EqualFold(bare, name) {
			return name + ":"
		}
	}
	return ""
}

// writtenID reads an id with its prefix, an address, or, where it stands
// alone, a bare id.
func writtenID(word string, alone, inProse bool) (reference, bool) {
	word = strings.ReplaceAll(strings.Trim(word, ".,;'`"), "：", ":")
	if at := strings.Index(word, "http"); at >= 0 {
		r := readAddress(word[at:])
		return r, r.scheme != "" && r.scheme != graph.Link || (r.pdf || r.scheme == graph.Link) && isAllOf(strings.TrimRight(word[:at], ":："), paperLabel)
	}
	if site, _, _ := strings.Cut(word, "/"); readable[strings.TrimPrefix(site, "www.")] {
		r := readAddress("https://" + word)
		r.address = word
		return r, r.scheme != "" && r.scheme != graph.Link
	}
	if id, ok := strings.CutPrefix(word, "abs/"); ok { // "CoRR, abs/1409.0473"
		x, err := graph.ParseID(id)
		return reference{scheme: x.Scheme, value: x.Value, address: word}, err == nil && x.Scheme == graph.ArXiv
	}
	prefixed := false
	for _, prefix := range []string{"arxiv:", "doi:", "pmid:", "corpusid:"} {
		prefixed = prefixed || len(word) > len(prefix) && strings.EqualFold(word[:len(prefix)], prefix)
	}
	prefixed = prefixed || strings.HasPrefix(word, "10.") && doiStart.MatchString(word)
	if !alone && (!prefixed || inProse) {
		return reference{}, false
	}
	x, err := graph.ParseID(word)
	return reference{scheme: x.Scheme, value: x.Value, address: word}, err == nil
}

// readable are the sites whose addresses are known without "https://".
var readable = map[string]bool{"arxiv.org": true, "doi.org": true, "dx.doi.org": true, "aclanthology.org": true, "openreview.net": true}
