package fix

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
	"citemap/graph"
	"citemap/graph/titles"
)

// agrees tells whether a duplicate is what its id says: its title, where it
// has one, is the paper's; where the paper is not known, the first entry's.
func (w *round) agrees(entry int) bool {
	e, a := &w.Entries[entry], w.advice[entry]
	switch {
	case e.Title == "":
		return true
	case a.Paper != nil:
		return a.Paper.Title == "" || titles.Same(e.Title, a.Paper.Title)
	}
	return titles.Same(e.Title, w.Entries[a.Same].Title)
}

// lost says what would be lost with a duplicate; "" is nothing.
func (w *round) lost(entry int, links []span.Link) string {
	s := w.spans[entry]
	if s.End <= s.Start {
		return "it stands in running text or in HTML"
	}
	for i := range w.Entries {
		if other := &w.Entries[i]; i != entry && (s.Holds(other.Start) || other.Start <= s.Start && s.Start < other.End) {
			return "its place in the list holds another paper too"
		}
	}
	if !w.agrees(entry) {
		return "has another title: one of the two ids may be wrong"
	}
	if w.Bibtex() && w.isReferredTo(entry) {
		return "another record refers to " + w.key(entry)
	}
	if about := w.about(entry, links); about != "" {
		return "its place in the list is about " + about
	}
	known := w.knownWords(entry)
	if more := w.moreLinks(entry, links); more != "" {
		return "it links to " + more + " too"
	}
	if more := unknownWords(versions.ReplaceAllString(w.withoutMarkup(entry, links), "$1"), known); len(more) > 0 {
		return "it says more: " + strconv.Quote(strings.Join(more[:min(len(more), 6)], " "))
	}
	return ""
}

var versions = regexp.MustCompile(`(\d{4}\.\d{4,5})v\d+`)

// about gives what the title of an entry links to, where that is no paper: code,
// a data set; "" where it is.
func (w *round) about(entry int, links []span.Link) string {
	for _, l := range links {
		if w.spans[entry].Holds(l.Start) {
			if l.Linked && l.Page.Scheme == "" && !label.IsLabel(l.Anchor) && !w.isPage(l, entry) {
				return l.Text
			}
			return ""
		}
	}
	return ""
}

// moreLinks gives a link of a duplicate that is neither to its paper nor one of
// the first entry's; "" where there is none.
func (w *round) moreLinks(entry int, links []span.Link) string {
	first := w.advice[entry].Same
	there := w.ownStretch(first)
	for _, l := range links {
		if !w.spans[entry].Holds(l.Start) || w.isOfPaper(l, entry) {
			continue
		}
		if !slices.ContainsFunc(links, func(m span.Link) bool { return there.Holds(m.Start) && m.Text == l.Text }) {
			return l.Text
		}
	}
	return ""
}

// ownStretch gives the lines of an entry, or its span where it shares them.
func (w *round) ownStretch(entry int) span.Span {
	if s := w.spans[entry]; s.End > s.Start {
		return s
	}
	return span.Span{Start: w.Entries[entry].Start, End: w.Entries[entry].End}
}

// knownWords gives the words that stay when a duplicate goes: those of the
// first entry, those of the paper, and those that only say what a link is.
func (w *round) knownWords(entry int) map[string]bool {
	first := w.ownStretch(w.advice[entry].Same)
	e := &w.Entries[entry]
	texts := []string{string(w.Text[first.Start:first.End]), w.Entries[w.advice[entry].Same].Text, e.Date.String(), strings.Join(idValues(e.IDs), " ")}
	if w.Bibtex() {
		texts = append(texts, w.bibtexWords(w.advice[entry].Same))
	}
	if m := time.Month(e.Date.Month); m > 0 {
		texts = append(texts, m.String(), m.String()[:3])
	}
	if p := w.advice[entry].Paper; p != nil {
		texts = append(texts, p.Title, p.Venue, p.Date.String(), strings.Join(p.Authors, " "), strings.Join(idValues(p.IDs), " "))
	}
	known := map[string]bool{}
	for _, text := range texts {
		for _, word := range wordsOf(text) {
			known[word] = true
		}
	}
	return known
}

// withoutMarkup gives the text of an entry's lines without its addresses and
// the mark of its item.
func (w *round) withoutMarkup(entry int, links []span.Link) string {
	if w.Bibtex() {
		return w.bibtexWords(entry)
	}
	s := w.spans[entry]
	at := s.Start
	if w.Markdown() {
		at += len(layout.ItemMark.FindString(w.Text.Line(s.Start)))
	}
	var b strings.Builder
	for _, l := range links {
		if l.Start >= at && l.End <= s.End {
			b.WriteString(string(w.Text[at:l.Start]) + " ")
			at = l.End
		}
	}
	b.Write(w.Text[at:s.End])
	return b.String()
}

// unknownWords gives the words of a text that are not known and do not only
// say what a link is.
func unknownWords(text string, known map[string]bool) []string {
	var more []string
	for _, word := range wordsOf(text) {
		if !known[word] && words.Labels[word] != words.PaperLabel && !plainWords[word] && !slices.Contains(more, word) {
			more = append(more, word)
		}
	}
	return more
}

// plainWords say nothing of a paper by themselves.
var plainWords = map[string]bool{
	"abs": true, "abstract": true, "link": true, "url": true, "doi": true, "html": true, "acl": true, "https": true, "http": true,
	"by": true, "and": true, "et": true, "al": true, "in": true, "the": true, "of": true, "a": true, "an": true, "org": true,
}

// wordsOf cuts a text into words, small and without accents.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func idValues(ids graph.ExternalIDs) []string {
	var out []string
	for _, id := range ids {
		out = append(out, id.Value)
	}
	return out
}
