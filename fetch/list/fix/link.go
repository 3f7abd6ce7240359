package fix

import (
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation/label"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A mention is a paper in an entry.
type mention struct {
	entry int
	id    graph.ExternalID
}

// links makes the addresses of papers canonical. One that its text or column
// calls a PDF, or that is one of several for its paper, stays what it is; so
// does one of several at a mirror, and one that is called by its version.
func (w *round) links() {
	all := span.Links(w.Text, w.Markdown())
	if w.Bibtex() {
		w.bareDOIs()
		values := w.linkStretches()
		all = slices.DeleteFunc(all, func(a span.Link) bool {
			return !slices.ContainsFunc(values, func(s span.Span) bool { return s.Holds(a.Start) })
		})
	}
	times := map[mention]int{}
	for _, a := range all {
		times[mention{w.EntryAt(a.Start), a.Page.ExternalID()}]++
	}
	lines, form := span.CountLines(w.Text), w.AddressForm()
	for i, a := range all {
		several := times[mention{w.EntryAt(a.Start), a.Page.ExternalID()}] > 1 && !isTwin(all, i)
		label := a.Linked && (a.Anchor == "" || label.IsLabel(a.Anchor))
		if address.IsMirror(a.Text) && (several || label) || versionWord.MatchString(a.Anchor) {
			continue
		}
		now := address.Canonical(a.Text, address.Kept{PDF: several || w.calledPDF(a), Other: several || label, Form: form})
		if now != a.Text {
			w.add(correction{edits: []span.Edit{{Start: a.Start, End: a.End, Text: now}}, entry: -1,
				change: w.change(lines.At(a.Start), "link "+a.Text+" is now "+now)})
		}
	}
}

var (
	pdfWord     = regexp.MustCompile(`(?i)\bpdf\b|📄`)
	versionWord = regexp.MustCompile(`^[vV]\d+$`)
)

// calledPDF tells whether the list calls what is at an address a PDF: in the
// link's text, ahead of the address, or at the head of the column.
func (w *round) calledPDF(a span.Link) bool {
	ahead := string(w.Text[w.Text.LineStart(a.Outer.Start):a.Outer.Start])
	if pdfWord.MatchString(a.Anchor) || pdfWord.MatchString(ahead[max(0, len(ahead)-6):]) {
		return true
	}
	if !w.Markdown() || !strings.Contains(ahead, "|") {
		return false
	}
	head := w.TableHead(a.Start)
	if head < 0 {
		return false
	}
	header := layout.CutRow(w.Text.Line(head))
	column := strings.Count(strings.ReplaceAll(strings.TrimPrefix(strings.TrimLeft(ahead, " \t>"), "|"), `\|`, ""), "|")
	return column < len(header) && pdfWord.MatchString(header[column])
}

// isTwin tells whether an address is the text of the link to it, or the target
// of a link whose text is an address: the two count as one.
func isTwin(all []span.Link, i int) bool {
	return i+1 < len(all) && all[i+1].Outer.Holds(all[i].Start) || i > 0 && all[i].Outer.Holds(all[i-1].Start)
}
