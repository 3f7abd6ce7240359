package citation

import (
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/label"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// leadingNote takes a note off the front: "NeurIPS 2017 - ", "2017.06: ",
// "Title: ", an id.
func (t *Reading) leadingNote() {
	for _, mark := range []string{": ", "：", " - ", " – ", " — ", " | ", "| ", ". ", ", "} {
		head, tail, found := strings.Cut(t.Title, mark)
		if !found || words.WordCount(tail) < 2 || !label.IsLeadingNote(head, mark) {
			continue
		}
		t.Title, t.Date = tail, dates.Or(t.Date, dates.Or(dates.Whole(head), dates.YearIn(head)))
		return
	}
	if m := label.LeadingDate.FindStringSubmatch(t.Title); m != nil && !dates.Whole(m[1]).IsZero() {
		t.Title, t.Date = m[2], dates.Or(t.Date, dates.Whole(m[1]))
		return
	}
	first, rest, _ := strings.Cut(t.Title, " ")
	if x, err := graph.ParseID(strings.Trim(first, "[]():.,")); err == nil && (x.Scheme == graph.ArXiv || x.Scheme == graph.DOI) && words.WordCount(rest) >= 2 {
		t.Title = rest
	}
}

// trailingNote takes a note off the end: ", NeurIPS 2017", " - arXiv",
// ". In CVPR 2018", ", Vaswani et al.".
func (t *Reading) trailingNote() {
	for _, mark := range []string{" | ", " - ", " – ", " — ", ". ", ", "} {
		head, tail, found := lastCut(t.Title, mark)
		if !found || words.WordCount(head) < 2 && !words.IsAcronym(head) {
			continue
		}
		if title, venue, more := lastCut(head, ", "); more && mark == ", " && dates.YearOf(tail) > 0 && (words.IsAcronym(venue) || label.IsAllOf(venue, words.VenueLabel, words.PaperLabel)) {
			head, tail = title, venue+" "+tail
		}
		quoted := strings.HasSuffix(head, `"`) || strings.HasSuffix(head, "”")
		if !label.IsTrailingNote(tail, mark) && !(quoted && label.IsNote(tail)) {
			continue
		}
		t.Title, t.Date = head, dates.Or(t.Date, dates.Or(dates.Whole(tail), dates.YearIn(tail)))
		return
	}
}
