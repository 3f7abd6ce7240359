package list

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
)

// A title is a title as a person would read it out of a line.
type title struct {
	text string
	date graph.Date // what was taken off it as a date
}

// name finds what the block calls one of its papers: the text of a link to it,
// else what stands before the link, else what stands behind it up to the piece
// to.
func (b *block) name(p *paper, to int) title {
	first := b.spans[p.links[0]].first
	before := b.withoutLabels(b.pieces[min(p.from, first):first])
	anchor := markedTitle(p.anchor)
	if wordCount(anchor.text) >= 2 {
		return anchor
	}
	after := firstLine(b.pieces[b.spans[p.last()].after:to])
	if anchor.text != "" && strings.HasPrefix(plainText(after), ":") {
		return cleanTitle(anchor.text + ": " + lineTitle(after).text)
	}
	tries := []func() title{
		func() title { return b.cellTitle() },
		func() title { return anchor },
		func() title { return b.linkedTitle(before) },
		func() title { return quotedLine(before) },
		func() title { return boldTitle(before) },
		func() title { return b.citedBelow(before) },
		func() title { return p.ownWords(firstTitle(before)) },
		func() title { return behindTitle(after) },
		func() title { return b.linkTitle(p) },
	}
	if b.kind == headingBlock && p.from == 0 {
		tries = append([]func() title{func() title { return lineTitle(firstLine(before)) }}, tries...)
	}
	for _, try := range tries {
		if t := try(); t.text != "" {
			return t
		}
	}
	return title{}
}

// withoutLabels drops the links at the end of what stands before a link that say
// no more than where they lead: "BERT [code](...)".
func (b *block) withoutLabels(before []piece) []piece {
	for i := len(before) - 1; i >= 0; i-- {
		p := before[i]
		if p.link > 0 && b.anchor(p.link-1).label && !b.links[p.link-1].bare {
			before = before[:i]
		} else if wordCount(p.text) > 0 || p.gap != noGap {
			break
		}
	}
	return before
}

// ownWords drops the rest of a sentence about the paper before.
func (p *paper) ownWords(t title) title {
	if r, _ := utf8.DecodeRuneInString(t.text); p.from > 0 && unicode.IsLower(r) && t.text == strings.ToLower(t.text) {
		return title{}
	}
	return t
}

// behindTitle gives the title behind a link, where it is not the rest of a
// sentence.
func behindTitle(after []piece) title {
	if t := boldTitle(after); len(after) > 0 && wordCount(t.text) >= 3 && wordCount(plainText(after)) < 30 {
		return t
	}
	t := lineTitle(after)
	if isSummary(t.text) {
		return title{}
	}
	r, _ := utf8.DecodeRuneInString(t.text)
	if wordCount(t.text) < 2 || wordCount(t.text) > 30 || unicode.IsLower(r) {
		return title{}
	}
	return t
}

// isSummary tells what a list says of a paper from its title.
func isSummary(s string) bool { return summaryStart.MatchString(s) }

var summaryStart = regexp.MustCompile(`^(?:(?:In )?[Tt]his (?:paper|work|article|study|survey)\b|We (?:propose|show|introduce|present|study|find|describe|develop|prove|demonstrate)\b|(?:The )?[Aa]uthors \p{Ll}+|They \p{Ll}+|(?:Propose|Show|Introduce|Present|Describe|Prove|Demonstrate|Use|Argue|Stud(?:y|ie))s\b)`)

// linkedTitle gives the text of a link before the paper's that reads as a
// title: to notes, to code.
func (b *block) linkedTitle(before []piece) title {
	leads := true
	for i, p := range before {
		if p.link == 0 && p.bold && wordCount(p.text) >= 3 && !isLabel(p.text) {
			break
		}
		if p.link == 0 || b.anchor(p.link-1).label {
			leads = leads && wordCount(p.text) == 0
			continue
		}
		if n := wordCount(p.text); n >= 3 || leads && (n == 2 || n == 1 && isDescribed(before[i+1:])) {
			return cleanTitle(p.text)
		}
		leads = false
	}
	return title{}
}

// isDescribed tells whether a dash and what a name is about follow it.
func isDescribed(after []piece) bool {
	if len(after) == 0 || after[0].link > 0 || after[0].gap != noGap {
		return false
	}
	text := strings.TrimLeft(after[0].text, " )")
	return wordCount(text) >= 4 && (strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "—"))
}

