package list

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"citemap/graph"
)

// lost says what would be lost with a duplicate; "" is nothing.
func (w *workshop) lost(entry int, links []address) string {
	s := w.spans[entry]
	if s.end <= s.start {
		return "it stands in running text or in HTML"
	}
	for i := range w.entries {
		if other := &w.entries[i]; i != entry && (s.holds(other.Start) || other.Start <= s.start && s.start < other.End) {
			return "its place in the list holds another paper too"
		}
	}
	if !w.agrees(entry) {
		return "has another title: one of the two ids may be wrong"
	}
	if w.bibtex() && w.isReferredTo(entry) {
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
func (w *workshop) about(entry int, links []address) string {
	for _, l := range links {
		if w.spans[entry].holds(l.start) {
			if l.linked && l.at.scheme == "" && !isLabel(l.anchor) && !w.isPage(l, entry) {
				return l.text
			}
			return ""
		}
	}
	return ""
}

// isPage tells whether an address is the one by which an entry names its paper.
func (w *workshop) isPage(l address, entry int) bool {
	return w.entries[entry].IDs.Of(graph.Link) == l.text
}

// moreLinks gives a link of a duplicate that is neither to its paper nor one of
// the first entry's; "" where there is none.
func (w *workshop) moreLinks(entry int, links []address) string {
	first := w.advice[entry].Same
	there := w.ownStretch(first)
	for _, l := range links {
		if !w.spans[entry].holds(l.start) || w.isOfPaper(l, entry) {
			continue
		}
		if !slices.ContainsFunc(links, func(m address) bool { return there.holds(m.start) && m.text == l.text }) {
			return l.text
		}
	}
	return ""
}

// isOfPaper tells whether an address is of the paper of an entry.
func (w *workshop) isOfPaper(l address, entry int) bool {
	if l.at.scheme == graph.Link || w.isPage(l, entry) {
		return true // of a publisher, and there is no other paper
	}
	of := []graph.ExternalIDs{w.entries[entry].IDs}
	if first := w.advice[entry].Same; first >= 0 {
		of = append(of, w.entries[first].IDs)
	}
	if p := w.advice[entry].Paper; p != nil {
		of = append(of, p.IDs, graph.ExternalIDs{{Scheme: graph.S2, Value: string(p.ID)}})
	}
	return l.at.scheme != "" && slices.ContainsFunc(of, func(ids graph.ExternalIDs) bool { return ids.Of(l.at.scheme) == l.at.value })
}

// ownStretch gives the lines of an entry, or its span where it shares them.
func (w *workshop) ownStretch(entry int) stretch {
	if s := w.spans[entry]; s.end > s.start {
		return s
	}
	return stretch{w.entries[entry].Start, w.entries[entry].End}
}

// knownWords gives the words that stay when a duplicate goes: those of the
// first entry, those of the paper, and those that only say what a link is.
func (w *workshop) knownWords(entry int) map[string]bool {
	first := w.ownStretch(w.advice[entry].Same)
	e := &w.entries[entry]
	texts := []string{string(w.text[first.start:first.end]), w.entries[w.advice[entry].Same].Text, e.Date.String(), strings.Join(idValues(e.IDs), " ")}
	if w.bibtex() {
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
func (w *workshop) withoutMarkup(entry int, links []address) string {
	if w.bibtex() {
		return w.bibtexWords(entry)
	}
	s := w.spans[entry]
	at := s.start
	if w.markdown() {
		at += len(itemMark.FindString(w.text.line(s.start)))
	}
	var b strings.Builder
	for _, l := range links {
		if l.start >= at && l.end <= s.end {
			b.WriteString(string(w.text[at:l.start]) + " ")
			at = l.end
		}
	}
	b.Write(w.text[at:s.end])
	return b.String()
}

// unknownWords gives the words of a text that are not known and do not only
// say what a link is.
func unknownWords(text string, known map[string]bool) []string {
	var more []string
	for _, word := range wordsOf(text) {
		if !known[word] && labels[word] != paperLabel && !plainWords[word] && !slices.Contains(more, word) {
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
