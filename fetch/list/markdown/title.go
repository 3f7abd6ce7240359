package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation"
	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// name finds what the block calls one of its papers: the text of a link to it,
// else what stands before the link, else what stands behind it up to the piece
// to.
func (b *block) name(p *paper, to int) citation.Reading {
	first := b.spans[p.links[0]].first
	before := b.withoutLabels(b.pieces[min(p.from, first):first])
	anchor := citation.MarkedTitle(p.anchor)
	if words.WordCount(anchor.Title) >= 2 {
		return anchor
	}
	after := firstLine(b.pieces[b.spans[p.last()].after:to])
	if anchor.Title != "" && strings.HasPrefix(plainText(after), ":") {
		return citation.Clean(anchor.Title + ": " + lineTitle(after).Title)
	}
	tries := []func() citation.Reading{
		func() citation.Reading { return b.cellTitle() },
		func() citation.Reading { return anchor },
		func() citation.Reading { return b.linkedTitle(before) },
		func() citation.Reading { return quotedLine(before) },
		func() citation.Reading { return boldTitle(before) },
		func() citation.Reading { return b.citedBelow(before) },
		func() citation.Reading { return p.ownWords(firstTitle(before)) },
		func() citation.Reading { return behindTitle(after) },
		func() citation.Reading { return b.linkTitle(p) },
	}
	if b.kind == headingBlock && p.from == 0 {
		tries = append([]func() citation.Reading{func() citation.Reading { return lineTitle(firstLine(before)) }}, tries...)
	}
	for _, try := range tries {
		if t := try(); t.Title != "" {
			return t
		}
	}
	return citation.Reading{}
}

// withoutLabels drops the links at the end of what stands before a link that say
// no more than where they lead: "BERT [code](...)".
func (b *block) withoutLabels(before []piece) []piece {
	for i := len(before) - 1; i >= 0; i-- {
		p := before[i]
		if p.link > 0 && b.anchor(p.link-1).label && !b.links[p.link-1].bare {
			before = before[:i]
		} else if words.WordCount(p.text) > 0 || p.gap != noGap {
			break
		}
	}
	return before
}

// ownWords drops the rest of a sentence about the paper before.
func (p *paper) ownWords(t citation.Reading) citation.Reading {
	if r, _ := utf8.DecodeRuneInString(t.Title); p.from > 0 && unicode.IsLower(r) && t.Title == strings.ToLower(t.Title) {
		return citation.Reading{}
	}
	return t
}

// behindTitle gives the title behind a link, where it is not the rest of a
// sentence.
func behindTitle(after []piece) citation.Reading {
	if t := boldTitle(after); len(after) > 0 && words.WordCount(t.Title) >= 3 && words.WordCount(plainText(after)) < 30 {
		return t
	}
	t := lineTitle(after)
	if isSummary(t.Title) {
		return citation.Reading{}
	}
	r, _ := utf8.DecodeRuneInString(t.Title)
	if words.WordCount(t.Title) < 2 || words.WordCount(t.Title) > 30 || unicode.IsLower(r) {
		return citation.Reading{}
	}
	return t
}

// isSummary tells what a list says of a paper from its title.
func isSummary(s string) bool { return summaryStart.MatchString(s) }

var summaryStart = regexp.MustCompile(`^(?:(?:In )?[Tt]his (?:paper|work|article|study|survey)\b|We (?:propose|show|introduce|present|study|find|describe|develop|prove|demonstrate)\b|(?:The )?[Aa]uthors \p{Ll}+|They \p{Ll}+|(?:Propose|Show|Introduce|Present|Describe|Prove|Demonstrate|Use|Argue|Stud(?:y|ie))s\b)`)

// linkedTitle gives the text of a link before the paper's that reads as a
// title: to notes, to code.
func (b *block) linkedTitle(before []piece) citation.Reading {
	leads := true
	for i, p := range before {
		if p.link == 0 && p.bold && words.WordCount(p.text) >= 3 && !label.IsLabel(p.text) {
			break
		}
		if p.link == 0 || b.anchor(p.link-1).label {
			leads = leads && words.WordCount(p.text) == 0
			continue
		}
		if n := words.WordCount(p.text); n >= 3 || leads && (n == 2 || n == 1 && isDescribed(before[i+1:])) {
			return citation.Clean(p.text)
		}
		leads = false
	}
	return citation.Reading{}
}

// isDescribed tells whether a dash and what a name is about follow it.
func isDescribed(after []piece) bool {
	if len(after) == 0 || after[0].link > 0 || after[0].gap != noGap {
		return false
	}
	text := strings.TrimLeft(after[0].text, " )")
	return words.WordCount(text) >= 4 && (strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "—"))
}

