package markdown

import (
	"regexp"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
)

// cited gives the title of a block that is a citation without a link to the
// paper it cites. What it links to must be something beside the paper.
func (b *block) cited() citation.Reading {
	if b.kind != itemBlock && b.kind != paragraphBlock || len(b.papers) > 0 || styled.Length(b.runs) > citation.MaxProse {
		return citation.Reading{}
	}
	for i := range b.links {
		if !b.linkText(i).label {
			return citation.Reading{}
		}
	}
	text := aheadOfNote.ReplaceAllString(styled.Text(b.runs), "$1")
	if b.listed {
		t := styled.LineTitle(styled.FirstLine(b.runs))
		return citation.Reading{Title: t.Title, Date: dates.Or(t.Date, dates.In(text))}
	}
	if t := citation.ParseMarked(text, styled.BoldTitle(b.runs).Title); !t.Doubtful() {
		return t
	}
	if t := citation.Parse(text); !t.Doubtful() {
		return t
	}
	return citation.Reading{}
}

// aheadOfNote is a citation in letters of Latin with what somebody says of it in
// Chinese behind the year.
var aheadOfNote = regexp.MustCompile(`^([^\p{Han}]{20,}\b(?:19|20)\d\d)\s*[,，.。;；:：]\s*\p{Han}.*$`)

// markListed tells the items without a link that are papers all the same: those that
// begin with a year or a month, as the items beside them do that have a paper each.
func (b *block) markListed() {
	var without []*block
	with := 0
	for _, inner := range b.blocks {
		switch {
		case inner.kind != itemBlock || !dateAhead.MatchString(styled.Text(inner.runs)):
		case len(inner.papers) == 1:
			with++
		case len(inner.papers) == 0 && len(inner.links) == 0:
			without = append(without, inner)
		}
	}
	for _, inner := range without {
		inner.listed = with > 1 && with >= len(without)
	}
}

// dateAhead is a year or a month in brackets, ahead of a title. News have a day.
var dateAhead = regexp.MustCompile(`^\[(?:19|20)\d\d(?:[/.-]\d\d?)?\][.:,]?\s*[\p{Lu}\d]`)

// citedBelow gives the title of the one citation below an item that has no more
// than a short name of its own.
func (b *block) citedBelow(before []styled.Run) citation.Reading {
	const short = 5
	if b.kind != itemBlock || len(b.papers) != 1 || words.WordCount(styled.FirstTitle(before).Title) >= short {
		return citation.Reading{}
	}
	var found citation.Reading
	lines := b.runs[len(styled.FirstLine(b.runs)):]
	for len(lines) > 0 {
		lines = lines[1:]
		line := styled.FirstLine(lines)
		lines = lines[len(line):]
		t := styled.PeopleTitle(line)
		if t.Title != "" && found.Title != "" {
			return citation.Reading{}
		}
		found = found.Or(t)
	}
	return found
}
