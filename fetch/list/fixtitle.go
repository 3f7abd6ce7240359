package list

import (
	"strings"
	"unicode"

	"citemap/graph"
)

// titles gives bare links the titles of their papers.
func (w *workshop) titles() {
	switch {
	case w.bibtex():
		w.bibtexTitles()
	case w.plain():
		w.lineTitles()
	default:
		w.linkTitles()
	}
}

// lineTitles writes titles behind the ids of a plain list, as other lines do.
func (w *workshop) lineTitles() {
	count := map[string]int{}
	titled, between := 0, ""
	for i := range w.entries {
		if s := w.styleOf(&w.entries[i]).titled; s != "" {
			titled++
			if count[s]++; count[s] > count[between] {
				between = s
			}
		}
	}
	if !common(titled, len(w.entries)) {
		return
	}
	for i, a := range w.advice {
		e := &w.entries[i]
		if a.Paper == nil || a.Same >= 0 || e.Title != "" || printable(a.Paper.Title) == "" || strings.Contains(w.text.line(e.Start), "#") {
			continue
		}
		at := w.text.lineEnd(e.Start)
		at -= len(w.text.line(at)) - len(strings.TrimRight(w.text.line(at), " \t"))
		title := printable(a.Paper.Title)
		read := !strings.Contains(between, "#") // a comment is not read as the title
		w.add(correction{edits: []edit{{at, at, between + lineTitleOf(title)}}, entry: i, gains: read,
			change: w.change(e.Line, shown(e)+" now has the title "+title)})
	}
}

// gain adds a correction that gives an entry what it has not.
func (w *workshop) gain(entry int, x edit, what string) {
	e := &w.entries[entry]
	w.add(correction{edits: []edit{x}, entry: entry, gains: true, change: w.change(e.Line, shown(e)+" now has the "+what)})
}

// linkTitles makes of an address that stands alone in its entry a link with the
// paper's title.
func (w *workshop) linkTitles() {
	var links []address
	for i, a := range w.advice {
		e := &w.entries[i]
		if a.Paper == nil || a.Same >= 0 || e.Title != "" || printable(a.Paper.Title) == "" {
			continue
		}
		if links == nil {
			links = addressesIn(w.text, w.markdown())
		}
		only := -1
		for k, l := range links {
			if l.start < e.Start || l.end > e.End {
				continue
			}
			if only >= 0 && !links[k].outer.holds(links[only].start) {
				only = -1
				break
			}
			only = k
		}
		if only < 0 || !w.isOfPaper(links[only], i) || links[only].at.scheme == graph.Link || !w.saysNothing(e, links[only]) {
			continue
		}
		l := links[only]
		page := canonical(l.text, kept{})
		title := printable(a.Paper.Title)
		w.gain(i, edit{l.outer.start, l.outer.end, "[" + inMarkdown(title) + "](" + linkEscapes.Replace(page) + ")"}, "title "+title)
	}
}

// saysNothing tells whether an entry has no words beside its one link, and that
// link none of its own but its address or id.
func (w *workshop) saysNothing(e *graph.Entry, l address) bool {
	if l.anchor != "" && !isAddressOrID(l.anchor) {
		return false
	}
	rest := string(w.text[e.Start:l.outer.start]) + " " + string(w.text[l.outer.end:max(e.End, l.outer.end)])
	if mark := itemMark.FindString(rest); mark != "" {
		rest = rest[len(mark):]
	}
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		if strings.Trim(word, "-") != "" && wholeDate(word).IsZero() {
			return false
		}
	}
	return true
}
