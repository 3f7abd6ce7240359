package fix

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"citemap/fetch/citation/dates"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
)

// dates gives entries the dates of their papers, where the list has dates.
func (w *round) dates() {
	switch {
	case w.Bibtex():
		w.bibtexDates()
	case w.Markdown():
		w.lineDates()
		w.headingDates()
		w.rowDates()
	}
}

// A dateStyle is how an item or a paragraph writes its date.
type dateStyle struct {
	where datePlace
	layout.Dressed
}

// A datePlace is where a line has its date.
type datePlace uint8

const (
	behindLink datePlace = iota // directly behind its first link
	lineFront                   // before everything else
	lineBack                    // behind everything else, in brackets
)

// ownDate is how our own form has it: - [Title](url) (date).
var ownDate = dateStyle{behindLink, layout.Dressed{Before: " (", After: ")"}}

var (
	dateBehind = regexp.MustCompile(`^([ \t]*[,:–—-]?[ \t]*[*_]{0,2}[(\[]?)([^()\[\]*_]{4,20}?)([)\]]?[*_]{0,2})(?:[\s,.;:|]|$)`)
	dateFront  = regexp.MustCompile(`^([*_]{0,2}[(\[]?)([^()\[\]*_]{4,20}?)([)\]]?[*_]{0,2}[ \t]*[,:.–—-]?[ \t]+)`)
	dateBack   = regexp.MustCompile(`([ \t]*[,–—-]?[ \t]*[*_]{0,2}[(\[])([^()\[\]*_]{4,20})([)\]][*_]{0,2})[ \t]*$`)
)

// lineDates dates items and paragraphs as most of the dated ones are: next to
// their first link.
func (w *round) lineDates() {
	places := w.firstLinks()
	styles := map[dateStyle]int{}
	layouts := map[int]int{}
	var best dateStyle
	layout, all, dated := -1, 0, 0
	for i, l := range places {
		if l == nil {
			continue
		}
		all++
		s, as, ok := w.dateStyle(i, *l)
		if !ok {
			continue
		}
		dated++
		if styles[s]++; styles[s] > styles[best] {
			best = s
		}
		if layouts[as]++; layout < 0 || layouts[as] > layouts[layout] {
			layout = as
		}
	}
	if own := best == ownDate && 10*dated >= all; dated == 0 || !own && !common(dated, all) {
		return
	}
	for i, l := range places {
		if l == nil || !w.undated(i) {
			continue
		}
		written := dates.InLayout(w.advice[i].Paper.Date, layout)
		front, back := w.firstLine(*l)
		at := [...]int{l.Outer.End, front, back}[best.where]
		w.gain(i, span.Edit{Start: at, End: at, Text: best.Wear(written)}, "date "+written)
	}
}

// firstLinks gives the first link of each entry that is an item or a
// paragraph; nil for the others.
func (w *round) firstLinks() []*span.Link {
	links := span.Links(w.Text, w.Markdown())
	out := make([]*span.Link, len(w.Entries))
	for i := range w.Entries {
		e := &w.Entries[i]
		if shape, _ := w.ShapeOf(e); shape != layout.ItemShape && shape != layout.ParagraphShape {
			continue
		}
		k, _ := slices.BinarySearchFunc(links, e.Start, func(l span.Link, at int) int { return l.Start - at })
		if k < len(links) && links[k].End <= e.End && links[k].Linked {
			out[i] = &links[k]
		}
	}
	return out
}

// dateStyle reads how an entry writes its date beside a link.
func (w *round) dateStyle(entry int, l span.Link) (s dateStyle, form int, ok bool) {
	e := &w.Entries[entry]
	if e.Date.IsZero() {
		return s, 0, false
	}
	front, back := w.firstLine(l)
	for _, try := range []struct {
		where   datePlace
		text    []byte
		pattern *regexp.Regexp
	}{
		{behindLink, w.Text[l.Outer.End:max(back, l.Outer.End)], dateBehind},
		{lineFront, w.Text[front:max(l.Outer.Start, front)], dateFront},
		{lineBack, w.Text[l.Outer.End:max(back, l.Outer.End)], dateBack},
	} {
		if m := try.pattern.FindSubmatch(try.text); m != nil && dates.Whole(string(m[2])) == e.Date && dates.LayoutOf(string(m[2])) >= 0 {
			return dateStyle{try.where, layout.Dressed{Before: string(m[1]), After: string(m[3])}}, dates.LayoutOf(string(m[2])), true
		}
	}
	return s, 0, false
}

// firstLine gives where the words begin on the line of a link, and where the
// line ends.
func (w *round) firstLine(l span.Link) (front, back int) {
	front = w.Text.LineStart(l.Outer.Start)
	front += len(layout.ItemMark.FindString(w.Text.Line(front)))
	words := strings.TrimLeftFunc(w.Text.Line(front)[front-w.Text.LineStart(front):], func(c rune) bool {
		return unicode.In(c, unicode.So, unicode.Sk, unicode.Mn) || c == ' '
	})
	front = w.Text.LineEnd(front) - len(words) // behind stars and medals
	back = w.Text.LineEnd(max(l.Outer.End-1, l.Outer.Start))
	for back > l.Outer.End && strings.IndexByte(" \t", w.Text[back-1]) >= 0 {
		back--
	}
	return min(front, l.Outer.Start), back
}

// headingDates writes a line with the date below headings, where most entries
// have one there.
func (w *round) headingDates() {
	var among []int
	dated := 0
	for i := range w.Entries {
		if shape, _ := w.ShapeOf(&w.Entries[i]); shape == layout.HeadingShape {
			among = append(among, i)
			if !w.Entries[i].Date.IsZero() {
				dated++
			}
		}
	}
	if !common(dated, len(among)) {
		return
	}
	best, found := w.datedStyle(among)
	if !found {
		return
	}
	for _, i := range among {
		if !w.undated(i) || strings.Contains(w.HeadingStyle(i).Parts, "d") {
			continue
		}
		at := w.Text.LineEnd(w.Text.LineStart(w.Entries[i].Start))
		if below := w.Text.NextLine(at); below < len(w.Text) && layout.Underline.MatchString(w.Text.Line(below)) && !strings.HasPrefix(w.Text.Line(at), "#") {
			at = w.Text.LineEnd(below)
		}
		written := dates.InLayout(w.advice[i].Paper.Date, best.Layout)
		w.gain(i, span.Edit{Start: at, End: at, Text: strings.Repeat("\n", best.Gap) + best.Date.Wear(written)}, "date "+written)
	}
}

// datedStyle gives the style that most of the dated headings have; of equals,
// the last one's.
func (w *round) datedStyle(among []int) (best layout.HeadingStyle, found bool) {
	count := map[layout.HeadingStyle]int{}
	for _, i := range slices.Backward(among) {
		s := w.HeadingStyle(i)
		if !strings.HasPrefix(s.Parts, "d") {
			continue
		}
		s.Inside, s.Page, s.Mark, s.Parts = false, layout.Dressed{}, "", "d"
		if count[s]++; count[s] > count[best] {
			best, found = s, true
		}
	}
	return best, found
}
