package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
)

// A naming is where the title of a paper is looked for.
type naming struct {
	block  *block
	paper  *paper
	before []run // what stands ahead of its first link and is about it
	within []run // what stands between its links, without their texts
	after  []run // the line behind its last link
	anchor citation.Reading
}

// A titlePlace is a place of a block in which the title of a paper may stand.
type titlePlace struct {
	name  string
	score int // how well what stands there does for the title, where another place has one too
	read  func(*naming) citation.Reading
}

// titlePlaces gives the places, the best first. What speaks against a text that
// was read there is taken off its score (titleFaults); the best text wins, of
// equals the first. For one more place, add a row.
func titlePlaces() []titlePlace {
	return []titlePlace{
		{"text of its link", 100, (*naming).linkText},
		{"heading", 95, (*naming).heading},
		{"cell of its row", 90, func(n *naming) citation.Reading { return n.block.cellTitle() }},
		{"short text of its link", 85, func(n *naming) citation.Reading { return n.anchor }},
		{"text of a link ahead", 80, func(n *naming) citation.Reading { return n.block.linkedTitle(n.before) }},
		{"quoted", 75, func(n *naming) citation.Reading { return quotedLine(n.before) }},
		{"bold run", 70, func(n *naming) citation.Reading { return boldTitle(n.before) }},
		{"citation below", 65, func(n *naming) citation.Reading { return n.block.citedBelow(n.before) }},
		{"line ahead", 60, (*naming).lineAhead},
		{"between its links", 55, func(n *naming) citation.Reading { return firstTitle(n.within) }},
		{"line behind", 50, func(n *naming) citation.Reading { return behindTitle(n.after) }},
		{"title attribute", 40, func(n *naming) citation.Reading { return n.block.linkTitle(n.paper) }},
	}
}

// titleFaults gives what speaks against a text, and how much; a text that comes to
// nothing is no title.
func titleFaults() []titleFault {
	return []titleFault{
		{"the name of an id", 100, func(_ *naming, s string) bool { return address.IDNames[strings.ToLower(strings.TrimRight(s, " :"))] }},
		{"said of the paper", 100, func(n *naming, s string) bool {
			return n.paper.anchor == "" && (isSaid(s) || strings.HasPrefix(s, "[!"))
		}},
		{"a summary", 100, func(n *naming, s string) bool { return n.paper.anchor == "" && summaryStart.MatchString(s) }},
	}
}

type titleFault struct {
	name string
	cost int
	has  func(*naming, string) bool
}

// name finds what the block calls one of its papers, given the run at which the
// words about it end.
func (b *block) name(p *paper, to int) citation.Reading {
	n := b.naming(p, to)
	var best citation.Reading
	score := 0
	for _, place := range titlePlaces() {
		if place.score <= score {
			break
		}
		if t := place.read(n); t.Title != "" {
			if s := place.score - n.faults(t.Title); s > score {
				best, score = t, s
			}
		}
	}
	return best
}

func (b *block) naming(p *paper, to int) *naming {
	first := b.spans[p.links[0]].first
	n := &naming{block: b, paper: p, anchor: citation.MarkedTitle(p.anchor),
		before: b.withoutLabels(aboutNext(b.runs[min(p.from, first):first], p.from > 0)),
		after:  firstLine(b.runs[b.spans[p.last()].after:to])}
	if to < len(b.runs) {
		n.after = aboutLast(n.after)
	}
	if len(n.after) > 0 && b.kind == paragraphBlock && strings.HasPrefix(strings.TrimLeft(n.after[0].text, " "), "\n") {
		n.after = nil // it stands below
	}
	for _, r := range b.runs[first:b.spans[p.last()].after] {
		if r.link == 0 {
			n.within = append(n.within, r)
		}
	}
	return n
}

// aboutNext gives what of the words between two papers is about the second: what
// stands behind "see also", and else behind marks.
func aboutNext(between []run, second bool) []run {
	if !second || len(between) == 0 {
		return between
	}
	first := between[0]
	first = first.slice(len(first.text)-len(strings.TrimLeft(first.text, ";,. ")), len(first.text))
	if m := seeAlso.FindStringIndex(first.text); m != nil && first.link == 0 {
		first = first.slice(m[1], len(first.text))
	}
	return append([]run{first}, between[1:]...)
}

// aboutLast gives what of the words between two papers is about the first.
func aboutLast(between []run) []run {
	if len(between) == 0 || between[0].link > 0 {
		return between
	}
	if m := seeAlso.FindStringIndex(between[0].text); m != nil {
		return []run{between[0].slice(0, m[0])}
	}
	return between
}

// seeAlso leads from one paper to another.
var seeAlso = regexp.MustCompile(`[,;.(]* *\b(?:[Ss]ee also|[Ss]ee|[Cc]f\.|[Cc]ompare|[Ff]ollow-up|[Bb]uilds on|[Ee]xtends|[Cc]ited (?:by|in)):? `)

// faults gives what is to be taken off the score of a text.
func (n *naming) faults(title string) int {
	cost := 0
	for _, f := range titleFaults() {
		if f.has(n, title) {
			cost += f.cost
		}
	}
	return cost
}

// linkText gives the text of the paper's link, with what follows a name in it
// behind a colon.
func (n *naming) linkText() citation.Reading {
	switch {
	case words.WordCount(n.anchor.Title) >= 2:
		return n.anchor
	case n.anchor.Title != "" && strings.HasPrefix(plainText(n.after), ":"):
		return citation.Clean(n.anchor.Title + ": " + lineTitle(n.after).Title)
	}
	return citation.Reading{}
}

