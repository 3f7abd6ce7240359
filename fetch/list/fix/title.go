package fix

import (
	"strings"
	"unicode"

	"citemap/fetch/address"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// titles gives bare links the titles of their papers.
func (w *round) titles() {
	switch {
	case w.Bibtex():
		w.bibtexTitles()
	case w.Plain():
		w.lineTitles()
	default:
		w.linkTitles()
	}
}

// lineTitles writes titles behind the ids of a plain list, as other lines do.
func (w *round) lineTitles() {
	count := map[string]int{}
	titled, between := 0, ""
	for i := range w.Entries {
		if s := w.StyleOf(&w.Entries[i]).Titled; s != "" {
			titled++
			if count[s]++; count[s] > count[between] {
				between = s
			}
		}
	}
	if !common(titled, len(w.Entries)) {
		return
	}
	for i, a := range w.advice {
		e := &w.Entries[i]
		if a.Paper == nil || a.Same >= 0 || e.Title != "" || layout.Printable(a.Paper.Title) == "" || strings.Contains(w.Text.Line(e.Start), "#") {
			continue
		}
		at := w.Text.LineEnd(e.Start)
		at -= len(w.Text.Line(at)) - len(strings.TrimRight(w.Text.Line(at), " \t"))
		title := layout.Printable(a.Paper.Title)
		read := !strings.Contains(between, "#") // a comment is not read as the title
		w.add(correction{edits: []span.Edit{{Start: at, End: at, Text: between + layout.LineTitleOf(title)}}, entry: i, gains: read,
			change: w.change(e.Line, shown(e)+" now has the title "+title)})
	}
}

// linkTitles makes of an address that stands alone in its entry a link with the
// paper's title.
func (w *round) linkTitles() {
	var links []span.Link
	for i, a := range w.advice {
		e := &w.Entries[i]
		if a.Paper == nil || a.Same >= 0 || e.Title != "" || layout.Printable(a.Paper.Title) == "" {
			continue
		}
		if links == nil {
			links = span.Links(w.Text, w.Markdown())
		}
		only := -1
		for k, l := range links {
			if l.Start < e.Start || l.End > e.End {
				continue
			}
			if only >= 0 && !links[k].Outer.Holds(links[only].Start) {
				only = -1
				break
			}
			only = k
		}
		if only < 0 || !w.isOfPaper(links[only], i) || links[only].Page.Scheme == graph.Link || !w.saysNothing(e, links[only]) {
			continue
		}
		l := links[only]
		page := address.Canonical(l.Text, address.Kept{Form: w.AddressForm()})
		title := layout.Printable(a.Paper.Title)
		w.gain(i, span.Edit{Start: l.Outer.Start, End: l.Outer.End, Text: "[" + layout.InMarkdown(title) + "](" + layout.LinkEscapes.Replace(page) + ")"}, "title "+title)
	}
}

// saysNothing tells whether an entry has no words beside its one link, and that
// link none of its own but its address or id.
func (w *round) saysNothing(e *graph.Entry, l span.Link) bool {
	if l.Anchor != "" && !label.IsAddressOrID(l.Anchor) {
		return false
	}
	rest := string(w.Text[e.Start:l.Outer.Start]) + " " + string(w.Text[l.Outer.End:max(e.End, l.Outer.End)])
	if mark := layout.ItemMark.FindString(rest); mark != "" {
		rest = rest[len(mark):]
	}
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		if strings.Trim(word, "-") != "" && dates.Whole(word).IsZero() {
			return false
		}
	}
	return true
}