// boldTitle gives the first bold run that reads as a title.
func boldTitle(before []piece) title {
	for i := 0; i < len(before); i++ {
		text := ""
		for ; i < len(before) && before[i].bold && before[i].gap == noGap; i++ {
			text += before[i].text
		}
		if isBracketed(text) && wordCount(plainText(before[min(i, len(before)):min(i+4, len(before))])) > 1 {
			continue // a name or a venue ahead of the title
		}
		if t := markedTitle(text); wordCount(t.text) >= 2 && !isLabel(t.text) && wholeDate(t.text).IsZero() {
			return t
		}
	}
	return title{}
}

// isBracketed tells whether all of a text stands in brackets.
func isBracketed(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
}

// firstTitle gives the first line that reads as a title; a line of one word, or
// one that could be people, only where there is no better one.
func firstTitle(pieces []piece) title {
	var short, people title
	for len(pieces) > 0 {
		line := firstLine(pieces)
		pieces = pieces[min(len(line)+1, len(pieces)):]
		t := lineTitle(line)
		switch {
		case wordCount(t.text) < 2:
			short = orTitle(short, t)
		case looksLikeNames(t.text) && strings.Contains(t.text, ","):
			people = orTitle(people, t)
		default:
			return t
		}
	}
	return orTitle(people, short)
}

func orTitle(a, b title) title {
	if a.text == "" {
		return b
	}
	return a
}

// linkTitle gives the title attribute of one of the paper's links.
func (b *block) linkTitle(p *paper) title {
	for _, place := range p.links {
		if t := b.links[place].title; wordCount(t) >= 3 {
			return cleanTitle(t)
		}
	}
	return title{}
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

// maxTitle is longer, in bytes, than any title; what is longer is prose.
const maxTitle = 400

// maxProse is longer than a title with all that a list writes around it.
const maxProse = 8 * maxTitle

// lineTitle finds the title in a line that may go on with people and places,
// or begin with them.
func lineTitle(line []piece) title {
	line = dressedLead(line)
	if t := italicTitle(line); t.text != "" {
		return t
	}
	var b strings.Builder
	for _, p := range line {
		if p.italic && looksLikeNames(p.text) && wordCount(b.String()) > 0 {
			break
		}
		b.WriteString(p.text)
		if b.Len() > maxProse {
			break
		}
	}
	t := citedTitle(fullestPart(b.String()))
	if last := t.text[strings.LastIndexByte(t.text, ' ')+1:]; isFunctionWord(last) {
		return title{} // the link was a part of the sentence
	}
	if isLabel(t.text) || len(t.text) > maxTitle || !wholeDate(t.text).IsZero() {
		return title{}
	}
	return t
}

// italicTitle gives a title in italics at the beginning of a line, where people
// or a place follow it behind a comma or a full stop.
func italicTitle(line []piece) title {
	for i, p := range line {
		switch {
		case strings.TrimSpace(p.text) == "":
			continue
		case !p.italic || i+1 == len(line) || !strings.HasPrefix(line[i+1].text, ",") && !strings.HasPrefix(line[i+1].text, "."):
			return title{}
		}
		if t := cleanTitle(p.text); wordCount(t.text) >= 2 && !looksLikeNames(t.text) && !isLabel(t.text) {
			return title{t.text, orDate(t.date, yearIn(plainText(line[i+1:])))}
		}
		return title{}
	}
	return title{}
}

// dressedLead drops what stands ahead of a title in another dress: a venue, the
// short name of what it is about.
func dressedLead(line []piece) []piece {
	for i := 0; i+1 < len(line); i++ {
		p, rest := line[i], plainText(line[i+1:])
		text := stripEmoji(p.text)
		switch {
		case strings.TrimSpace(text) == "":
			continue
		case !p.bold && !p.italic || line[i+1].bold || line[i+1].italic || wordCount(rest) < 3:
			return line
		case isNote(text) || wordCount(text) == 1 && beginsTitle(line[i+1].text):
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

func isFunctionWord(w string) bool {
	return strings.Contains(" in by of the from see and with to on at is as this their our a an for via ", " "+w+" ")
}

// fullestPart gives, of a line divided by upright strokes, the part with the
// most words.
func fullestPart(s string) string {
	best := ""
	for _, part := range strings.Split(s, " | ") {
		if wordCount(part) > wordCount(best) && !looksLikeNames(part) {
			best = part
		}
	}
	if best == "" {
		return s
	}
	return best
}
