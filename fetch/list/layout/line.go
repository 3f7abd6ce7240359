package layout

import (
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/list/plain"
	"citemap/graph"
)

// A LineStyle is how a plain list writes an entry.
type LineStyle struct {
	Bullet string // what stands before the id
	As     writing
	Titled string // what stands between id and title; "" where there is none
	Last   bool   // the title stands before the id
}

// A writing is a way to write an id.
type writing uint8

const (
	BareWriting writing = iota
	prefixedWriting
	AddressWriting
)

// LineTitleOf writes a title so that nobody takes it for Markdown or for a
// comment.
func LineTitleOf(title string) string {
	title = strings.ReplaceAll(strings.ReplaceAll(title, "](", "] ("), " #", " ")
	return strings.TrimLeft(title, "#|")
}

// LineStyle gives the style of most entries; of equals, the last one's.
func (r *Layout) LineStyle() LineStyle {
	count := map[LineStyle]int{}
	var best LineStyle
	for i := range slices.Backward(r.Entries) {
		if e := &r.Entries[i]; e.IDs != nil {
			s := r.StyleOf(e)
			if count[s]++; count[s] > count[best] {
				best = s
			}
		}
	}
	return best
}

func (r *Layout) StyleOf(e *graph.Entry) LineStyle {
	line := strings.TrimSpace(r.Text.Line(e.Start))
	s := LineStyle{Bullet: line[:len(line)-len(plain.TrimBullet(line))]}
	if strings.ContainsAny(s.Bullet, "0123456789") {
		s.Bullet = ""
	}
	body := plain.TrimBullet(line)
	id, rest, _ := strings.Cut(body, " ")
	if comment := strings.Index(body, " #"); comment >= 0 {
		s.Titled = " # "
	} else if x, ok := address.LooseID(id); ok && strings.TrimSpace(rest) != "" && x.Scheme != "" {
		s.Titled = body[len(id) : len(body)-len(strings.TrimLeft(rest, " \t"))]
	}
	if last := body[strings.LastIndexAny(body, " \t")+1:]; s.Titled == "" && last != id && !strings.Contains(body, " #") {
		if _, ok := address.LooseID(last); ok {
			s.Titled, s.Last, id = " ", true, last
		}
	}
	switch {
	case strings.Contains(id, "://"):
		s.As = AddressWriting
	case strings.Contains(id, ":"):
		s.As = prefixedWriting
	}
	return s
}
