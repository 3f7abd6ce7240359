package list

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/graph"
)

// An anchor is the text of a link, judged.
type anchor struct {
	text  string
	label bool // it names what the link leads to, not the paper: "PDF", "Code", an id
	paper bool // a label that says that it leads to the paper
	other bool // a label that says that it leads to something beside the paper
}

// anchor judges the text of a link of the block.
func (b *block) anchor(place int) anchor {
	l, s := &b.links[place], b.spans[place]
	a := anchor{text: plainText(b.pieces[s.first:s.after])}
	bracketed := strings.HasPrefix(a.text, "[") || s.first > 0 && strings.HasSuffix(b.pieces[s.first-1].text, "[")
	a.label = l.bare || isLabel(a.text) || bracketed && wordCount(a.text) <= 3
	if !a.label || b.isTitleOfLabels(place, a.text) {
		a.label = false
		return a
	}
	for _, w := range labelWordsOf(a.text) {
		a.paper = a.paper || labels[w] == paperLabel
		a.other = a.other || labels[w] == otherLabel
	}
	a.other = a.other && !a.paper
	a.paper = a.paper || !a.other && !yearIn(a.text).IsZero() && isAuthorYear(a.text)
	switch b.field(s.first) {
	case otherLabel:
		a.paper, a.other = false, true
	case paperLabel:
		a.paper, a.other = true, false
	}
	a.paper = a.paper || l.pdf && !a.other
	return a
}

// isTitleOfLabels tells whether the text of a link to a paper is its title though
// it has the words of a label, "Data Science", or stands in brackets, "[Mask
// R-CNN]": nothing else in its line could be one.
func (b *block) isTitleOfLabels(place int, text string) bool {
	l, s := &b.links[place], b.spans[place]
	if l.scheme == "" || l.scheme == graph.Link || l.bare || strings.HasPrefix(l.value, "10.5281/zenodo") || len(text) > maxLabel ||
		slices.ContainsFunc(b.pieces[:s.first], func(p piece) bool { return wordCount(p.text) > 0 }) {
		return false
	}
	n := slices.IndexFunc(b.pieces[s.after:], func(p piece) bool { return p.link > 0 || p.gap != noGap })
	if n < 0 {
		n = len(b.pieces) - s.after
	}
	after := plainText(b.pieces[s.after : s.after+n])
	if wordCount(after) > 2 && !strings.HasPrefix(after, "(") && !strings.HasPrefix(after, ",") {
		return false
	}
	if bare := strings.Trim(text, "[] "); bare != text {
		return wordCount(bare) > 1 && !isLabel(bare) && !isNote(bare)
	}
	return areLabelWords(text)
}

// areLabelWords tells a text of two words or more that each name something
// beside papers, or where papers appear, with the small words between them.
func areLabelWords(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	names := 0
	for _, w := range strings.Fields(s) {
		switch kind := labels[strings.ToLower(w)]; {
		case isFunctionWord(strings.ToLower(w)):
		case (kind == otherLabel || kind == venueLabel) && !isAcronym(w):
			names++
		default:
			return false
		}
	}
	return names > 1 && unicode.IsUpper(r)
}

// field tells what a list says ahead of a link that it leads to: "Code: ".
func (b *block) field(first int) labelKind {
	ahead := ""
	for i := first - 1; i >= max(0, first-3) && b.pieces[i].gap == noGap && b.pieces[i].link == 0 && len(ahead) < maxLabel; i-- {
		ahead = b.pieces[i].text + ahead
	}
	ahead, found := strings.CutSuffix(strings.TrimRight(strings.ReplaceAll(ahead, "：", ":"), " \t\n[(<*_`"), ":")
	if !found {
		return 0
	}
	kind := labelKind(0)
	words := labelWordsOf(ahead[strings.LastIndexAny(ahead, ",;|.])\n")+1:])
	for _, w := range words {
		w, _, _ = strings.Cut(w, "(")
		if labels[w] == 0 {
			return 0
		}
		if labels[w] != anyLabel && kind != paperLabel {
			kind = labels[w]
		}
	}
	return kind
}
