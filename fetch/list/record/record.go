// Package record has the model of a paper as programs describe it, field by field,
// and reads the forms that have a record after the other: tagged lines, XML,
// LaTeX's bibliographies, outlines, pasted pages.
package record

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/span"
	"citemap/graph"
	"citemap/graph/titles"
)

// A Record is a paper as a program describes it. A reader fills it in field by
// field, in the order of the text, each by its Role.
type Record struct {
	Start, End int // its bytes in the text
	Line       int // 0 where it is to be counted

	Name    string // what the text calls it, for messages
	Title   string
	Authors []string
	Date    graph.Date
	IDs     graph.ExternalIDs
	Section string // what the group that it stands in is called
	Printed string // the whole as a person reads it, where no field is marked as the title

	rank  int      // of the field that the title is from, see titleOf
	dates []string // read together, see readDates
	later []later  // fields that are read behind those that hold nothing but an id
	short []string // people with initials, for where nobody is named in full

	page  string // the first address that may be its page; one on a site of papers goes before others
	sure  bool   // the page is on such a site
	exact bool   // HTML in the title is the title's own

	database  string // who gave the record its numbers, in small letters
	accession string // the number that the database has for it
	custom    string // a field in which databases keep numbers of their own
}

// A later is a field that may hold ids among words, and how to read it.
type later struct {
	read  Role
	value string
}

// A Records is what was read of a text, in its order.
type Records struct {
	Entries []graph.Entry
	Faults  span.Faults
	full    bool
}

// Add takes in the entry that a record makes. One without title and id is a
// fault, and so is one too many.
func (x *Records) Add(w *Record) {
	if x.full {
		return
	}
	if len(x.Entries) >= limit.MaxEntries {
		*x = Records{full: true}
		x.Faults.Add(*limit.TooMany())
		return
	}
	if e, f := w.Entry(); f != nil {
		x.Faults.Add(*f)
	} else {
		x.Entries = append(x.Entries, e)
	}
}

// Fault notes what was not read.
func (x *Records) Fault(at int, what string) {
	if !x.full {
		x.Faults.Add(span.Fault{At: at, What: what})
	}
}

// Entry gives the entry of a record. One without title and id is a fault.
func (w *Record) Entry() (graph.Entry, *span.Fault) {
	w.finish()
	if !w.exact {
		w.Title = withoutSite(PlainTitle(w.Title))
	}
	if w.Title = words.OneLine(w.Title); !strings.ContainsFunc(w.Title, isWordRune) {
		w.Title = ""
	}
	for i, name := range w.Authors {
		if strings.ContainsAny(name, "<*†‡") {
			w.Authors[i] = strings.TrimRight(words.OneLine(tags.ReplaceAllString(name, "")), "*†‡ ")
		}
	}
	if w.page != "" && !w.HasLookup() {
		w.AddID(graph.Link, w.page)
	}
	if w.Title == "" && len(w.IDs) == 0 {
		return graph.Entry{}, &span.Fault{At: w.Start, Line: w.Line, What: words.OneLine("entry " + w.Name + " has neither title nor id")}
	}
	return graph.Entry{Line: w.Line, Start: w.Start, End: w.End, Text: w.text(), Title: w.Title, Authors: w.Authors,
		Date: w.Date, IDs: w.IDs, Section: w.Section}, nil
}

// tags are those with which a site sets a name off; stars and daggers behind one
// lead to a note.
var tags = regexp.MustCompile(`</?(?:b|i|u|strong|em|span|a)\b[^<>]*>`)

// text gives the words of the entry: people, title and date, or its ids.
func (w *Record) text() string {
	var parts []string
	for _, s := range []string{strings.Join(w.Authors, " and "), w.Title, w.Date.String()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	text := strings.Join(parts, ". ")
	if w.Title == "" {
		for _, id := range w.IDs {
			text += " " + id.String()
		}
	}
	return strings.TrimSpace(text)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// finish reads what depends on other fields.
func (w *Record) finish() {
	w.readDates()
	w.readNumbers()
	for len(w.later) > 0 { // some put themselves off once more
		fields := w.later
		w.later = nil
		for _, f := range fields {
			f.read(w, f.value)
		}
	}
	if w.Authors == nil {
		w.Authors = w.short
	}
	if w.rank == journalRank && (len(w.IDs) > 0 || w.page != "") {
		w.Title = ""
	}
	if w.Title == "" && w.Printed != "" {
		if t := citation.Parse(w.Printed); !t.Doubtful() {
			w.Title, w.Date = t.Title, dates.Or(w.Date, t.Date)
		}
		if w.Title == "" && !w.HasLookup() {
			w.Title = strings.TrimRight(w.Printed[:min(len(w.Printed), citation.MaxTitle)], ". ")
		}
	}
}

// readDates reads the dates of a record: those with a year first, then what others
// say of its month and day. EndNote writes "May 18" beside the year.
func (w *Record) readDates() {
	var parts []string
	for _, s := range w.dates {
		if d := LooseDate(s); d.IsZero() {
			parts = append(parts, s)
		} else {
			w.Date = Finer(w.Date, d)
		}
	}
	for _, s := range parts {
		if w.Date.Year > 0 {
			w.Date = Finer(w.Date, withinYear(w.Date.Year, s))
		}
	}
	w.dates = nil
}

// withinYear reads a month and a day of a year.
func withinYear(year int, s string) graph.Date {
	y := strconv.Itoa(year)
	for _, whole := range []string{s + ", " + y, s + " " + y, y + " " + s} {
		if d := LooseDate(whole); d.Month > 0 {
			return d
		}
	}
	return graph.Date{Year: year, Month: FirstMonth(s)}
}

// readNumbers reads the numbers that mean something in one database only.
func (w *Record) readNumbers() {
	for _, name := range []string{"pubmed", "medline", "nlm"} {
		if w.accession != "" && strings.Contains(w.database, name) {
			w.AddPubMed(w.accession)
		}
	}
	if strings.Contains(w.database, "scopus") && len(w.custom) <= 8 {
		w.AddPubMed(w.custom)
	}
}

// isEmpty tells a record of which nothing has been read that makes an entry.
func (w *Record) isEmpty() bool {
	return w.Title == "" && len(w.Authors)+len(w.IDs)+len(w.later) == 0
}

// SetSource notes who wrote the record: citemap says so where the title is to stay
// as it is.
func (w *Record) SetSource(name string) { w.exact = w.exact || name == "citemap" }

// ofSite is what sites put around the titles of their pages, as bookmarks and
// chats have them.
var ofSite = regexp.MustCompile(`^\[\d{4}\.\d{4,5}\] |^arXiv\.org: | [|-] (?:arXiv(?:\.org.*)?|OpenReview|ACL Anthology)$`)

func withoutSite(title string) string {
	for _, mark := range []string{"arXiv", "OpenReview", "ACL Anthology"} {
		if strings.Contains(title, mark) {
			return ofSite.ReplaceAllString(title, "")
		}
	}
	if strings.HasPrefix(title, "[") {
		return ofSite.ReplaceAllString(title, "")
	}
	return title
}

// PlainTitle gives a title as a person reads it: databases and reference managers
// leave HTML, MathML and LaTeX in theirs.
func PlainTitle(title string) string { return norm.NFC.String(titles.Plain(title)) }
