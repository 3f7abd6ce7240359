package list

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// dates gives entries the dates of their papers, where the list has dates.
func (w *workshop) dates() {
	switch {
	case w.bibtex():
		w.bibtexDates()
	case w.markdown():
		w.lineDates()
		w.headingDates()
		w.rowDates()
	}
}

// undated tells whether an entry lacks a date that is known.
func (w *workshop) undated(entry int) bool {
	a := w.advice[entry]
	return a.Paper != nil && a.Same < 0 && !a.Paper.Date.IsZero() && w.entries[entry].Date.IsZero()
}

// common tells whether so many of all entries have a date that the others lack
// one.
func common(dated, all int) bool { return dated > 0 && 3*dated >= all }

// A dateStyle is how an item or a paragraph writes its date.
type dateStyle struct {
	where datePlace
	dressed
}

// A datePlace is where a line has its date.
type datePlace uint8

const (
	behindLink datePlace = iota // directly behind its first link
	lineFront                   // before everything else
	lineBack                    // behind everything else, in brackets
)

// ownDate is how our own form has it: - [Title](url) (date).
var ownDate = dateStyle{behindLink, dressed{" (", ")"}}

var (
	dateBehind = regexp.MustCompile(`^([ \t]*[,:–—-]?[ \t]*[*_]{0,2}[(\[]?)([^()\[\]*_]{4,20}?)([)\]]?[*_]{0,2})(?:[\s,.;:|]|$)`)
	dateFront  = regexp.MustCompile(`^([*_]{0,2}[(\[]?)([^()\[\]*_]{4,20}?)([)\]]?[*_]{0,2}[ \t]*[,:.–—-]?[ \t]+)`)
	dateBack   = regexp.MustCompile(`([ \t]*[,–—-]?[ \t]*[*_]{0,2}[(\[])([^()\[\]*_]{4,20})([)\]][*_]{0,2})[ \t]*$`)
)

// lineDates dates items and paragraphs as most of the dated ones are: next to
// their first link.
func (w *workshop) lineDates() {
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
		written := inLayout(w.advice[i].Paper.Date, layout)
		front, back := w.firstLine(*l)
		at := [...]int{l.outer.end, front, back}[best.where]
		w.gain(i, edit{at, at, best.wear(written)}, "date "+written)
	}
}

// firstLinks gives the first link of each entry that is an item or a
// paragraph; nil for the others.
func (w *workshop) firstLinks() []*address {
	links := addressesIn(w.text, w.markdown())
	out := make([]*address, len(w.entries))
	for i := range w.entries {
		e := &w.entries[i]
		if shape, _ := w.shapeOf(e); shape != itemShape && shape != paragraphShape {
			continue
		}
		k, _ := slices.BinarySearchFunc(links, e.Start, func(l address, at int) int { return l.start - at })
		if k < len(links) && links[k].end <= e.End && links[k].linked {
			out[i] = &links[k]
		}
	}
	return out
}

// dateStyle reads how an entry writes its date beside a link.
func (w *workshop) dateStyle(entry int, l address) (s dateStyle, layout int, ok bool) {
	e := &w.entries[entry]
	if e.Date.IsZero() {
		return s, 0, false
	}
	front, back := w.firstLine(l)
	for _, try := range []struct {
		where   datePlace
		text    []byte
		pattern *regexp.Regexp
	}{
		{behindLink, w.text[l.outer.end:max(back, l.outer.end)], dateBehind},
		{lineFront, w.text[front:max(l.outer.start, front)], dateFront},
		{lineBack, w.text[l.outer.end:max(back, l.outer.end)], dateBack},
	} {
		if m := try.pattern.FindSubmatch(try.text); m != nil && wholeDate(string(m[2])) == e.Date && layoutOf(string(m[2])) >= 0 {
			return dateStyle{try.where, dressed{string(m[1]), string(m[3])}}, layoutOf(string(m[2])), true
		}
	}
	return s, 0, false
}

// firstLine gives where the words begin on the line of a link, and where the
// line ends.
func (w *workshop) firstLine(l address) (front, back int) {
	front = w.text.lineStart(l.outer.start)
	front += len(itemMark.FindString(w.text.line(front)))
	words := strings.TrimLeftFunc(w.text.line(front)[front-w.text.lineStart(front):], func(c rune) bool {
		return unicode.In(c, unicode.So, unicode.Sk, unicode.Mn) || c == ' '
	})
	front = w.text.lineEnd(front) - len(words) // behind stars and medals
	back = w.text.lineEnd(max(l.outer.end-1, l.outer.start))
	for back > l.outer.end && strings.IndexByte(" \t", w.text[back-1]) >= 0 {
		back--
	}
	return min(front, l.outer.start), back
}

// headingDates writes a line with the date below headings, where most entries
// have one there.
func (w *workshop) headingDates() {
	var among []int
	dated := 0
	for i := range w.entries {
		if shape, _ := w.shapeOf(&w.entries[i]); shape == headingShape {
			among = append(among, i)
			if !w.entries[i].Date.IsZero() {
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
		if !w.undated(i) || strings.Contains(w.headingStyle(i).parts, "d") {
			continue
		}
		at := w.text.lineEnd(w.text.lineStart(w.entries[i].Start))
		if below := w.text.nextLine(at); below < len(w.text) && underline.MatchString(w.text.line(below)) && !strings.HasPrefix(w.text.line(at), "#") {
			at = w.text.lineEnd(below)
		}
		written := inLayout(w.advice[i].Paper.Date, best.layout)
		w.gain(i, edit{at, at, strings.Repeat("\n", best.gap) + best.date.wear(written)}, "date "+written)
	}
}

// datedStyle gives the style that most of the dated headings have; of equals,
// the last one's.
func (w *workshop) datedStyle(among []int) (best headingStyle, found bool) {
	count := map[headingStyle]int{}
	for _, i := range slices.Backward(among) {
		s := w.headingStyle(i)
		if !strings.HasPrefix(s.parts, "d") {
			continue
		}
		s.inside, s.page, s.mark, s.parts = false, dressed{}, "", "d"
		if count[s]++; count[s] > count[best] {
			best, found = s, true
		}
	}
	return best, found
}
