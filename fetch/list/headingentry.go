package list

import (
	"regexp"
	"slices"
	"strings"
)

// A headingStyle is how a list writes an entry that begins with a heading:
//
//	### Title
//
//	**2023-05-18**
//
//	https://arxiv.org/pdf/2305.11206
//
//	---
type headingStyle struct {
	mark   string // "### "
	inside bool   // the link is in the heading
	gap    int    // line breaks between the parts
	parts  string // "d" for the date and "u" for the address, in their order
	date   dressed
	layout int // of the date
	page   dressed
}

// A dressed text is one with something around it.
type dressed struct{ before, after string }

func (d dressed) wear(text string) string { return d.before + text + d.after }

var (
	pageInLine = regexp.MustCompile(`https?://[^\s<>()\[\]]+`)
	dateInLine = regexp.MustCompile(`^([*_ (\[]*)(.*?)([*_ )\]\\]*)$`)
)

// headingStyle reads the style of an entry.
func (r *layout) headingStyle(entry int) headingStyle {
	e := &r.entries[entry]
	start := r.text.lineStart(e.Start)
	first := r.text.line(start)
	title := strings.TrimLeft(first, "#")
	s := headingStyle{mark: first[:len(first)-len(strings.TrimLeft(title, " \t"))], gap: 2}
	at := r.text.nextLine(start)
	if s.mark == "" { // the heading is underlined
		s.mark, at = "# ", r.text.nextLine(at)
		if strings.HasPrefix(strings.TrimSpace(r.text.lineBelow(start)), "-") {
			s.mark = "## "
		}
	}
	s.inside = strings.Contains(first, "](")
	blank := 1
	for end := r.headingEnd(entry); at < end && len(s.parts) < 2; at = r.text.nextLine(at) {
		line := r.text.line(at)
		if strings.TrimSpace(line) == "" {
			blank++
			continue
		}
		if !s.takes(line) {
			break
		}
		s.gap = blank
		blank = 1
	}
	return s
}

// takes reads a line that is a date or an address.
func (s *headingStyle) takes(line string) bool {
	if m := dateInLine.FindStringSubmatch(line); m != nil && !strings.Contains(s.parts, "d") && !wholeDate(m[2]).IsZero() {
		s.parts += "d"
		s.date, s.layout = dressed{m[1], m[3]}, layoutOf(m[2])
		return true
	}
	where := pageInLine.FindStringIndex(line)
	if where == nil || s.inside || strings.Contains(s.parts, "u") {
		return false
	}
	s.parts += "u"
	before, after := line[:where[0]], line[where[1]:]
	if len(before)+len(after) < 40 && !strings.ContainsAny(before+after, "0123456789") {
		s.page = dressed{before, after}
	}
	return true
}

// headings writes entries that begin with a heading behind or before one of
// those they stand among.
func (r *writer) headings(p place, among []int, news []newcomer) insertion {
	style := r.commonStyle(among)
	rule := r.rule(among)
	gap := strings.Repeat("\n", r.between(among, rule))
	var out strings.Builder
	if p.before {
		for _, n := range news {
			out.WriteString(n.underHeading(&style, rule) + gap)
		}
		return insertion{r.text.lineStart(r.entries[p.entry].Start), out.String()}
	}
	at := r.headingEnd(p.entry)
	open := rule != "" && !r.isRuled(p.entry) // the last entry has no rule below it: neither will the new one
	for k, n := range news {
		if open {
			out.WriteString("\n\n" + rule)
		}
		below := rule
		if open && k == len(news)-1 {
			below = ""
		}
		open = false
		out.WriteString(gap + n.underHeading(&style, below))
	}
	return insertion{at, out.String()}
}

// underHeading writes the paper as a heading with what the list puts below it.
func (n *newcomer) underHeading(s *headingStyle, rule string) string {
	var out strings.Builder
	title := inMarkdown(n.title)
	if s.inside {
		title = "[" + title + "](" + n.page + ")"
	}
	out.WriteString(s.mark + title)
	parts := s.parts
	if !s.inside && !strings.Contains(parts, "u") {
		parts += "u"
	}
	for _, part := range parts {
		switch {
		case part == 'u':
			out.WriteString(strings.Repeat("\n", s.gap) + s.page.wear(n.page))
		case !n.paper.Date.IsZero():
			out.WriteString(strings.Repeat("\n", s.gap) + s.date.wear(inLayout(n.paper.Date, s.layout)))
		}
	}
	if rule != "" {
		out.WriteString("\n\n" + rule)
	}
	return out.String()
}

// commonStyle gives the style of most entries; of equals, the last one's.
func (r *writer) commonStyle(among []int) headingStyle {
	count := map[headingStyle]int{}
	var best headingStyle
	for _, i := range slices.Backward(among) {
		s := r.headingStyle(i)
		if count[s]++; count[s] > count[best] {
			best = s
		}
	}
	return best
}

// headingEnd gives the end of an entry: before the next heading, or with the
// rule below it.
func (r *layout) headingEnd(entry int) int {
	e := &r.entries[entry]
	end := r.text.lineEnd(max(e.Start, e.End-1))
	if ruleLine.MatchString(r.text.line(end)) {
		return end
	}
	for at := r.text.nextLine(end); at < len(r.text); at = r.text.nextLine(at) {
		line := r.text.line(at)
		if strings.HasPrefix(line, "#") || entry+1 < len(r.entries) && at >= r.text.lineStart(r.entries[entry+1].Start) {
			break
		}
		if strings.TrimSpace(line) != "" {
			end = r.text.lineEnd(at)
		}
		if ruleLine.MatchString(line) {
			break
		}
	}
	return end
}

func (r *writer) isRuled(entry int) bool {
	end := r.headingEnd(entry)
	return ruleLine.MatchString(r.text.line(end)) && r.text.lineStart(end) > r.entries[entry].Start
}

// rule gives the rule that the list draws below its entries: that of most of
// them, or, where one entry does not tell, the one of our own form.
func (r *writer) rule(among []int) string {
	count := map[string]int{}
	best := ""
	for _, i := range among {
		rule := ""
		if r.isRuled(i) {
			rule = strings.TrimSpace(r.text.line(r.headingEnd(i)))
		}
		if count[rule]++; count[rule] > count[best] || rule != "" && count[rule] == count[best] {
			best = rule
		}
	}
	if style := r.headingStyle(among[0]); best == "" && len(among) == 1 && strings.HasPrefix(style.date.before, "**") {
		return "---"
	}
	return best
}

// between gives the usual number of line breaks between two entries.
func (r *writer) between(among []int, rule string) int {
	count := map[int]int{}
	best := 2
	for k := 1; k < len(among); k++ {
		end, start := r.headingEnd(among[k-1]), r.text.lineStart(r.entries[among[k]].Start)
		if end >= start || strings.TrimSpace(string(r.text[end:start])) != "" || rule != "" && !r.isRuled(among[k-1]) {
			continue
		}
		n := strings.Count(string(r.text[end:start]), "\n")
		if count[n]++; n > 0 && count[n] > count[best] {
			best = n
		}
	}
	return best
}
