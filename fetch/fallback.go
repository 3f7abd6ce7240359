package fetch

import (
	"cmp"
	"context"
	"slices"

	"citemap/graph"
	"citemap/graph/titles"
)

// fallBack asks the fallbacks, one after the other, for the reference lists
// that the source does not know, and the source for the papers that they name.
func (g *gathering) fallBack(ctx context.Context) {
	var brought []int
	skipped := map[int]bool{} // lists that a fallback was not asked for, or not to their end
	for _, fallback := range g.options.Fallbacks {
		places := g.unknownLists()
		lists, perhaps := g.askLists(ctx, fallback, places)
		works := g.askWorks(ctx, fallback, lists, perhaps)
		before := len(brought)
		for i := range lists {
			unasked := lists[i].nameWorks(works)
			if (lists[i].Outcome == Unasked || unasked) && !g.fallen[fallback.Provenance().Name] {
				skipped[places[i]] = true
			}
			if lists[i].Outcome == Found && len(lists[i].Paper.References.IDs) > 0 {
				g.listed[places[i]].borrow(&lists[i])
				brought = append(brought, places[i])
				skipped[places[i]] = skipped[places[i]] && unasked
			}
		}
		if len(brought) > before {
			g.used = append(g.used, fallback.Provenance())
		}
	}
	for _, beyond := range skipped {
		if beyond {
			g.beyond.Lists++
		}
	}
	g.recognise(ctx, brought)
}

// aside is what fallbacks may have of the budget: all but a quarter, which is
// kept for what follows.
func (g *gathering) aside() int { return max(0, g.left()-g.options.budget()/4) }

// askLists asks a fallback for reference lists. Where the works on them are to
// be asked for by themselves, a third of the requests is kept for those. A plan
// keeps room for the lists of which nobody knows yet whether they are told, and
// perhaps is how many lists it may still bring.
func (g *gathering) askLists(ctx context.Context, fallback Source, places []int) (answers []Answer, perhaps int) {
	about := make([]Subject, len(places))
	for i, place := range places {
		about[i] = Subject{ID: publicID(&g.listed[place].Paper)}
	}
	unclear := g.perhapsUnknown()
	if len(about)+unclear == 0 {
		return nil, 0
	}
	most := g.aside()
	if fallback.Limits().Lists > 0 {
		most = most * 2 / 3
	}
	allowed := min(len(about)+unclear, most)
	answers = g.ask(ctx, step{
		name: "references where they are not known", source: fallback, facts: References, about: about,
		ask: allowed, allowed: allowed, unclear: unclear, perhaps: len(about) == 0,
	})
	g.spent += allowed
	if g.planning {
		due := due(answers[:min(allowed, len(answers))])
		g.unsure = g.unsure || due > 0
		perhaps = min(due+unclear, allowed)
	}
	return answers, perhaps
}

// due is how many of the answers are still to be asked for.
func due(answers []Answer) (n int) {
	for i := range answers {
		if answers[i].Outcome == Unasked || answers[i].Stale {
			n++
		}
	}
	return n
}

// perhapsUnknown is, in a plan, how many reference lists may turn out to be
// unknown to the source when it is asked.
func (g *gathering) perhapsUnknown() int {
	if !g.planning {
		return 0
	}
	n := g.unclear()
	for i := range g.listed {
		if p := &g.listed[i].Paper; p.References.State == graph.Unasked && publicID(p).Value != "" {
			n++
		}
	}
	return n
}

// unknownLists gives the listed papers whose references are not known although
// they were asked for and somebody else may be asked about.
func (g *gathering) unknownLists() []int {
	var out []int
	for i := range g.listed {
		p := &g.listed[i].Paper
		if s := p.References.State; s == graph.Unasked || s.Told() {
			continue
		}
		if publicID(p).Value != "" {
			out = append(out, i)
		}
	}
	return out
}

// publicID is an identifier under which others than the source know a paper;
// an empty one where it has none.
func publicID(p *graph.Paper) graph.ExternalID {
	for _, s := range []graph.Scheme{graph.DOI, graph.ArXiv} {
		if v := p.IDs.Of(s); v != "" {
			return graph.ExternalID{Scheme: s, Value: v}
		}
	}
	return graph.ExternalID{}
}

// borrow takes over the reference list that another source gave. Of the paper
// itself and its citing papers the answer stays what it was, but for how many
// references that source counts.
func (a *Answer) borrow(from *Answer) {
	a.Paper.References = from.Paper.References
	a.Paper.Referenced = cmp.Or(from.Paper.Referenced, a.Paper.Referenced)
	a.Around = slices.Concat(a.Around, from.Around)
}

const nameRecognised = "papers that fallbacks name"

// recognise asks the source for the papers that fallbacks named, so that they
// are the same papers as those it names itself.
func (g *gathering) recognise(ctx context.Context, places []int) {
	var about []Subject
	var brought []graph.Paper // the subjects, as the fallback has them
	met := map[graph.PaperID]bool{}
	for _, place := range places {
		for _, p := range g.listed[place].Around {
			if x := askedBy(&p); x.Value != "" && !met[p.ID] {
				met[p.ID] = true
				about = append(about, Subject{ID: x})
				brought = append(brought, p)
			}
		}
	}
	perhaps := g.perhapsUnknown() > 0 && len(g.options.Fallbacks) > 0
	unclear := 0
	if perhaps || g.unsure {
		unclear = g.share(3)
	}
	if len(about)+unclear == 0 {
		return
	}
	allowed := min(len(Pack(g.source.Limits(), Own, about))+unclear, g.share(3))
	answers := g.ask(ctx, step{
		name: nameRecognised, source: g.source, facts: Own, about: about, ask: len(about), allowed: allowed,
		unclear: unclear, perhaps: !g.unsure,
	})
	g.spent += allowed
	named := naming{}
	for i, a := range answers {
		// An id may be wrong or reused: then the titles differ, and what was found
		// is no paper of the corpus.
		if a.Outcome == Found && (brought[i].Title == "" || a.Paper.Title == "" || titles.Same(brought[i].Title, a.Paper.Title)) {
			named[brought[i].ID] = a.Paper.ID
			g.answers = append(g.answers, a)
		}
	}
	for _, place := range places {
		g.listed[place].rename(named)
	}
}

// askedBy is the identifier by which the source can be asked for a paper that a
// fallback named; none where the source named it itself.
func askedBy(p *graph.Paper) graph.ExternalID {
	if len(named([]graph.PaperID{p.ID})) > 0 {
		return graph.ExternalID{}
	}
	for _, s := range []graph.Scheme{graph.DOI, graph.ArXiv, graph.PubMed, graph.MAG} {
		if v := p.IDs.Of(s); v != "" {
			return graph.ExternalID{Scheme: s, Value: v}
		}
	}
	return graph.ExternalID{}
}

// rename gives papers the ids that the source has for them, in the list and
// around it. Of a paper that the source knows its own counts hold.
func (a *Answer) rename(to naming) {
	a.Around = slices.Clone(a.Around)
	for i := range a.Around {
		if name, renamed := to[a.Around[i].ID]; renamed {
			p := &a.Around[i]
			p.ID, p.Global, p.Influential, p.Referenced = name, nil, nil, nil
		}
	}
	a.Paper.References.IDs = to.all(a.Paper.References.IDs)
}
