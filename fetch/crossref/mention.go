package crossref

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch"
	"citemap/fetch/address"
	"citemap/fetch/api"
	"citemap/fetch/citation"
	"citemap/graph"
)

// paper makes a paper of an entry of a bibliography: one with an id where the
// entry has a DOI, or one DOI or arXiv id stands in its text; else a stub where
// it has a title. ok is false where it has neither.
func (m *wireMention) paper() (p graph.Paper, ok bool) {
	p = graph.Paper{Title: m.title(), Authors: m.authors(), Date: m.date(), Venue: api.Title(m.JournalTitle.Value)}
	x, identified := m.id()
	switch {
	case identified:
		p.IDs = graph.ExternalIDs{x}
	case p.Title != "":
		p.Stub = true
	default:
		return graph.Paper{}, false
	}
	p.ID = fetch.PaperIDOf(&p)
	return p, true
}

// id is the DOI that the publisher or Crossref gave, else the one id that the
// texts of the entry name. Two different ones are two works in one entry, or a
// work and something about it.
func (m *wireMention) id() (graph.ExternalID, bool) {
	if x, ok := address.ParseDOI(api.Plain(m.DOI.Value)); ok {
		return x, true
	}
	var only graph.ExternalID
	for _, text := range []string{m.Unstructured.Value, m.JournalTitle.Value, m.VolumeTitle.Value, m.ArticleTitle.Value} {
		for _, x := range address.IDs(api.Title(text)) {
			if only.Value != "" && only != x {
				return graph.ExternalID{}, false
			}
			only = x
		}
	}
	return only, only.Value != ""
}

// title is the title of the entry: of the article, of a book that is cited
// whole, or what the printed entry shows as such; "" where there is none.
func (m *wireMention) title() string {
	if title := api.Title(m.ArticleTitle.Value); usable(title) {
		return title
	}
	// A page within a volume means that a part of it is cited, nobody says which.
	if title := api.Title(m.VolumeTitle.Value); m.FirstPage.Value == "" && single(title) {
		return title
	}
	return titleIn(api.Title(m.Unstructured.Value))
}

// titleIn gives the title in an entry as it is printed; "" where its place is not
// certain, or where it is no title that tells a work from others.
func titleIn(entry string) string {
	if printed := citation.Parse(entry); !printed.Doubtful() && single(printed.Title) {
		return printed.Title
	}
	return ""
}

// single reports whether a text can be the title of one work, and not of a volume
// that holds many.
func single(title string) bool { return usable(title) && !collection.MatchString(title) }

// collection names a volume that papers are in.
var collection = regexp.MustCompile(`^(?i)(?:in:?\s+)?(?:(?:\S+\s+){0,3}proceedings\b|proc\b|advances in\b|lecture notes\b|handbook of\b|(?:\S+\s+){0,6}(?:conference|workshop|symposium|transactions)\b)`)

// link is an address and nothing else.
var link = regexp.MustCompile(`^(?i)(?:https?://|www\.)\S*$`)

// usable reports whether a text can be a title that tells a work from others:
// three words with two letters, or six letters of a script that does not space
// its words; no more than 250 characters, mostly letters, and no address.
func usable(title string) bool {
	words, wide, letters, printed := 0, 0, 0, 0
	for _, w := range strings.Fields(title) {
		inWord := 0
		for _, r := range w {
			printed++
			switch {
			case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
				wide++
				letters++
			case unicode.IsLetter(r) || unicode.IsMark(r):
				inWord++
				letters++
			}
		}
		if inWord >= 2 {
			words++
		}
	}
	return (words >= 3 || wide >= 6) && 2*letters > printed && utf8.RuneCountInString(title) <= 250 && !link.MatchString(title)
}

var etAl = regexp.MustCompile(`(?i)[\s,]*\bet\.? al\b.*$`)

// authors is the first author, whom alone Crossref keeps.
func (m *wireMention) authors() []string {
	name := strings.TrimSpace(etAl.ReplaceAllString(api.Title(m.Author.Value), ""))
	if name == "" || utf8.RuneCountInString(name) > 80 {
		return nil
	}
	return []string{name}
}

var yearText = regexp.MustCompile(`^\D{0,3}((?:1[4-9]|20)\d\d)[a-z]?\D{0,3}$`)

// date is the year of the entry, of which publishers print "2015a" too.
func (m *wireMention) date() graph.Date {
	found := yearText.FindStringSubmatch(api.Plain(m.Year.Value))
	if found == nil {
		return graph.Date{}
	}
	year, _ := strconv.Atoi(found[1])
	return graph.Date{Year: year}
}
