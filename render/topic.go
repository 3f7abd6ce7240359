package render

import (
	"cmp"
	"slices"

	"citemap/graph/community"
)

// leastTopic is how many papers a topic has at least.
const leastTopic = 3

// setTopics finds the communities among the drawn papers: as many as there are
// colours, the largest first. Those of the whole corpus would not do, as most
// papers near a list lie in one or two of them.
func (m *Map) setTopics(drawn among) {
	parts := community.Leiden(drawn.graph, community.Options{})
	labels := community.Labels(drawn.graph, parts)
	for c := 0; c < min(parts.Len(), len(apart)) && parts.Size(c) >= leastTopic; c++ {
		for _, n := range parts.Members(c) {
			m.Papers[drawn.place[n]].Topic = c
		}
		label := Clean(labels[c])
		if label == "" || slices.Contains(m.Topics, label) {
			label = m.around(c)
		}
		m.Topics = append(m.Topics, label)
	}
	m.Topics = distinct(m.Topics)
}

// around names a topic that its titles do not tell from others, after its most cited paper.
func (m *Map) around(topic int) string {
	var best *Paper
	for i := range m.Papers {
		p := &m.Papers[i]
		if p.Topic == topic && (best == nil || cmp.Compare(p.LocalCitations, best.LocalCitations) > 0) {
			best = p
		}
	}
	return "around " + best.Label
}
