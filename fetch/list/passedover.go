package list

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/front"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// PassedOver is a link or a line of a list that became no entry, nor part of one.
type PassedOver struct {
	File string // the list, as the user named it
	Line int    // from 1
	Text string // the address, or the words of the line
	Why  string // what follows "passed over: "
}

func (p PassedOver) String() string {
	return fmt.Sprintf("%s:%d: skipped: %s: %s", p.File, p.Line, p.Text, p.Why)
}

// PassedOver gives what of a list in Markdown or of plain lines was not taken, in
// the order of the text: the links outside entries, ids that no entry has, and
// lines that are neither id nor title. Of other formats it gives nothing: what
// cannot be read of them is Broken.
func (l *List) PassedOver() []PassedOver {
	r := l.read
	if r == nil || r.packed || len(r.Text) == 0 {
		return nil
	}
	var found []passed
	add := func(at int, text, why string) { found = append(found, passed{at, text, why}) }
	switch {
	case r.Markdown():
		r.passedLinks(add)
		r.passedIDs(add)
	case r.Plain():
		r.passedLines(add)
		r.passedIDs(add)
	}
	slices.SortStableFunc(found, func(a, b passed) int { return cmp.Compare(a.at, b.at) })
	var out []PassedOver
	lines := span.CountLines(r.Text)
	for _, p := range found {
		out = append(out, PassedOver{File: r.name, Line: lines.At(p.at), Text: p.text, Why: p.why})
	}
	return out
}

// passed is what was passed over, with its offset in the decoded text.
type passed struct {
	at        int
	text, why string
}

// passedLinks names the addresses that no entry took.
func (r *Decoded) passedLinks(add func(at int, text, why string)) {
	taken := r.takenIDs()
	front := front.FrontMatterEnd(r.Text)
	last := -1
	for _, a := range span.Links(r.Text, r.Markdown()) {
		id := a.Page.ExternalID()
		if taken[id] || taken[graph.ExternalID{Scheme: graph.Link, Value: a.Text}] || a.Start < last || r.isImage(a) {
			continue
		}
		last = a.Outer.End
		if id.Scheme != "" && id.Scheme != graph.Link {
			add(a.Start, a.Text, r.whyNoEntry(a, front))
		} else if !r.inEntry(a.Start) && a.Start >= front {
			add(a.Start, a.Text, whyNoPaper(a))
		}
	}
}

// takenIDs gives the ids that entries have.
func (r *Decoded) takenIDs() map[graph.ExternalID]bool {
	taken := map[graph.ExternalID]bool{}
	for i := range r.Entries {
		for _, id := range r.Entries[i].IDs {
			taken[id] = true
		}
	}
	return taken
}

// passedIDs names the ids that are written in the text, or in addresses in code
// and comments, and that no entry took; the first part of an id that a line break
// cut is none.
func (r *Decoded) passedIDs(add func(at int, text, why string)) {
	taken := r.takenIDs()
	var dois []string
	for id := range taken {
		if id.Scheme == graph.DOI {
			dois = append(dois, id.Value)
		}
	}
	slices.Sort(dois)
	isTaken := func(a span.Link) bool {
		if taken[a.Page.ExternalID()] {
			return true
		}
		n, _ := slices.BinarySearch(dois, a.Page.Value)
		behind := bytes.TrimLeft(r.Text[a.End:], " \t\r.-/")
		return n < len(dois) && strings.HasPrefix(dois[n], a.Page.Value) && bytes.HasPrefix(behind, []byte("\n"))
	}
	links := map[int]int{} // where addresses begin, and their ends
	if r.Markdown() {
		for _, a := range span.Links(r.Text, true) {
			links[a.Start] = a.End
		}
	}
	front := front.FrontMatterEnd(r.Text)
	for _, a := range span.IDs(r.Text) {
		switch {
		case links[a.Start] >= a.End || isTaken(a):
		case a.Start < front:
			add(a.Start, a.Text, "is in the front matter, as the source of the text")
		case r.inEntry(a.Start):
			add(a.Start, a.Text, "is a second id of a paper that has another")
		default:
			add(a.Start, a.Text, "names a paper, but not in a list item: it is in code or a comment")
		}
	}
}

// whyNoEntry says why the address of a paper made none.
func (r *Decoded) whyNoEntry(a span.Link, front int) string {
	switch {
	case a.Start < front:
		return "is in the front matter, as the source of the text"
	case a.Linked && a.Anchor != "" && label.IsLabel(a.Anchor):
		return fmt.Sprintf("its link is called %q, which is not the paper itself", words.OneLine(a.Anchor))
	case r.inEntry(a.Start):
		return "is a second address of a paper that has another id"
	}
	return "names a paper, but not in a list item"
}

func whyNoPaper(a span.Link) string {
	switch {
	case a.Page.Barred:
		return "its site has no papers"
	case a.Page.PDF:
		return "is a PDF without a title beside it"
	}
	return "its address names no paper"
}

// isImage tells the address of a picture.
func (r *Decoded) isImage(a span.Link) bool {
	return a.Outer.Start > 0 && r.Text[a.Outer.Start-1] == '!' || bytes.HasSuffix(bytes.ToLower(r.Text[max(0, a.Start-5):a.Start]), []byte(`src="`))
}

// inEntry tells whether an offset stands in the span of an entry; the spans are
// in the order of the text.
func (r *Decoded) inEntry(at int) bool {
	k := sort.Search(len(r.spans), func(i int) bool { return r.spans[i].Start > at })
	return slices.ContainsFunc(r.spans[max(0, k-2):k], func(s span.Span) bool { return s.Holds(at) })
}

// passedLines names the lines of a plain list that are no entry and no comment.
func (r *Decoded) passedLines(add func(at int, text, why string)) {
	broken := map[int]bool{}
	for _, b := range r.broken.Named {
		broken[b.At] = true
	}
	for start, line := range span.Lines(r.Text) {
		at, body := plain.Body(line)
		if body == "" || broken[start+at] {
			continue
		}
		k := sort.Search(len(r.spans), func(i int) bool { return r.spans[i].Start >= start })
		if k == len(r.spans) || r.spans[k].Start > start+len(line) {
			add(start+at, strings.TrimSpace(body), "is neither an id nor a title")
		}
	}
}
