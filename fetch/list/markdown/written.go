package markdown

import (
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/list/plain"
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
		for _, word := range address.Words(p.text) {
			r, ok := plain.WrittenID(prefix+word, alone, b.kind == paragraphBlock)
			prefix = address.IDPrefix(word)
			if !ok {
				continue
			}
			head, id, tail := rest.cut(word)
			b.links = append(b.links, link{address: word, start: id.start, bare: true, written: true, Page: r})
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
	words := address.Words(s)
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
