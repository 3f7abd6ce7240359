package list

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"

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
	return fmt.Sprintf("%s:%d: passed over: %s: %s", p.File, p.Line, p.Text, p.Why)
}

// PassedOver gives what of a list in Markdown or of plain lines was not taken, in
// the order of the text: the links outside entries, ids that no entry has, and
// lines that are neither id nor title. Of other formats it gives nothing: what
// cannot be read of them is Broken.
func (l *List) PassedOver() []PassedOver {
	r := l.read
	if r == nil || r.packed || len(r.text) == 0 {
		return nil
	}
	var out []PassedOver
	lines := newLineCount(r.text)
	add := func(at int, text, why string) {
		out = append(out, PassedOver{File: r.name, Line: lines.at(at), Text: text, Why: why})
	}
	switch {
	case r.markdown():
		r.passedLinks(add)
	case r.plain():
		r.passedLines(add)
	}
	return out
}

// passedLinks names the addresses that no entry took.
func (r *reading) passedLinks(add func(at int, text, why string)) {
	taken := map[graph.ExternalID]bool{}
	for i := range r.entries {
		for _, id := range r.entries[i].IDs {
			taken[id] = true
		}
	}
	front := frontMatterEnd(r.text)
	last := -1
	for _, a := range addressesIn(r.text, r.markdown()) {
		id := a.at.ExternalID()
		if taken[id] || taken[graph.ExternalID{Scheme: graph.Link, Value: a.text}] || a.start < last || r.isImage(a) {
			continue
		}
		last = a.outer.end
		if id.Scheme != "" && id.Scheme != graph.Link {
			add(a.start, a.text, r.whyNoEntry(a, front))
		} else if !r.inEntry(a.start) && a.start >= front {
			add(a.start, a.text, whyNoPaper(a))
		}
	}
}

// whyNoEntry says why the address of a paper made none.
func (r *reading) whyNoEntry(a address, front int) string {
	switch {
	case a.start < front:
		return "stands in the front matter, as where the text came from"
	case a.linked && a.anchor != "" && isLabel(a.anchor):
		return fmt.Sprintf("its link is called %q, as what is beside a paper", oneLine(a.anchor))
	case r.inEntry(a.start):
		return "is a second address of a paper that has another id"
	}
	return "names a paper, but stands where none is listed"
}

func whyNoPaper(a address) string {
	switch {
	case a.at.barred:
		return "its site has no papers"
	case a.at.pdf:
		return "is a PDF without a title beside it"
	}
	return "its address names no paper"
}

// isImage tells the address of a picture.
func (r *reading) isImage(a address) bool {
	return a.outer.start > 0 && r.text[a.outer.start-1] == '!' || bytes.HasSuffix(bytes.ToLower(r.text[max(0, a.start-5):a.start]), []byte(`src="`))
}

// inEntry tells whether an offset stands in the span of an entry; the spans are
// in the order of the text.
func (r *reading) inEntry(at int) bool {
	k := sort.Search(len(r.spans), func(i int) bool { return r.spans[i].start > at })
	return slices.ContainsFunc(r.spans[max(0, k-2):k], func(s stretch) bool { return s.holds(at) })
}

// passedLines names the lines of a plain list that are no entry and no comment.
func (r *reading) passedLines(add func(at int, text, why string)) {
	broken := map[int]bool{}
	for _, b := range r.broken.named {
		broken[b.at] = true
	}
	for start, line := range lines(r.text) {
		at, body := plainBody(line)
		if body == "" || broken[start+at] {
			continue
		}
		k := sort.Search(len(r.spans), func(i int) bool { return r.spans[i].start >= start })
		if k == len(r.spans) || r.spans[k].start > start+len(line) {
			add(start+at, strings.TrimSpace(body), "reads neither as an id nor as a title")
		}
	}
}
