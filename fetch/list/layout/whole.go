package layout

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"

	"citemap/fetch/list/span"
)

// crlf tells whether the lines end as in Windows.
func (r *Layout) crlf() bool {
	return 2*bytes.Count(r.Text, []byte("\r\n")) > bytes.Count(r.Text, []byte("\n"))
}

// Splice makes edits in the text as given, in its own encoding and with its
// own line ends; every byte outside their spans stays.
func (r *Layout) Splice(raw []byte, edits []span.Edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b span.Edit) int { return cmp.Compare(a.Start, b.Start) })
	var out []byte
	done, last := 0, 0
	for _, x := range edits {
		if x.Start < last {
			return nil, errors.New("two changes of one place")
		}
		last = x.End
		s := x.Text
		if r.crlf() {
			s = strings.ReplaceAll(s, "\n", "\r\n")
		}
		coded, err := r.Coded.Encode(s)
		if err != nil {
			return nil, err
		}
		out = append(append(out, raw[done:r.Original(x.Start)]...), coded...)
		done = r.Original(x.End)
	}
	return append(out, raw[done:]...), nil
}

// Whole gives the lines that are an entry and nothing else, as far as its shape
// tells; ok is false where it shares them with running text or is HTML.
func (r *Layout) Whole(entry int) (s span.Span, ok bool) {
	e := &r.Entries[entry]
	s.Start = r.Text.LineStart(e.Start)
	switch {
	case r.Bibtex():
		s.End = r.pastLine(e.End)
		alone := strings.TrimSpace(string(r.Text[s.Start:e.Start])+string(r.Text[e.End:s.End])) == ""
		return s, alone
	case r.Plain():
		s.End = r.Text.NextLine(e.Start)
		alone := (entry == 0 || r.Entries[entry-1].Line != e.Line) && (entry+1 == len(r.Entries) || r.Entries[entry+1].Line != e.Line)
		return s, alone
	}
	shape, line := r.ShapeOf(e)
	switch shape {
	case ItemShape:
		s.Start = line
		s.End = r.pastLine(r.ItemEnd(r.Bullet(line)))
	case HeadingShape:
		s.End = r.pastLine(r.HeadingEnd(entry))
	case RowShape:
		s.End = r.Text.NextLine(e.Start)
	case ParagraphShape:
		return r.wholeParagraph(e.End, s.Start)
	default:
		return s, false
	}
	return s, true
}

// wholeParagraph gives the paragraph that begins with a line; ok is false where
// it began before.
func (r *Layout) wholeParagraph(at, start int) (s span.Span, ok bool) {
	line := r.Text.Line(start)
	prefix := line[:len(line)-len(strings.TrimLeft(line, " \t>"))]
	if start > 0 && strings.Trim(r.Text.Line(start-1), " \t>") != "" {
		return s, false
	}
	end, rest := r.ParagraphEnd(at, prefix)
	return span.Span{Start: start, End: r.pastLine(end)}, !rest
}

// pastLine gives the offset behind the line at an offset and its line break.
func (r *Layout) pastLine(at int) int { return r.Text.NextLine(r.Text.LineEnd(at)) }

// CutOut gives the edit that takes whole lines out, with the blank ones below
// them where blank ones stand above as well.
func (r *Layout) CutOut(s span.Span) span.Edit {
	above := s.Start == 0 || strings.Trim(r.Text.Line(s.Start-1), " \t>") == ""
	for above && s.End < len(r.Text) && strings.Trim(r.Text.Line(s.End), " \t>") == "" {
		s.End = r.Text.NextLine(s.End)
	}
	for above && s.End == len(r.Text) && s.Start > 0 && strings.Trim(r.Text.Line(s.Start-1), " \t>") == "" {
		s.Start = r.Text.LineStart(s.Start - 1)
	}
	if s.End == len(r.Text) && r.Text[len(r.Text)-1] != '\n' && s.Start > 0 {
		s.Start = r.Text.LineEnd(s.Start - 1) // the text ended without a line break: it still does
	}
	return span.Edit{Start: s.Start, End: s.End, Text: ""}
}
