package markdown

import (
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/citation/words"
)

// cited gives the title of a block that is a citation without a link to the
// paper it cites. What it links to must be something beside the paper.
func (b *block) cited() citation.Reading {
	if b.kind != itemBlock && b.kind != paragraphBlock || len(b.papers) > 0 || length(b.pieces) > citation.MaxProse {
		return citation.Reading{}
	}
	for i := range b.links {
		if !b.anchor(i).label {
			return citation.Reading{}
		}
	}
	text := plainText(b.pieces)
	if t := citation.ParseMarked(text, boldTitle(b.pieces).Title); !t.Doubtful() {
		return t
	}
	if t := citation.Parse(text); !t.Doubtful() {
		return t
	}
	return citation.Reading{}
}

// citedBelow gives the title of the one citation below an item that has no more
// than a short name of its own.
func (b *block) citedBelow(before []piece) citation.Reading {
	const short = 5
	if b.kind != itemBlock || len(b.papers) != 1 || words.WordCount(firstTitle(before).Title) >= short {
		return citation.Reading{}
	}
	var found citation.Reading
	lines := b.pieces[len(firstLine(b.pieces)):]
	for len(lines) > 0 {
		lines = lines[1:]
		line := firstLine(lines)
		lines = lines[len(line):]
		t := peopleTitle(line)
		if t.Title != "" && found.Title != "" {
			return citation.Reading{}
		}
		found = found.Or(t)
	}
	return found
}

// peopleTitle gives the title in a line that begins with people.
func peopleTitle(line []piece) citation.Reading {
	if length(line) > citation.MaxProse {
		return citation.Reading{}
	}
	text := plainText(line)
	if t := citation.TitleIn(text); len(t.People) > 1 && words.WordCount(t.Title) >= 2 && !strings.HasPrefix(text, t.Title) && len(t.Title) <= citation.MaxTitle {
		return t
	}
	return citation.Reading{}
}

// quotedLine gives the title of the one line that begins with a quote and ends
// with where the paper appeared, or with the quotation.
func quotedLine(before []piece) citation.Reading {
	for len(before) > 0 {
		line := firstLine(before)
		before = before[min(len(line)+1, len(before)):]
		if t := citation.QuotedTitle(strings.TrimRight(plainText(line), " [(")); t.Title != "" {
			return t
		}
	}
	return citation.Reading{}
}
