package markdown

import (
	"regexp"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// linkWrittenIDs makes links of the ids and addresses of papers that stand in the
// text without being one, and reads those in the texts of links.
func (b *block) linkWrittenIDs() {
	whole := plainText(b.runs)
	if !strings.ContainsAny(whole, "0123456789") && !strings.Contains(whole, "://") {
		return
	}
	if strings.Contains(whole, `\href{`) {
		b.linkTeX()
	}
	var out []run
	ahead, alone := "", areIDs(whole)
	for _, r := range b.runs {
		if r.link > 0 {
			b.links[r.link-1].readText(r.text)
		}
		if r.link > 0 || r.gap != noGap {
			out, ahead = append(out, r), ""
			continue
		}
		at := 0
		for _, w := range writtenIn(ahead, r.text, alone) {
			id := r.slice(w.Start, w.End)
			b.links = append(b.links, link{address: w.Address, start: id.start, bare: true, written: true, Page: w.Page})
			id.link = len(b.links)
			out, at = append(out, r.slice(at, w.Start), id), w.End
		}
		out, ahead = append(out, r.slice(at, len(r.text))), r.text
	}
	b.runs = out
	b.orderLinks()
}

// linkTeX makes links of those in the form of LaTeX.
func (b *block) linkTeX() {
	var out []run
	for _, r := range b.runs {
		at := 0
		for _, m := range texLink.FindAllStringSubmatchIndex(r.text, -1) {
			l := r.slice(m[0], m[1])
			b.links = append(b.links, link{address: r.text[m[2]:m[3]], start: l.start, Page: address.PageOf(r.text[m[2]:m[3]])})
			l.text, l.link = r.text[m[4]:m[5]], len(b.links)
			out, at = append(out, r.slice(at, m[0]), l), m[1]
		}
		out = append(out, r.slice(at, len(r.text)))
	}
	b.runs = out
}

var texLink = regexp.MustCompile(`\\href\{(https?://[^{}\s]+)\}\{([^{}]*)\}`)

// writtenIn gives the ids in a text; in one that is nothing but ids, those without
// a sign of their own too.
func writtenIn(ahead, text string, alone bool) []address.Written {
	found := address.WrittenIn(ahead, text)
	if len(found) > 0 || !alone {
		return found
	}
	at := 0
	for _, word := range address.Words(text) {
		at += strings.Index(text[at:], word)
		if x, err := graph.ParseID(word); err == nil {
			found = append(found, address.Written{Page: address.Page{Scheme: x.Scheme, Value: x.Value, Address: word}, Start: at, End: at + len(word)})
		}
		at += len(word)
	}
	return found
}

// areIDs tells whether a text is ids and nothing else.
func areIDs(s string) bool {
	words := address.Words(s)
	for _, word := range words {
		if _, err := graph.ParseID(word); err != nil {
			return false
		}
	}
	return len(words) > 0
}

// readText reads the ids in the text of a link. They are the link's where its
// address names no paper and its text is little else: [doi:10.1000/x](x.pdf).
func (l *link) readText(text string) {
	for _, w := range address.WrittenIn("", text) {
		switch {
		case !w.Scheme.Lookup():
		case l.Scheme != "" && l.Scheme != graph.Link:
			l.more = append(l.more, w.ExternalID())
		case words.WordCount(text[:w.Start]+text[w.End:]) < 3:
			l.Page = w.Page
		}
	}
}

// orderLinks puts the links in the order of the text.
func (b *block) orderLinks() {
	places := make([]int, len(b.links))
	var links []link
	for i := range b.runs {
		n := b.runs[i].link
		if n == 0 {
			continue
		}
		if places[n-1] == 0 {
			links = append(links, b.links[n-1])
			places[n-1] = len(links)
		}
		b.runs[i].link = places[n-1]
	}
	b.links = links
}
