package markdown

import (
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// cited gives the title of a block that is a citation without a link to the
// paper it cites. What it links to must be something beside the paper.
func (b *block) cited() citation.Reading {
	if b.kind != itemBlock && b.kind != paragraphBlock || len(b.papers) > 0 || length(b.runs) > citation.MaxCitation {
		return citation.Reading{}
	}
	for i := range b.links {
		if !b.linkText(i).label {
			return citation.Reading{}
		}
	}
	text := plainText(b.runs)
	if t := citation.Of(text, boldTitle(b.runs)); t.Title != "" {
		return t
	}
	return citation.Parse(text)
}

// citedBelow gives the title of the one citation below an item that has no more
// than a short name of its own.
func (b *block) citedBelow(before []run) citation.Reading {
	const short = 5
	if b.kind != itemBlock || len(b.papers) != 1 || words.WordCount(firstTitle(before).Title) >= short {
		return citation.Reading{}
	}
	var found citation.Reading
	lines := b.runs[len(firstLine(b.runs)):]
	for len(lines) > 0 {
		lines = lines[1:]
		line := firstLine(lines)
		lines = lines[len(line):]
		t := peopleTitle(line)
		if t.Title != "" && found.Title != "" {
			return citation.Reading{}
		}
		found = citation.Or(found, t)
	}
	return found
}

// peopleTitle gives the title in a line that begins with people.
func peopleTitle(line []run) citation.Reading {
	if length(line) > citation.MaxProse {
		return citation.Reading{}
	}
	text := plainText(line)
	if citation.LeadingPeople(text) == 0 {
		return citation.Reading{}
	}
	if t := citation.Loose(text); words.WordCount(t.Title) >= 2 && !strings.HasPrefix(text, t.Title) && len(t.Title) <= citation.MaxTitle {
		return t
	}
	return citation.Reading{}
}

// quotedLine gives the title of the one line that begins with a quote and ends
// with where the paper appeared, or with the quotation.
func quotedLine(before []run) citation.Reading {
	for len(before) > 0 {
		line := firstLine(before)
		before = before[min(len(line)+1, len(before)):]
		text := strings.TrimRight(plainText(line), " [(")
		quoted, ahead := citation.QuotedPart(text)
		if len(text) > citation.MaxProse || ahead != "" || words.WordCount(quoted) < 2 {
			continue
		}
		behind := text[strings.Index(text, quoted)+len(quoted):]
		if rest := strings.Trim(behind, "\"” ,."); rest != "" && !citation.EndsBeforeVenue(quoted, behind) && !label.IsNote(rest) && !(words.WordCount(rest) < 6 && !dates.YearIn(rest).IsZero() && words.NextLarge(rest)) {
			continue
		}
		t := citation.Clean(quoted)
		return citation.Reading{Title: t.Title, Date: dates.Or(t.Date, dates.Or(dates.In(behind), dates.YearIn(behind)))}
	}
	return citation.Reading{}
}
