package study

import (
	"slices"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/gap"
)

// Around gives the papers that topics are found among: the list's neighbourhood
// and all that the listed papers cite. Without a list it is the corpus.
func (f *Findings) Around() *Part { return f.around() }

func (f *Findings) findAround() *Part {
	near := f.Neighbourhood()
	if len(near.Papers) == f.Graph.Len() {
		return near
	}
	papers := slices.Clone(near.Papers)
	for _, l := range f.Graph.Listed() {
		papers = append(papers, f.Graph.References(l)...)
	}
	slices.Sort(papers)
	return newPart(f, slices.Compact(papers))
}

// LackingTopics gives the topics that the list lacks (gap.Topics), the first few of
// them: those further down are vague. It is for findings of which Topics were not asked.
func (f *Findings) LackingTopics() []gap.Topic {
	around := f.Around()
	partition, labels := around.communities()
	topics := gap.Topics(around.Graph, partition, labels)
	return around.inCorpus(topics[:min(topicsKept, len(topics))])
}

// AllTopics gives every topic of the list (gap.AllTopics) among the papers around it,
// at a resolution of the communities; 0 is that of the topics a list lacks.
func (f *Findings) AllTopics(resolution float64) []gap.Topic {
	around := f.Around()
	if resolution == 0 {
		partition, labels := around.communities()
		return around.inCorpus(gap.AllTopics(around.Graph, partition, labels))
	}
	p := community.Leiden(around.Graph, community.Options{Resolution: resolution})
	return around.inCorpus(gap.AllTopics(around.Graph, p, community.Labels(around.Graph, p)))
}

// inCorpus names the papers of topics as the findings' graph does.
func (p *Part) inCorpus(topics []gap.Topic) []gap.Topic {
	for i := range topics {
		for _, papers := range [][]graph.Node{topics[i].CitedBy, topics[i].Leading} {
			for k, n := range papers {
				papers[k] = p.Papers[n]
			}
		}
	}
	return topics
}
