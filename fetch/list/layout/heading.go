package layout

import (
	"regexp"
	"strings"

	"citemap/fetch/citation/dates"
)

// A HeadingStyle is how a list writes an entry that begins with a heading:
//
//	### Title
//
//	**2023-05-18**
//
//	https://arxiv.org/pdf/2305.11206
//
//	---
type HeadingStyle struct {
	Mark   string // "### "
	Inside bool   // the link is in the heading
	Gap    int    // line breaks between the parts
	Parts  string // "d" for the date and "u" for the address, in their order
	Date   Dressed
	Layout int // of the date
	Page   Dressed
}

// A Dressed text is one with something around it.
type Dressed struct{ Before, After string }

func (d Dressed) Wear(text string) string { return d.Before + text + d.After }

var (
	pageInLine = regexp.MustCompile(`https?://[^\s<>()\[\]]+`)
	dateInLine = regexp.MustCompile(`^([*_ (\[]*)(.*?)([*_ )\]\\]*)$`)
)

// HeadingStyle reads the style of an entry.
func (r *Layout) HeadingStyle(entry int) HeadingStyle {
	e := &r.Entries[entry]
	start := r.Text.LineStart(e.Start)
	first := r.Text.Line(start)
	title := strings.TrimLeft(first, "#")
	s := HeadingStyle{Mark: first[:len(first)-len(strings.TrimLeft(title, " \t"))], Gap: 2}
	at := r.Text.NextLine(start)
	if s.Mark == "" { // the heading is underlined
		s.Mark, at = "# ", r.Text.NextLine(at)
		if strings.HasPrefix(strings.TrimSpace(r.Text.LineBelow(start)), "-") {
			s.Mark = "## "
		}
	}
	s.Inside = strings.Contains(first, "](")
	blank := 1
	for end := r.HeadingEnd(entry); at < end && len(s.Parts) < 2; at = r.Text.NextLine(at) {
		line := r.Text.Line(at)
		if strings.TrimSpace(line) == "" {
			blank++
			continue
		}
		if !s.takes(line) {
			break
		}
		s.Gap = blank
		blank = 1
	}
	return s
}

// takes reads a line that is a date or an address.
func (s *HeadingStyle) takes(line string) bool {
	if m := dateInLine.FindStringSubmatch(line); m != nil && !strings.Contains(s.Parts, "d") && !dates.Whole(m[2]).IsZero() {
		s.Parts += "d"
		s.Date, s.Layout = Dressed{m[1], m[3]}, dates.LayoutOf(m[2])
		return true
	}
	where := pageInLine.FindStringIndex(line)
	if where == nil || s.Inside || strings.Contains(s.Parts, "u") {
		return false
	}
	s.Parts += "u"
	before, after := line[:where[0]], line[where[1]:]
	if len(before)+len(after) < 40 && !strings.ContainsAny(before+after, "0123456789") {
		s.Page = Dressed{before, after}
	}
	return true
}

// HeadingEnd gives the end of an entry: before the next heading, or with the
// rule below it.
func (r *Layout) HeadingEnd(entry int) int {
	e := &r.Entries[entry]
	end := r.Text.LineEnd(max(e.Start, e.End-1))
	if RuleLine.MatchString(r.Text.Line(end)) {
		return end
	}
	for at := r.Text.NextLine(end); at < len(r.Text); at = r.Text.NextLine(at) {
		line := r.Text.Line(at)
		if strings.HasPrefix(line, "#") || entry+1 < len(r.Entries) && at >= r.Text.LineStart(r.Entries[entry+1].Start) {
			break
		}
		if strings.TrimSpace(line) != "" {
			end = r.Text.LineEnd(at)
		}
		if RuleLine.MatchString(line) {
			break
		}
	}
	return end
}
