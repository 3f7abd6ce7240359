package render

import (
	"fmt"

	"citemap/graph"
	"citemap/graph/gap"
)

// TopicName names a topic by its label, or by its leading paper where its titles
// do not tell it from others.
func TopicName(g *graph.Graph, t gap.Topic) string {
	switch {
	case t.Label != "":
		return Clean(t.Label)
	case len(t.Leading) == 0:
		return "one community"
	}
	return "around " + Clean(g.Paper(t.Leading[0]).Byline())
}

// TopicSize says how large a topic is, how much of it is listed, and of which years
// it is: "335 papers, 12 listed, 1990-2012".
func TopicSize(t gap.Topic) string {
	said := count(t.Papers, "paper")
	if t.Of > 0 {
		said += fmt.Sprintf(", %s listed", comma(t.Listed))
	}
	switch {
	case t.First == 0:
		return said
	case t.First == t.Last:
		return said + fmt.Sprintf(", %d", t.First)
	}
	return said + fmt.Sprintf(", %d–%d", t.First, t.Last)
}
