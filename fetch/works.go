package fetch

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"citemap/graph"
)

// spareWorks is how many requests for works there may be beyond one a list: a
// survey has several hundred references.
const spareWorks = 2

// askWorks asks a fallback for the works that its lists name by ids of its own,
// each once however many lists share it, those that most lists share first. A
// plan keeps room for so many lists that perhaps come.
func (g *gathering) askWorks(ctx context.Context, fallback Source, lists []Answer, perhaps int) map[graph.PaperID]Answer {
	limits := fallback.Limits()
	about := worksOf(lists)
	unclear := 0
	if limits.Lists > 0 && perhaps > 0 {
		unclear = perhaps + spareWorks
	}
	if len(about)+unclear == 0 {
		return nil
	}
	allowed := min(len(Pack(limits, Own, about))+unclear, len(lists)+perhaps+spareWorks, g.aside())
	answers := g.ask(ctx, step{
		name: "papers on those lists", source: fallback, facts: Own, about: about,
		ask: allowed * max(limits.Subjects, 1), allowed: allowed, unclear: unclear, perhaps: due(lists) == 0,
	})
	g.spent += allowed
	works := map[graph.PaperID]Answer{}
	for i, s := range about {
		works[graph.PaperID(s.ID.String())] = answers[i]
	}
	return works
}

// worksOf gives the works that lists name, those that most of them share first,
// then in the order of the lists.
func worksOf(lists []Answer) []Subject {
	var about []Subject
	shared := map[graph.ExternalID]int{}
	for i := range lists {
		for _, id := range lists[i].Paper.References.IDs {
			x, ok := workID(id)
			if !ok {
				continue
			}
			if shared[x] == 0 {
				about = append(about, Subject{ID: x})
			}
			shared[x]++
		}
	}
	slices.SortStableFunc(about, func(a, b Subject) int { return cmp.Compare(shared[b.ID], shared[a.ID]) })
	return about
}

// workID is the id of a work that only the fallback which told of it knows.
func workID(id graph.PaperID) (graph.ExternalID, bool) {
	x := graph.ExternalID{Scheme: graph.OpenAlex}
	value, ok := strings.CutPrefix(string(id), x.String())
	x.Value = value
	return x, ok
}

// nameWorks puts the papers that works turned out to be in the place of their
// ids, each once. Those that nobody has named are left out, and a list that lacks
// any is cut; unasked reports that some of them were not asked for.
func (a *Answer) nameWorks(works map[graph.PaperID]Answer) (unasked bool) {
	var ids []graph.PaperID
	met := map[graph.PaperID]bool{}
	around := slices.Clone(a.Around)
	lost := 0
	for _, id := range a.Paper.References.IDs {
		if _, is := workID(id); is {
			work := works[id]
			if work.Outcome != Found {
				lost++
				unasked = unasked || work.Outcome == Unasked
				continue
			}
			id = work.Paper.ID
			if !met[id] {
				around = append(around, work.Paper)
			}
		}
		if !met[id] {
			met[id] = true
			ids = append(ids, id)
		}
	}
	if lost > 0 {
		counted := max(counted(a.Paper.Referenced, 0), len(a.Paper.References.IDs))
		a.Paper.References.State, a.Paper.Referenced = graph.Cut, &counted
	}
	a.Paper.References.IDs, a.Around = ids, around
	return unasked
}
