package markdown

import (
	"slices"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// A linkText is the text of a link, judged.
type linkText struct {
	text  string
	label bool // it names what the link leads to, not the paper: "PDF", "Code", an id
	paper bool // a label that says that it leads to the paper
	other bool // a label that says that it leads to something beside the paper
}

// linkText judges the text of a link of the block.
func (b *block) linkText(place int) linkText {
	l, s := &b.links[place], b.spans[place]
	a := linkText{text: styled.Text(b.runs[s.first:s.after])}
	bracketed := strings.HasPrefix(a.text, "[") || s.first > 0 && strings.HasSuffix(b.runs[s.first-1].Text, "[")
	a.label = l.bare || label.IsLabel(a.text) || bracketed && words.WordCount(a.text) <= 3
	if !a.label || b.isTitleOfLabels(place, a.text) {
		a.label = false
		return a
	}
	for _, w := range label.LabelWordsOf(a.text) {
		if l.bare {
			break // it is an address or an id
		}
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
		slices.ContainsFunc(b.runs[:s.first], func(p styled.Run) bool { return words.WordCount(p.Text) > 0 }) {
		return false
	}
	n := slices.IndexFunc(b.runs[s.after:], func(p styled.Run) bool { return p.Link > 0 || p.Gap != styled.NoGap })
	if n < 0 {
		n = len(b.runs) - s.after
	}
	after := styled.Text(b.runs[s.after : s.after+n])
	people := words.LooksLikeNames(strings.TrimRight(strings.TrimLeft(after, "-–—: "), "0123456789() ,.")) || words.HasEtAl(after)
	if words.WordCount(after) > 2 && !strings.HasPrefix(after, "(") && !strings.HasPrefix(after, ",") && !people {
		return false
	}
	if bare := strings.Trim(text, "[] "); bare != text {
		return (words.WordCount(bare) > 1 || people) && !label.IsLabel(bare) && !label.IsNote(bare)
	}
	return styled.AreLabelWords(text)
}

// field tells what a list says ahead of a link that it leads to: "Code: ".
func (b *block) field(first int) words.LabelKind {
	ahead := ""
	for i := first - 1; i >= max(0, first-3) && b.runs[i].Gap == styled.NoGap && b.runs[i].Link == 0 && len(ahead) < words.MaxLabel; i-- {
		ahead = b.runs[i].Text + ahead
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
