package markdown

import (
	"regexp"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// linkWrittenIDs makes links of the ids and addresses of papers that stand in the
// text without being one, and reads those in the texts of links.
func (b *block) linkWrittenIDs() {
	whole := styled.Text(b.runs)
	if !strings.ContainsAny(whole, "0123456789") && !strings.Contains(whole, "://") {
		return
	}
	if strings.Contains(whole, `\href{`) || strings.Contains(whole, "<http") {
		b.linkForeign()
	}
	var out []styled.Run
	ahead, alone, cells := "", address.AreIDs(whole), len(b.cells())
	for _, r := range b.runs {
		if r.Link > 0 {
			b.links[r.Link-1].readText(r.Text)
		}
		if r.Link > 0 || r.Gap != styled.NoGap {
			out, ahead = append(out, r), ""
			continue
		}
		at := 0
		scheme, ids := idColumns[b.columnOf(r.Cell, cells)]
		found := address.WrittenIn(ahead, r.Text)
		if len(found) == 0 && (alone || ids) {
			found = address.UnsignedIn(r.Text, scheme)
		}
		for _, w := range found {
			id := r.Slice(w.Start, w.End)
			b.links = append(b.links, link{address: w.Address, start: id.Start, bare: true, written: true, Page: w.Page})
			id.Link = len(b.links)
			out, at = append(out, r.Slice(at, w.Start), id), w.End
		}
		out, ahead = append(out, r.Slice(at, len(r.Text))), r.Text
	}
	b.runs = out
	b.orderLinks()
}

// linkForeign makes links of those in the form of LaTeX and of chats.
func (b *block) linkForeign() {
	var out []styled.Run
	for _, r := range b.runs {
		at := 0
		for _, m := range foreignLink.FindAllStringSubmatchIndex(r.Text, -1) {
			if m[2] < 0 {
				m = append(m[:2], m[6:]...)
			}
			l := r.Slice(m[0], m[1])
			b.links = append(b.links, link{address: r.Text[m[2]:m[3]], start: l.Start, Page: address.PageOf(r.Text[m[2]:m[3]])})
			l.Text, l.Link = r.Text[m[4]:m[5]], len(b.links)
			out, at = append(out, r.Slice(at, m[0]), l), m[1]
		}
		out = append(out, r.Slice(at, len(r.Text)))
	}
	b.runs = out
}

var foreignLink = regexp.MustCompile(`\\href\{(https?://[^{}\s]+)\}\{([^{}]*)\}|<(https?://[^|<>\s]+)\|([^<>]*)>`)

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
		n := b.runs[i].Link
		if n == 0 {
			continue
		}
		if places[n-1] == 0 {
			links = append(links, b.links[n-1])
			places[n-1] = len(links)
		}
		b.runs[i].Link = places[n-1]
	}
	b.links = links
}
