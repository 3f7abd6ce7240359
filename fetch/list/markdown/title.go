package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
)

// A naming is where the title of a paper is looked for.
type naming struct {
	block  *block
	paper  *paper
	before []styled.Run // what stands ahead of its first link and is about it
	within []styled.Run // what stands between its links, without their texts
	after  []styled.Run // the line behind its last link
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
		{"quoted", 75, func(n *naming) citation.Reading { return styled.QuotedTitle(n.before) }},
		{"bold run", 70, func(n *naming) citation.Reading { return styled.BoldTitle(n.before) }},
		{"citation below", 65, func(n *naming) citation.Reading { return n.block.citedBelow(n.before) }},
		{"line ahead", 60, (*naming).lineAhead},
		{"between its links", 55, func(n *naming) citation.Reading { return styled.FirstTitle(n.within) }},
		{"line behind", 50, func(n *naming) citation.Reading { return styled.TitleBehind(n.after) }},
		{"title attribute", 40, func(n *naming) citation.Reading { return n.block.linkTitle(n.paper) }},
	}
}

// titleFaults gives what speaks against a text, and how much; a text that comes to
// nothing is no title.
func titleFaults() []titleFault {
	return []titleFault{
		{"the name of an id", 100, func(_ *naming, s string) bool { return address.IDNames[strings.ToLower(strings.TrimRight(s, " :"))] }},
		{"said of the paper", 100, func(n *naming, s string) bool {
			return n.paper.anchor == "" && (styled.IsSaid(s) || strings.HasPrefix(s, "[!"))
		}},
		{"a summary", 100, func(n *naming, s string) bool { return n.paper.anchor == "" && styled.IsSummary(s) }},
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
		before: b.withoutLabels(styled.AboutNext(b.runs[min(p.from, first):first], p.from > 0)),
		after:  styled.FirstLine(b.runs[b.spans[p.last()].after:to])}
	if to < len(b.runs) {
		n.after = styled.AboutLast(n.after)
	}
	if len(n.after) > 0 && b.kind == paragraphBlock && strings.HasPrefix(strings.TrimLeft(n.after[0].Text, " "), "\n") {
		n.after = nil // it stands below
	}
	for _, r := range b.runs[first:b.spans[p.last()].after] {
		if r.Link == 0 {
			n.within = append(n.within, r)
		}
	}
	return n
}

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
	case n.anchor.Title != "" && strings.HasPrefix(styled.Text(n.after), ":"):
		return citation.Clean(n.anchor.Title + ": " + styled.LineTitle(n.after).Title)
	}
	return citation.Reading{}
}

// heading gives the first line of a heading, where it is about the paper.
func (n *naming) heading() citation.Reading {
	if n.block.kind != headingBlock || n.paper.from > 0 {
		return citation.Reading{}
	}
	return styled.LineTitle(styled.FirstLine(n.before))
}

// lineAhead gives the first line that reads as a title, but for the rest of a
// sentence about the paper before.
func (n *naming) lineAhead() citation.Reading {
	t := styled.FirstTitle(n.before)
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
	return n.block.kind == paragraphBlock && n.block.links[n.paper.links[0]].written &&
		styled.StartsSentence(s)
}

// withoutLabels drops what stands at the end of the words ahead of a link and says
// no more than where links lead: "BERT [code](...)", "论文链接：".
func (b *block) withoutLabels(before []styled.Run) []styled.Run {
	for i := len(before) - 1; i >= 0; i-- {
		p := before[i]
		if p.Link > 0 && b.linkText(p.Link-1).label && !b.links[p.Link-1].bare {
			before = before[:i]
		} else if words.WordCount(p.Text) > 0 || p.Gap != styled.NoGap {
			break
		}
	}
	return styled.WithoutField(before)
}

// linkedTitle gives the text of a link before the paper's that reads as a
// title: to notes, to code.
func (b *block) linkedTitle(before []styled.Run) citation.Reading {
	leads := true
	for i, p := range before {
		if p.Link == 0 && p.Bold && words.WordCount(p.Text) >= 3 && !label.IsLabel(p.Text) {
			break
		}
		if p.Link == 0 || b.linkText(p.Link-1).label {
			leads = leads && words.WordCount(p.Text) == 0
			continue
		}
		if n := words.WordCount(p.Text); n >= 3 || leads && (n == 2 || n == 1 && styled.IsDescribed(before[i+1:])) {
			return citation.Clean(p.Text)
		}
		leads = false
	}
	return citation.Reading{}
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
