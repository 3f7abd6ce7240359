package fetch

import (
	"context"

	"citemap/graph"
)

// describe asks for what is shown of the best candidates and of the listed papers:
// their kinds, abstracts and embeddings, and how a listed paper cites the
// candidates.
func (g *gathering) describe(ctx context.Context) {
	if g.options.EntriesOnly {
		return
	}
	g.best = g.candidates(described)
	g.detail(ctx)
	g.quote(ctx)
}

// detail asks for the candidates first, and then for the listed papers, which
// without candidates are like nothing.
func (g *gathering) detail(ctx context.Context) {
	about := subjectsOf(g.best)
	for i := range g.listed {
		if id := g.listed[i].Paper.ID; len(named([]graph.PaperID{id})) > 0 {
			about = append(about, Subject{ID: lookup(id)})
		}
	}
	unclear := 0
	if g.bestUnclear() {
		unclear = g.detailRequests()
	}
	if len(g.best)+unclear == 0 {
		return
	}
	allowed := min(max(len(Pack(g.source.Limits(), Details, about)), unclear), g.detailRequests(), max(0, g.left()))
	g.spent += allowed
	answers := g.ask(ctx, step{
		name: "details of listed papers and candidates", source: g.source, facts: Details, about: about, ask: len(about), allowed: allowed, unclear: unclear,
	})
	g.answers = append(g.answers, found(answers)...)
}

// bestUnclear reports whether a plan does not know yet which candidates there are.
func (g *gathering) bestUnclear() bool {
	return g.planning && (g.unclearLists() > 0 || g.beyond.Lists > 0)
}

// quote asks how a listed paper cites the candidates, of the one that cites most of
// them: one request cannot tell more.
func (g *gathering) quote(ctx context.Context) {
	var about []Subject
	unclear := 0
	if g.bestUnclear() {
		unclear = 1
	} else if place, found := g.mostCiting(); found {
		about = append(about, Subject{ID: lookup(g.listed[place].Paper.ID)})
	}
	allowed := min(len(about)+unclear, 1, g.left())
	if len(about)+unclear == 0 {
		return
	}
	g.spent += allowed
	answers := g.ask(ctx, step{
		name: "how a listed paper cites candidates", source: g.source, facts: Passages, about: about, ask: len(about), allowed: allowed, unclear: unclear,
	})
	g.answers = append(g.answers, found(answers)...)
}

// mostCiting gives the place of the listed paper that cites most of the candidates
// people look at, or else of all; the first of several. found is false where none
// cites any.
func (g *gathering) mostCiting() (place int, found bool) {
	names := g.naming()
	for _, among := range [][]graph.Paper{g.best[:min(lookedAt, len(g.best))], g.best} {
		wanted := map[graph.PaperID]bool{}
		for i := range among {
			wanted[names.of(among[i].ID)] = true
		}
		most := 0
		for i := range g.listed {
			p := &g.listed[i].Paper
			if n := citesOf(names.all(p.References.IDs), wanted); n > most && len(named([]graph.PaperID{p.ID})) > 0 {
				place, most = i, n
			}
		}
		if most > 0 {
			return place, true
		}
	}
	return 0, false
}

// citesOf counts the references that are wanted, each once.
func citesOf(references []graph.PaperID, wanted map[graph.PaperID]bool) (n int) {
	met := map[graph.PaperID]bool{}
	for _, id := range references {
		if wanted[id] && !met[id] {
			met[id] = true
			n++
		}
	}
	return n
}
