package render

import (
	"cmp"
	"fmt"
	"slices"

	"citemap/graph"
	"citemap/graph/study"
)

// A Group is a set of papers that share a colour.
type Group struct {
	Label             string // clean; never "", no two alike
	Fill, Border, Ink string // "#rrggbb": of a box, its border and the text in it
	Papers            int    // drawn
}

// labelMost is the most columns that the label of a group takes.
const labelMost = 48

// GroupOf gives the group of a paper of the map; for a paper of none, one
// without a label that says how to paint it.
func (m *Map) GroupOf(p *Paper) Group {
	if p.Group < 0 {
		return plain.group("")
	}
	return m.Groups[p.Group]
}

// setGroups colours the papers by what the options say.
func (m *Map) setGroups(f *study.Findings) {
	switch m.Options.Color {
	case BySection:
		m.groupBySection(f)
	case ByYear:
		m.groupByYear()
	default:
		m.groupByTopic()
	}
	for i := range m.Papers {
		if g := m.Papers[i].Group; g >= 0 {
			m.Groups[g].Papers++
		}
	}
}

// groupByTopic gives each topic a colour, and the other communities one together.
func (m *Map) groupByTopic() {
	for i, label := range m.Topics {
		m.Groups = append(m.Groups, apart[i].group(label))
	}
	others := false
	for i := range m.Papers {
		p := &m.Papers[i]
		if p.Group = p.Topic; p.Group < 0 {
			p.Group, others = len(m.Topics), true
		}
	}
	if others {
		m.Groups = append(m.Groups, plain.group("other communities"))
	}
}

// groupBySection gives the sections of the list colours, in the order of the list: all of
// them, or those of most drawn papers. A paper belongs to the first section
// that it stands in; one off the list, or in no section, to none.
func (m *Map) groupBySection(f *study.Findings) {
	section := map[graph.Node]string{}
	var sections []string
	papers := map[string]int{}
	drawn := map[graph.Node]bool{}
	for _, p := range m.Papers {
		drawn[p.Node] = p.Role == Listed
	}
	for _, e := range f.Corpus.Entries {
		n, found := f.Graph.Find(e.Paper)
		name := Clean(e.Section)
		if _, met := section[n]; !found || met || name == "" || !drawn[n] {
			continue
		}
		section[n] = name
		if papers[name]++; papers[name] == 1 {
			sections = append(sections, name)
		}
	}
	shown := largest(sections, papers, len(apart))
	m.addGroups(shown)
	if len(shown) < len(sections) {
		m.Groups = append(m.Groups, plain.group("other sections"))
	}
	for i := range m.Papers {
		p := &m.Papers[i]
		name, found := section[p.Node]
		if p.Group = slices.Index(shown, name); found && p.Group < 0 {
			p.Group = len(shown)
		}
	}
}

// largest gives the n names of the highest counts in the order in which they
// came.
func largest(names []string, count map[string]int, n int) []string {
	if len(names) <= n {
		return names
	}
	by := slices.Clone(names)
	slices.SortStableFunc(by, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return slices.DeleteFunc(slices.Clone(names), func(s string) bool { return !slices.Contains(by[:n], s) })
}

// addGroups gives each label a colour of its own.
func (m *Map) addGroups(labels []string) {
	short := distinct(labels)
	for i := range labels {
		m.Groups = append(m.Groups, apart[i].group(short[i]))
	}
}

// distinct shortens labels and numbers those that are then the same.
func distinct(labels []string) []string {
	var out []string
	for _, label := range labels {
		short := Shorten(label, labelMost)
		for n := 2; slices.Contains(out, short); n++ {
			short = fmt.Sprintf("%s (%d)", Shorten(label, labelMost), n)
		}
		out = append(out, short)
	}
	return out
}

// groupByYear parts the years that have papers into spans of about as many
// papers each, the oldest first. Papers without a year are in none.
func (m *Map) groupByYear() {
	dated := 0
	for _, p := range m.Papers {
		dated += min(p.Year, 1)
	}
	years := m.years()
	if len(years) == 0 {
		return
	}
	spans := min(len(ramp), len(years))
	var from []int // the first year of each span
	met := 0
	for i, y := range years {
		if left := len(years) - i; len(from) < spans && (met*spans >= len(from)*dated || left <= spans-len(from)) {
			from = append(from, y.year)
		}
		met += y.papers
	}
	for i, year := range from {
		last := years[len(years)-1].year
		if i+1 < len(from) {
			last = before(years, from[i+1])
		}
		m.Groups = append(m.Groups, ramp[i*(len(ramp)-1)/max(1, len(from)-1)].group(span(year, last)))
	}
	for i := range m.Papers {
		p := &m.Papers[i]
		for p.Year > 0 && p.Group+1 < len(from) && from[p.Group+1] <= p.Year {
			p.Group++
		}
	}
}

type yearOf struct{ year, papers int }

// years counts the papers of each year that has some.
func (m *Map) years() []yearOf {
	var out []yearOf
	for _, p := range m.Papers {
		if p.Year == 0 {
			continue
		}
		if len(out) == 0 || out[len(out)-1].year != p.Year {
			out = append(out, yearOf{year: p.Year})
		}
		out[len(out)-1].papers++
	}
	return out
}

// before gives the last year with papers before another.
func before(years []yearOf, next int) int {
	last := years[0].year
	for _, y := range years {
		if y.year < next {
			last = y.year
		}
	}
	return last
}

func span(first, last int) string {
	if first == last {
		return year(first)
	}
	return year(first) + "–" + year(last)
}