// boldTitle gives the first bold run that reads as a title.
func boldTitle(before []piece) citation.Reading {
	for i := 0; i < len(before); i++ {
		text := ""
		for ; i < len(before) && before[i].bold && before[i].gap == noGap; i++ {
			text += before[i].text
		}
		if isBracketed(text) && words.WordCount(plainText(before[min(i, len(before)):min(i+4, len(before))])) > 1 {
			continue // a name or a venue ahead of the title
		}
		if citation.ArePeople(text) && words.WordCount(plainText(firstLine(before[min(i, len(before)):]))) > 1 {
			continue // "**Ada Love, Alan Turing**. *Title*."
		}
		if t := citation.MarkedTitle(text); words.WordCount(t.Title) >= 2 && !label.IsLabel(t.Title) && dates.Whole(t.Title).IsZero() {
			return t
		}
	}
	return citation.Reading{}
}

// isBracketed tells whether all of a text stands in brackets.
func isBracketed(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
}

// firstTitle gives the first line that reads as a title; a line of one word, or
// one that could be people, only where there is no better one.
func firstTitle(pieces []piece) citation.Reading {
	var short, people citation.Reading
	for len(pieces) > 0 {
		line := firstLine(pieces)
		pieces = pieces[min(len(line)+1, len(pieces)):]
		t := lineTitle(line)
		switch {
		case words.WordCount(t.Title) < 2:
			short = short.Or(t)
		case words.LooksLikeNames(t.Title) && strings.Contains(t.Title, ","):
			people = people.Or(t)
		default:
			return t
		}
	}
	return people.Or(short)
}

// linkTitle gives the title attribute of one of the paper's links.
func (b *block) linkTitle(p *paper) citation.Reading {
	for _, place := range p.links {
		if t := b.links[place].title; words.WordCount(t) >= 3 {
			return citation.Clean(t)
		}
	}
	return citation.Reading{}
}

// firstLine gives the pieces up to the first break.
func firstLine(pieces []piece) []piece {
	for i, p := range pieces {
		if p.gap != noGap {
			return pieces[:i]
		}
	}
	return pieces
}

// lineTitle finds the title in a line that may go on with people and places,
// or begin with them.
func lineTitle(line []piece) citation.Reading {
	line = dressedLead(line)
	if t := italicTitle(line); t.Title != "" {
		return t
	}
	var b strings.Builder
	for _, p := range line {
		if p.italic && words.LooksLikeNames(p.text) && words.WordCount(b.String()) > 0 {
			break
		}
		b.WriteString(p.text)
		if b.Len() > citation.MaxProse {
			break
		}
	}
	t := citation.TitleIn(fullestPart(b.String()))
	if last := t.Title[strings.LastIndexByte(t.Title, ' ')+1:]; words.FunctionWords[last] {
		return citation.Reading{} // the link was a part of the sentence
	}
	if label.IsLabel(t.Title) || len(t.Title) > citation.MaxTitle || !dates.Whole(t.Title).IsZero() {
		return citation.Reading{}
	}
	return t
}

// italicTitle gives a title in italics at the beginning of a line, where people
// or a place follow it behind a comma or a full stop.
func italicTitle(line []piece) citation.Reading {
	for i, p := range line {
		switch {
		case strings.TrimSpace(p.text) == "":
			continue
		case !p.italic || i+1 == len(line) || !strings.HasPrefix(line[i+1].text, ",") && !strings.HasPrefix(line[i+1].text, "."):
			return citation.Reading{}
		}
		if t := citation.Clean(p.text); words.WordCount(t.Title) >= 2 && !words.LooksLikeNames(t.Title) && !label.IsLabel(t.Title) {
			return citation.Reading{Title: t.Title, Date: dates.Or(t.Date, dates.YearIn(plainText(line[i+1:])))}
		}
		return citation.Reading{}
	}
	return citation.Reading{}
}

// dressedLead drops what stands ahead of a title in another dress: a venue, the
// short name of what it is about.
func dressedLead(line []piece) []piece {
	for i := 0; i+1 < len(line); i++ {
		p, rest := line[i], plainText(line[i+1:])
		text := words.StripEmoji(p.text)
		switch {
		case strings.TrimSpace(text) == "":
			continue
		case !p.bold && !p.italic || line[i+1].bold || line[i+1].italic || words.WordCount(rest) < 3:
			return line
		case label.IsNote(text) || words.WordCount(text) == 1 && beginsTitle(line[i+1].text):
			return line[i+1:]
		}
		return line
	}
	return line
}

// beginsTitle tells whether a text goes on, behind white space, with a large
// letter.
func beginsTitle(s string) bool {
	rest := strings.TrimLeft(s, " \"“")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != s && unicode.IsUpper(r)
}

// fullestPart gives, of a line divided by upright strokes, the part with the
// most words.
func fullestPart(s string) string {
	best := ""
	for _, part := range strings.Split(s, " | ") {
		if words.WordCount(part) > words.WordCount(best) && !words.LooksLikeNames(part) {
			best = part
		}
	}
	if best == "" {
		return s
	}
	return best
}
