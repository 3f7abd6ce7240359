package list

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// An edit puts text in the place of a span of the decoded text. Spans of edits
// that are made together do not overlap; an edit of an empty span inserts.
type edit struct {
	start, end int
	text       string // lines end in \n
}

// splice makes edits in the text as given, in its own encoding and with its
// own line ends; every byte outside their spans stays.
func (r *layout) splice(raw []byte, edits []edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	done, last := 0, 0
	for _, x := range edits {
		if x.start < last {
			return nil, errors.New("two changes of one place")
		}
		last = x.end
		s := x.text
		if r.crlf() {
			s = strings.ReplaceAll(s, "\n", "\r\n")
		}
		coded, err := r.coded.encode(s)
		if err != nil {
			return nil, err
		}
		out = append(append(out, raw[done:r.original(x.start)]...), coded...)
		done = r.original(x.end)
	}
	return append(out, raw[done:]...), nil
}

// overlaps tells whether two edits touch the same text.
func (x edit) overlaps(y edit) bool {
	if x.start == x.end || y.start == y.end {
		return x.start < y.end && y.start < x.end || x == y
	}
	return x.start < y.end && y.start < x.end
}

// A stretch is a part of the decoded text.
type stretch struct{ start, end int }

func (s stretch) holds(at int) bool { return s.start <= at && at < s.end }

// whole gives the lines that are an entry and nothing else, as far as its shape
// tells; ok is false where it shares them with running text or is HTML.
func (r *layout) whole(entry int) (s stretch, ok bool) {
	e := &r.entries[entry]
	s.start = r.text.lineStart(e.Start)
	switch {
	case r.bibtex():
		s.end = r.pastLine(e.End)
		alone := strings.TrimSpace(string(r.text[s.start:e.Start])+string(r.text[e.End:s.end])) == ""
		return s, alone
	case r.plain():
		s.end = r.text.nextLine(e.Start)
		alone := (entry == 0 || r.entries[entry-1].Line != e.Line) && (entry+1 == len(r.entries) || r.entries[entry+1].Line != e.Line)
		return s, alone
	}
	shape, line := r.shapeOf(e)
	switch shape {
	case itemShape:
		s.start = line
		s.end = r.pastLine(r.itemEnd(r.bullet(line)))
	case headingShape:
		s.end = r.pastLine(r.headingEnd(entry))
	case rowShape:
		s.end = r.text.nextLine(e.Start)
	case paragraphShape:
		return r.wholeParagraph(e.End, s.start)
	default:
		return s, false
	}
	return s, true
}

// wholeParagraph gives the paragraph that begins with a line; ok is false where
// it began before.
func (r *layout) wholeParagraph(at, start int) (s stretch, ok bool) {
	line := r.text.line(start)
	prefix := line[:len(line)-len(strings.TrimLeft(line, " \t>"))]
	if start > 0 && strings.Trim(r.text.line(start-1), " \t>") != "" {
		return s, false
	}
	end, rest := r.paragraphEnd(at, prefix)
	return stretch{start, r.pastLine(end)}, !rest
}

// pastLine gives the offset behind the line at an offset and its line break.
func (r *layout) pastLine(at int) int { return r.text.nextLine(r.text.lineEnd(at)) }

// cutOut gives the edit that takes whole lines out, with the blank ones below
// them where blank ones stand above as well.
func (r *layout) cutOut(s stretch) edit {
	above := s.start == 0 || strings.Trim(r.text.line(s.start-1), " \t>") == ""
	for above && s.end < len(r.text) && strings.Trim(r.text.line(s.end), " \t>") == "" {
		s.end = r.text.nextLine(s.end)
	}
	for above && s.end == len(r.text) && s.start > 0 && strings.Trim(r.text.line(s.start-1), " \t>") == "" {
		s.start = r.text.lineStart(s.start - 1)
	}
	if s.end == len(r.text) && r.text[len(r.text)-1] != '\n' && s.start > 0 {
		s.start = r.text.lineEnd(s.start - 1) // the text ended without a line break: it still does
	}
	return edit{s.start, s.end, ""}
}