// heading gives the first line of a heading, where it is about the paper.
func (n *naming) heading() citation.Reading {
	if n.block.kind != headingBlock || n.paper.from > 0 {
		return citation.Reading{}
	}
	return lineTitle(firstLine(n.before))
}

// lineAhead gives the first line that reads as a title, but for the rest of a
// sentence about the paper before.
func (n *naming) lineAhead() citation.Reading {
	t := firstTitle(n.before)
	if n.isProse(t.Title) {
		return citation.Reading{}
	}
	return t
}

// isProse tells whether words ahead of a link are a part of a sentence: of one
// about the paper before, or, ahead of an id in a paragraph, of its text.
func (n *naming) isProse(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if n.paper.from > 0 && unicode.IsLower(r) && s == strings.ToLower(s) {
		return true
	}
	first, _, _ := strings.Cut(s, " ")
	return n.block.kind == paragraphBlock && n.block.links[n.paper.links[0]].written &&
		(sentenceStart[strings.ToLower(strings.Trim(first, ",.:;"))] || !words.NextLarge(s) && !words.IsCoined(s))
}

// sentenceStart are words with which sentences begin, and titles seldom.
var sentenceStart = words.Set(`in see we as this these that those for however also while recently our it they there then and but
	both other from by following based when where since although because if so e.g i.e cf he she his her their`)

// withoutLabels drops what stands at the end of the words ahead of a link and says
// no more than where links lead: "BERT [code](...)", "论文链接：".
func (b *block) withoutLabels(before []run) []run {
	for i := len(before) - 1; i >= 0; i-- {
		p := before[i]
		if p.link > 0 && b.linkText(p.link-1).label && !b.links[p.link-1].bare {
			before = before[:i]
		} else if words.WordCount(p.text) > 0 || p.gap != noGap {
			break
		}
	}
	if n := len(before) - 1; n >= 0 && before[n].link == 0 {
		if at := labelAtEnd(before[n].text); at >= 0 {
			last := before[n].slice(0, at)
			before = append(before[:n:n], last)
		}
	}
	return before
}

// labelAtEnd gives where the name of a link begins at the end of a text; -1 where
// there is none.
func labelAtEnd(s string) int {
	m := fieldAtEnd.FindStringSubmatchIndex(s)
	if m == nil || !label.IsLabel(s[m[2]:m[3]]) && !linkInChinese.MatchString(s[m[2]:m[3]]) {
		return -1
	}
	return m[2]
}

var (
	fieldAtEnd    = regexp.MustCompile(`[\n,;.|，。；]\s*([\pL ]{2,20})[:：]\s*$`)
	linkInChinese = regexp.MustCompile(`^(?:论文|原文|文章)?(?:链接|地址|网址|下载)$`)
)

// behindTitle gives the title behind a link, where it is not the rest of a
// sentence.
func behindTitle(after []run) citation.Reading {
	if t := boldTitle(after); len(after) > 0 && words.WordCount(t.Title) >= 3 && words.WordCount(plainText(after)) < 30 {
		return t
	}
	t := lineTitle(after)
	r, _ := utf8.DecodeRuneInString(t.Title)
	if words.WordCount(t.Title) < 2 || words.WordCount(t.Title) > 30 || unicode.IsLower(r) {
		return citation.Reading{}
	}
	return t
}

// summaryStart tells what a list says of a paper from its title.
var summaryStart = regexp.MustCompile(`^(?:(?:[Ii]n|[Hh]ere,?)? ?[Tt]his (?:paper|work|article|study|survey|one)\b|We (?:propose|show|introduce|present|study|find|describe|develop|prove|demonstrate)\b` +
	`|(?:The )?[Aa]uthors \p{Ll}+|They \p{Ll}+|(?:Propos|Show|Introduc|Present|Describ|Prov|Demonstrat|Us|Argu|Stud|Investigat|Explor|Explain|Discuss|Review|Appl|Extend|Compar|Report|Survey|Analy[sz])(?:es|ies|s) (?:an?|the|that|how|when|why|of|on|from|to|new|several|and)?\b` +
	`|(?:A |Short |Brief )?(?:[Ss]ummary|[Dd]escription|[Rr]eview notes) of how\b|(?:An? )?(?:very |really )?(?:[Gg]reat|[Gg]ood|[Nn]ice|[Cc]lassic|[Ff]amous|[Ss]eminal|[Ee]xcellent|[Mm]ust[ -]read)\b.*\b(?:paper|read|intro|introduction|overview|work)$)`)

// isSaid tells what is said of a paper, "TL;DR: Proposes a net", from its title.
func isSaid(s string) bool {
	head, _, found := strings.Cut(s, ":")
	head = strings.ToLower(strings.TrimSpace(head))
	return found && (head == "tl;dr" || head == "tldr" || head == "abstract" || head == "summary")
}

// linkedTitle gives the text of a link before the paper's that reads as a
// title: to notes, to code.
func (b *block) linkedTitle(before []run) citation.Reading {
	leads := true
	for i, p := range before {
		if p.link == 0 && p.bold && words.WordCount(p.text) >= 3 && !label.IsLabel(p.text) {
			break
		}
		if p.link == 0 || b.linkText(p.link-1).label {
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
func isDescribed(after []run) bool {
	if len(after) == 0 || after[0].link > 0 || after[0].gap != noGap {
		return false
	}
	text := strings.TrimLeft(after[0].text, " )")
	return words.WordCount(text) >= 4 && (strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "—"))
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
