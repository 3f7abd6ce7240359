package add

import (
	"slices"
	"strings"

	"citemap/fetch/citation/dates"
	"citemap/fetch/list/layout"
)

// headings writes entries that begin with a heading behind or before one of
// those they stand among.
func (r *writer) headings(p place, among []int, news []newPaper) insertion {
	style := r.commonStyle(among)
	rule := r.rule(among)
	gap := strings.Repeat("\n", r.between(among, rule))
	var out strings.Builder
	if p.before {
		for _, n := range news {
			out.WriteString(n.underHeading(&style, rule) + gap)
		}
		return insertion{r.Text.LineStart(r.Entries[p.entry].Start), out.String()}
	}
	at := r.HeadingEnd(p.entry)
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
func (n *newPaper) underHeading(s *layout.HeadingStyle, rule string) string {
	var out strings.Builder
	title := layout.InMarkdown(n.title)
	if s.Inside {
		title = "[" + title + "](" + n.page + ")"
	}
	out.WriteString(s.Mark + title)
	parts := s.Parts
	if !s.Inside && !strings.Contains(parts, "u") {
		parts += "u"
	}
	for _, part := range parts {
		switch {
		case part == 'u':
			out.WriteString(strings.Repeat("\n", s.Gap) + s.Page.Wear(n.page))
		case !n.paper.Date.IsZero():
			out.WriteString(strings.Repeat("\n", s.Gap) + s.Date.Wear(dates.InLayout(n.paper.Date, s.Layout)))
		}
	}
	if rule != "" {
		out.WriteString("\n\n" + rule)
	}
	return out.String()
}

// commonStyle gives the style of most entries; of equals, the last one's.
func (r *writer) commonStyle(among []int) layout.HeadingStyle {
	count := map[layout.HeadingStyle]int{}
	var best layout.HeadingStyle
	for _, i := range slices.Backward(among) {
		s := r.HeadingStyle(i)
		if count[s]++; count[s] > count[best] {
			best = s
		}
	}
	return best
}

func (r *writer) isRuled(entry int) bool {
	end := r.HeadingEnd(entry)
	return layout.RuleLine.MatchString(r.Text.Line(end)) && r.Text.LineStart(end) > r.Entries[entry].Start
}

// rule gives the rule that the list draws below its entries: that of most of
// them, or, where one entry does not tell, the one of our own form.
func (r *writer) rule(among []int) string {
	count := map[string]int{}
	best := ""
	for _, i := range among {
		rule := ""
		if r.isRuled(i) {
			rule = strings.TrimSpace(r.Text.Line(r.HeadingEnd(i)))
		}
		if count[rule]++; count[rule] > count[best] || rule != "" && count[rule] == count[best] {
			best = rule
		}
	}
	if style := r.HeadingStyle(among[0]); best == "" && len(among) == 1 && strings.HasPrefix(style.Date.Before, "**") {
		return "---"
	}
	return best
}

// between gives the usual number of line breaks between two entries.
func (r *writer) between(among []int, rule string) int {
	count := map[int]int{}
	best := 2
	for k := 1; k < len(among); k++ {
		end, start := r.HeadingEnd(among[k-1]), r.Text.LineStart(r.Entries[among[k]].Start)
		if end >= start || strings.TrimSpace(string(r.Text[end:start])) != "" || rule != "" && !r.isRuled(among[k-1]) {
			continue
		}
		n := strings.Count(string(r.Text[end:start]), "\n")
		if count[n]++; n > 0 && count[n] > count[best] {
			best = n
		}
	}
	return best
}
