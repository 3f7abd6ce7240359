package fetch

import (
	"maps"
	"slices"

	"citemap/graph"
)

// askedBy notes the PaperID that an answer was asked by as an alias of the paper
// where it is another one: the source has named the paper anew, and whoever
// cites it under the old name cites it still.
func (a *Answer) askedBy(s *Subject) {
	if a.Outcome == Found && s.ID.Scheme == graph.S2 && s.ID.Value != "" {
		a.alias(graph.PaperID(s.ID.Value))
	}
}

// alias adds ids to those under which the paper of an answer is met.
func (a *Answer) alias(ids ...graph.PaperID) {
	p := &a.Paper
	for _, id := range ids {
		if place, met := slices.BinarySearch(p.Aliases, id); !met && id != p.ID {
			p.Aliases = slices.Insert(slices.Clone(p.Aliases), place, id)
		}
	}
}

// A naming gives papers that bear several ids the one under which the source
// answers.
type naming map[graph.PaperID]graph.PaperID

// naming is that of all that was answered so far.
func (g *gathering) naming() naming {
	names := naming{}
	for _, answers := range [][]Answer{g.listed, g.answers} {
		for i := range answers {
			for _, alias := range answers[i].Paper.Aliases {
				names[alias] = answers[i].Paper.ID
			}
		}
	}
	// Two answers may each call their paper an alias of the other: neither is.
	maps.DeleteFunc(names, func(alias, id graph.PaperID) bool { _, circle := names[id]; return circle })
	return names
}

// of gives the id to call a paper by.
func (n naming) of(id graph.PaperID) graph.PaperID {
	if name, renamed := n[id]; renamed {
		return name
	}
	return id
}

// all gives the ids to call papers by.
func (n naming) all(ids []graph.PaperID) []graph.PaperID {
	if len(n) == 0 {
		return ids
	}
	out := make([]graph.PaperID, len(ids))
	for i, id := range ids {
		out[i] = n.of(id)
	}
	return out
}
