package citation

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// Parse reads a citation that stands without a link to its paper: people, a
// title, and a year ahead of the title or behind it. What it gives of any other
// text is doubtful.
func Parse(s string) Reading {
	if len(s) > maxCitation || !strings.ContainsAny(s, ".,:，。．：") {
		return Reading{}
	}
	if strings.Contains(s, "``") {
		s = texQuotes.Replace(s)
	}
	return read(joinHyphens(words.OneLine(words.Narrow.Replace(s))), 0)
}

var texQuotes = strings.NewReplacer("``", "“", "''", "”")

// ParseMarked reads a citation in which the title is marked, in bold letters.
func ParseMarked(s, title string) Reading {
	at := strings.Index(s, title)
	if at <= 0 || len(s) > MaxProse {
		return Reading{}
	}
	mark, ahead := CutMark(s[:at])
	c := cut{lead: leadOf(mark, ahead, leadingPeople(ahead)), title: title, behind: s[at+len(title):]}
	return c.reading()
}

// TitleIn finds the title in a text that may be a whole citation, or a title
// with a list's remarks around it.
func TitleIn(s string) Reading { return readTitle(s, 0) }

// MarkedTitle finds the title in a text that the list marks as one: all of it,
// but for the people and the venue of a citation.
func MarkedTitle(s string) Reading { return readTitle(s, 2) }

func readTitle(s string, headStart int) Reading {
	if mark, rest := CutMark(s); len(s) > MaxProse || mark != "" && strings.TrimSpace(rest) == "" {
		return Reading{}
	}
	return read(withoutPeopleBelow(s), headStart)
}

// QuotedTitle gives the title of a line that begins with a quote and ends with
// where the paper appeared, or with the quotation.
func QuotedTitle(s string) Reading {
	open, size := utf8.DecodeRuneInString(s)
	end := strings.IndexRune(s[size:], closing[open])
	if len(s) > MaxProse || closing[open] == 0 || end < 0 || words.WordCount(s[size:size+end]) < 2 {
		return Reading{}
	}
	quoted, behind := s[size:size+end], s[size+end:]
	if rest := strings.Trim(behind, "\"” ,."); rest != "" && !isVenue(rest) {
		return Reading{}
	}
	r := Clean(quoted)
	r.Date = dates.Or(r.Date, dates.Or(dates.In(behind), dates.YearIn(behind)))
	return r
}

// read gives the best way to read a text. What speaks for the whole of it being
// the title is its head start.
func read(s string, headStart int) Reading {
	var best cut
	most := math.MinInt
	for _, c := range cuts(s) {
		score := c.score()
		if c.whole {
			score += headStart
		}
		if score > most {
			best, most = c, score
		}
	}
	return best.reading()
}

// reading gives what a way to read a text finds.
func (c *cut) reading() Reading {
	r := Clean(c.title)
	behind := strings.TrimLeft(chineseMarks.Replace(typeMark.ReplaceAllString(c.behind, "")), ". ")
	for _, read := range []func(string) graph.Date{dates.In, dates.YearIn, dates.YearOfIssue, yearUnspaced} {
		r.Date = dates.Or(r.Date, read(behind))
	}
	r.Date = dates.Or(c.told, r.Date)
	c.title, c.year = r.Title, !r.Date.IsZero()
	if c.who != nobody {
		r.People, r.Venue, r.Score = c.names, venueIn(behind), c.score()
	}
	return r
}

// yearUnspaced finds the year in Chinese, which has no spaces: "北京:出版社,2019.".
func yearUnspaced(s string) graph.Date {
	if m := amongHan.FindStringSubmatch(s); m != nil {
		return graph.Date{Year: dates.YearOf(m[1])}
	}
	return graph.Date{}
}

var amongHan = regexp.MustCompile(`\p{Han}\D*\b(\d{4})\b`)

// venueIn gives where a paper appeared, out of what stands behind its title; ""
// where nothing is named before the numbers begin.
func venueIn(behind string) string {
	behind = strings.TrimLeft(behind, "\"”》.,;:!? /")
	venue := beforeNumbers.FindStringSubmatch(behind)[1]
	if words.WordCount(venue) == 0 || len(venue) > MaxTitle {
		return ""
	}
	return strings.TrimRight(venue, " ,;:([")
}

var beforeNumbers = regexp.MustCompile(`^(?:[Ii]n[: ] *)?([^\d.,;]*)`)
