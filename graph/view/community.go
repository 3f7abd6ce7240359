package view

import (
	"citemap/graph"
	"citemap/graph/community"
)

// A Community is drawn papers that cite each other more than others.
type Community struct {
	Label  string // what its titles share, as the titles have it; "" where they say nothing
	Papers []int  // indices into View.Papers, rising; three at least
}

// MostCommunities is how many communities a view names: more colours are not
// told apart.
const MostCommunities = 8

// fewest is how many papers a community has at least.
const fewest = 3

// communities finds the communities among the drawn papers, the largest first.
// Those of the whole corpus would not do, as most papers near a list lie in one or
// two of them.
func communities(among *graph.Graph) []Community {
	parts := community.Leiden(among, community.Options{})
	labels := community.Labels(among, parts)
	var found []Community
	for c := 0; c < min(parts.Len(), MostCommunities) && parts.Size(c) >= fewest; c++ {
		found = append(found, Community{Label: labels[c]})
		for _, n := range parts.Members(c) {
			found[c].Papers = append(found[c].Papers, int(n))
		}
	}
	return found
}
