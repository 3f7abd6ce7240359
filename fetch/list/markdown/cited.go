package markdown

import (
	"citemap/fetch/citation"
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
	text := styled.Text(b.runs)
	if t := citation.ParseMarked(text, styled.BoldTitle(b.runs).Title); !t.Doubtful() {
		return t
	}
	if t := citation.Parse(text); !t.Doubtful() {
		return t
	}
	return citation.Reading{}
}

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
