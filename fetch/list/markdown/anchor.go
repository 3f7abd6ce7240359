package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
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
	a.label = l.bare || label.IsLabel(a.text) || bracketed && words.WordCount(a.text) <= 3
	if !a.label || b.isTitleOfLabels(place, a.text) {
		a.label = false
		return a
	}
	for _, w := range label.LabelWordsOf(a.text) {
		a.paper = a.paper || words.Labels[w] == words.PaperLabel
		a.other = a.other || words.Labels[w] == words.OtherLabel
	}
	a.other = a.other && !a.paper
	a.paper = a.paper || !a.other && !dates.YearIn(a.text).IsZero() && label.IsPeopleYear(a.text)
	switch b.field(s.first) {
	case words.OtherLabel:
		a.paper, a.other = false, true
	case words.PaperLabel:
		a.paper, a.other = true, false
	}
	a.paper = a.paper || l.PDF && !a.other
	return a
}

// isTitleOfLabels tells whether the text of a link to a paper is its title though
// it has the words of a label, "Data Science", or stands in brackets, "[Mask
// R-CNN]": nothing else in its line could be one.
func (b *block) isTitleOfLabels(place int, text string) bool {
	l, s := &b.links[place], b.spans[place]
	if l.Scheme == "" || l.Scheme == graph.Link || l.bare || strings.HasPrefix(l.Value, "10.5281/zenodo") || len(text) > words.MaxLabel ||
		slices.ContainsFunc(b.pieces[:s.first], func(p piece) bool { return words.WordCount(p.text) > 0 }) {
		return false
	}
	n := slices.IndexFunc(b.pieces[s.after:], func(p piece) bool { return p.link > 0 || p.gap != noGap })
	if n < 0 {
		n = len(b.pieces) - s.after
	}
	after := plainText(b.pieces[s.after : s.after+n])
	if words.WordCount(after) > 2 && !strings.HasPrefix(after, "(") && !strings.HasPrefix(after, ",") {
		return false
	}
	if bare := strings.Trim(text, "[] "); bare != text {
		return words.WordCount(bare) > 1 && !label.IsLabel(bare) && !label.IsNote(bare)
	}
	return areLabelWords(text)
}

// areLabelWords tells a text of two words or more that each name something
// beside papers, or where papers appear, with the small words between them.
func areLabelWords(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	names := 0
	for _, w := range strings.Fields(s) {
		switch kind := words.Labels[strings.ToLower(w)]; {
		case words.FunctionWords[strings.ToLower(w)]:
		case (kind == words.OtherLabel || kind == words.VenueLabel) && !words.IsAcronym(w):
			names++
		default:
			return false
		}
	}
	return names > 1 && unicode.IsUpper(r)
}

// field tells what a list says ahead of a link that it leads to: "Code: ".
func (b *block) field(first int) words.LabelKind {
	ahead := ""
	for i := first - 1; i >= max(0, first-3) && b.pieces[i].gap == noGap && b.pieces[i].link == 0 && len(ahead) < words.MaxLabel; i-- {
		ahead = b.pieces[i].text + ahead
	}
	ahead, found := strings.CutSuffix(strings.TrimRight(strings.ReplaceAll(ahead, "：", ":"), " \t\n[(<*_`"), ":")
	if !found {
		return 0
	}
	kind := words.LabelKind(0)
	terms := label.LabelWordsOf(ahead[strings.LastIndexAny(ahead, ",;|.])\n")+1:])
	for _, w := range terms {
		w, _, _ = strings.Cut(w, "(")
		if words.Labels[w] == 0 {
			return 0
		}
		if words.Labels[w] != words.AnyLabel && kind != words.PaperLabel {
			kind = words.Labels[w]
		}
	}
	return kind
}
