// Package render says under which words and in which colours a view of a study is
// shown; the packages below it put that into one medium each. It also holds the
// one cleaning step for foreign text.
package render

import "citemap/graph/view"

// A Map is a view in words and colours. It holds no ink; all its text is clean.
type Map struct {
	View *view.View // what is drawn

	Title   string
	Papers  []Paper  // those of View, in its order
	Groups  []Group  // what the colours tell apart
	Topics  []string // labels of View.Communities; clean, never "", no two alike
	Options Options
	Legend  Legend
}

// NewMap puts a view into words and colours. The same view gives the same map.
func NewMap(v *view.View, o Options) *Map {
	m := &Map{View: v, Options: o, Title: heading(v, o.Title)}
	for _, p := range v.Papers {
		m.Papers = append(m.Papers, newPaper(v.Findings.Graph, p))
	}
	setSizes(m.Papers)
	setLabels(m.Papers, v.Findings.Graph)
	m.Topics = topics(v, m.Papers)
	m.Groups = setGroups(m.Papers, m.Topics, v.Findings, o.Color)
	m.Legend = newLegend(v, m.Groups, o.Color)
	return m
}

// Heading is what stands over the map.
func (m *Map) Heading() string {
	if t := Clean(m.Options.Title); t != "" {
		return t
	}
	return m.Title
}

// GroupOf gives the group of a paper of the map; for a paper of none, one
// without a label that says how to paint it.
func (m *Map) GroupOf(p *Paper) Group {
	if p.Group < 0 {
		return plain.group("")
	}
	return m.Groups[p.Group]
}
