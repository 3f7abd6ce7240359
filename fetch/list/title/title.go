// Package title finds out what a reading list calls itself.
package title

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/front"
	"citemap/fetch/list/span"
)

// within is how far into a document its title is looked for, in bytes.
const within = 64 << 10

// smallest is the level of the smallest heading that can be a document's title.
const smallest = 3

// Markdown gives what a document calls itself: the title of its front matter, its
// first heading of the first level, or its first heading. entries are the spans
// of what was read of it: a heading within one names a paper, and one of several
// that hold entries is a section. "" where the document has no title.
func Markdown(source []byte, entries []span.Span) string {
	if title := plain(front.Title(source)); title != "" {
		return title
	}
	headings := slices.DeleteFunc(headingsOf(source[:min(len(source), within)]), func(h heading) bool {
		return h.text == "" || h.level > smallest || isPartName(h.text) || slices.ContainsFunc(entries, func(s span.Span) bool { return s.Holds(h.at) })
	})
	first := max(0, slices.IndexFunc(headings, func(h heading) bool { return h.level == 1 }))
	if len(headings) == 0 || isSection(headings[first:], entries) {
		return ""
	}
	return headings[first].text
}

// isSection tells whether the first of headings is one part of several: entries
// stand below it, and a heading follows that is no smaller.
func isSection(headings []heading, entries []span.Span) bool {
	own := headings[0]
	next := slices.IndexFunc(headings[1:], func(h heading) bool { return h.level <= own.level })
	if next < 0 {
		return false
	}
	below := span.Span{Start: own.at, End: headings[1+next].at}
	return slices.ContainsFunc(entries, func(s span.Span) bool { return below.Holds(s.Start) })
}

// partNames are headings that name a part of any document, in lower case.
var partNames = []string{"about", "content", "contents", "description", "introduction", "license", "overview", "readme", "references", "table of content", "table of contents", "toc"}

func isPartName(heading string) bool {
	return slices.Contains(partNames, strings.ToLower(strings.Trim(heading, " :.#")))
}

var orgTitle = regexp.MustCompile(`(?im)^#\+title:[ \t]*(.+)$`)

// Org gives the title of an outline of Emacs; "" where it has none.
func Org(source []byte) string {
	if m := orgTitle.FindSubmatch(source[:min(len(source), within)]); m != nil {
		return plain(string(m[1]))
	}
	return ""
}

// File makes a title of the name of a file: without its folder and ending, and
// with spaces where names have other marks. "" where the name says nothing, as
// that of standard input.
func File(name string) string {
	base := filepath.Base(name)
	words := strings.FieldsFunc(strings.TrimSuffix(base, filepath.Ext(base)), func(r rune) bool { return r == '_' || r == '-' || unicode.IsSpace(r) })
	title := plain(strings.Join(words, " "))
	r, size := utf8.DecodeRuneInString(title)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + title[size:]
}

// plain takes emoji and surplus space off a title.
func plain(title string) string {
	return strings.Join(strings.Fields(words.StripEmoji(title)), " ")
}
