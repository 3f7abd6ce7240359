package fetch

import (
	"cmp"
	"context"
	"slices"

	"citemap/graph"
	"citemap/graph/gap"
)

// candidateQuestions is how many requests may go to what is around the best
// candidates. Those with so many citing papers that they do not fit are well
// enough known without.
const candidateQuestions = 2

// lookFurther goes one step further around the papers that the list lacks most
// by what is known so far: it asks for the newest papers that cite them and for
// the reference lists of those. How often candidates are cited together with
// each other is what tells a sure one from a companion of another.
func (g *gathering) lookFurther(ctx context.Context) {
	if len(g.listed) == 0 || g.left() <= g.kept() {
		return
	}
	about := subjectsOf(g.candidates(gap.BestCandidates))
	unclear, notKnown := 0, 0
	if g.unclearLists() > 0 || g.planning && g.beyond.Lists > 0 {
		unclear, notKnown = candidateQuestions, gap.BestCandidates*gap.BestCiting
	}
	allowed := min(len(Pack(g.source.Limits(), Surroundings, about))+unclear, candidateQuestions, g.left()-g.kept())
	g.spent += allowed
	answers := found(g.ask(ctx, step{
		name: "what cites the best candidates", source: g.source, facts: Surroundings, about: about, ask: len(about), allowed: allowed, unclear: unclear,
	}))
	for i := range answers {
		answers[i].keepNewest(gap.BestCiting)
	}
	g.answers = append(g.answers, answers...)
	g.readListsOf(ctx, "reference lists of what cites them", g.citing(answers), notKnown)
}

// candidates gives the papers that the list lacks most, n at most, the best first,
// of those that the source has named.
func (g *gathering) candidates(n int) []graph.Paper {
	study := graph.New(g.corpus())
	var best []graph.Paper
	for _, c := range gap.NewGround(study).Best(study.Listed(), n) {
		if p := study.Paper(c); len(named([]graph.PaperID{p.ID})) > 0 {
			best = append(best, *p)
		}
	}
	return best
}

// subjectsOf makes questions of papers.
func subjectsOf(papers []graph.Paper) []Subject {
	about := make([]Subject, len(papers))
	for i := range papers {
		p := &papers[i]
		about[i] = Subject{ID: lookup(p.ID), Citing: p.Global, References: p.Referenced}
	}
	return about
}

// keepNewest leaves the n newest citing papers in an answer, ties by PaperID,
// and of the papers around only those. The references stay as ids.
func (a *Answer) keepNewest(n int) {
	cites := map[graph.PaperID]bool{}
	for _, id := range a.Paper.Citing.IDs {
		cites[id] = true
	}
	around := slices.DeleteFunc(slices.Clone(a.Around), func(p graph.Paper) bool { return !cites[p.ID] })
	slices.SortFunc(around, func(p, q graph.Paper) int {
		return cmp.Or(q.Date.Compare(p.Date), cmp.Compare(p.ID, q.ID))
	})
	a.Around = around[:min(n, len(around))]
	a.Paper.Citing.IDs = nil
	for i := range a.Around {
		a.Paper.Citing.IDs = append(a.Paper.Citing.IDs, a.Around[i].ID)
	}
	a.Paper.References.IDs = named(a.Paper.References.IDs)
}

// citing gives the citing papers that answers tell of and whose reference lists
// nobody has told, in the order of the answers.
func (g *gathering) citing(answers []Answer) []Subject {
	asked, names := map[graph.PaperID]bool{}, g.naming()
	for _, all := range [][]Answer{g.listed, g.answers} {
		for i := range all {
			id := names.of(all[i].Paper.ID)
			asked[id] = asked[id] || all[i].Paper.References.State != graph.Unasked
		}
	}
	var about []Subject
	for i := range answers {
		for _, id := range names.all(named(answers[i].Paper.Citing.IDs)) {
			if !asked[id] {
				asked[id] = true
				about = append(about, Subject{ID: lookup(id)})
			}
		}
	}
	return about
}
