package gap

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"citemap/graph"
	"citemap/graph/community"
	"citemap/graph/rank"
)

// A Topic is a community of the corpus that the list leans on without holding
// its share of it.
type Topic struct {
	// Label is the community's without the terms that more listed titles bear than
	// listed papers stand in it; "" where the community has none.
	Label  string
	Papers int // in the community, listed or not

	CitedBy   []graph.Node // listed papers that cite into the community from anywhere, by PaperID
	Citations int          // by how many citations
	Listed    int          // listed papers in the community
	Of        int          // listed papers in all

	// Expected is how many listed papers the community would hold if each stood
	// where its references are: the sum over the listed papers of the share of
	// their known references in the corpus that lie in the community. A listed
	// paper adds between 0 and 1, however long its reference list is.
	Expected float64

	// Leading are the papers to begin with, five at most: those that most listed
	// papers cite, then of most local citations, then by PaperID. Of a topic that
	// is lacking they are off the list.
	Leading []graph.Node

	First, Last int  // years of its oldest and newest dated papers; 0: none is dated
	Lacking     bool // as Topics tells
}

const (
	topicPapers    = 5 // a smaller community is no topic
	topicCiting    = 2 // listed papers that lean on it
	topicCitations = 3
	topicMargin    = 1.0 // listed papers that Expected is above Listed
	topicShare     = 0.5 // of Expected that Listed is at most
	topicCarried   = 0.5 // Expected without its greatest part: one listed paper makes no topic
	topicCited     = 3   // papers of it that listed papers cite
	topicOnePaper  = 0.5 // of the citations that go to one paper at most: that would be a gap, not a topic
	topicLeading   = 5
)

// Topics gives the topics that the list lacks: communities of p of five papers
// or more that at least two listed papers cite into, three times or more, where
// Expected is above Listed by one paper or more and at least twice as high, and
// does not come from one listed paper alone nor lead to one paper alone. None
// is told of whose first term more listed titles bear than listed papers stand
// in it: the list has the topic, from another community. The one that lacks
// most comes first, then the larger, then by the smallest PaperID. The labels
// are those of p's communities. A list whose references are unknown lacks none.
func Topics(g *graph.Graph, p *community.Partition, labels []string) []Topic {
	leaning := newLeaning(g, p)
	var topics []Topic
	for c := range p.Len() {
		if label, lacking := leaning.lacking(c, labels[c]); lacking {
			topics = append(topics, leaning.topic(c, label, true))
		}
	}
	// Communities are numbered by size, then by their smallest PaperID.
	slices.SortStableFunc(topics, func(a, b Topic) int { return cmp.Compare(b.lack(), a.lack()) })
	return topics
}

// AllTopics gives the communities of two papers or more that hold a listed paper
// or that one cites into: those of most listed papers first, then of most
// Expected, then the larger, then by the smallest PaperID. Those that Topics gives
// are among them. Without a list it gives every community of five papers or more, the
// largest first.
func AllTopics(g *graph.Graph, p *community.Partition, labels []string) []Topic {
	leaning := newLeaning(g, p)
	var topics []Topic
	for c := range p.Len() {
		if !leaning.touches(c, p.Size(c)) {
			continue
		}
		if label, lacking := leaning.lacking(c, labels[c]); lacking {
			topics = append(topics, leaning.topic(c, label, true))
			continue
		}
		topics = append(topics, leaning.topic(c, labels[c], false))
	}
	slices.SortStableFunc(topics, func(a, b Topic) int {
		return cmp.Or(cmp.Compare(b.Listed, a.Listed), cmp.Compare(b.Expected, a.Expected))
	})
	return topics
}

// TopicOptions asks for communities of the size of a topic: some twenty to some
// hundred papers, where modularity's own would be a tenth of the corpus each. A
// part that was taken out of a larger corpus is tied more closely than a corpus of
// its size: parted as finely, its communities had too few titles to be named by.
func TopicOptions(g *graph.Graph, part bool) community.Options {
	coarse := 4.0
	if part {
		coarse = 6
	}
	return community.Options{Resolution: max(1, math.Cbrt(float64(g.Len()))/coarse)}
}

func (t *Topic) lack() float64 { return rank.Round(t.Expected - float64(t.Listed)) }

// Sentence gives the evidence in one sentence that a person can check. The
// label is foreign text and stands in it as it is.
func (t *Topic) Sentence() string {
	on := fmt.Sprintf("on %q", t.Label)
	if t.Label == "" {
		on = "from one community"
	}
	cited := fmt.Sprintf("%d papers, cited %d times by %d of your %d", t.Papers, t.Citations, len(t.CitedBy), t.Of)
	if t.Listed == 0 {
		return fmt.Sprintf("Nothing %s: %s.", on, cited)
	}
	return fmt.Sprintf("Little %s: %d of yours where %.1f would be expected; %s.", on, t.Listed, t.Expected, cited)
}
