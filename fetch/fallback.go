package fetch

import (
	"slices"

	"citemap/graph"
)

// fallBack asks the fallbacks, one after the other, for the reference lists
// that the source does not know, and the source for the papers that they name.
func (g *gathering) fallBack() {
	var brought []int
	for _, fallback := range g.options.Fallbacks {
		places := g.unknownLists()
		about := make([]Subject, len(places))
		for i, place := range places {
			about[i] = Subject{ID: publicID(&g.listed[place].Paper)}
		}
		if len(about) == 0 {
			break
		}
		allowed := min(len(about), g.options.budget())
		answers := g.put(step{
			name: "references where they are not known", source: fallback, facts: References, about: about, ask: allowed, allowed: allowed,
		})
		g.unsure = g.unsure || g.planning && g.stages[len(g.stages)-1].Requests > 0
		before := len(brought)
		for i, a := range answers {
			if a.Outcome == Found && len(a.Paper.References.IDs) > 0 {
				g.listed[places[i]].borrow(&a)
				brought = append(brought, places[i])
			}
		}
		if len(brought) > before {
			g.used = append(g.used, fallback.Provenance())
		}
	}
	g.recognise(brought)
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
// itself and its citing papers the answer stays what it was.
func (a *Answer) borrow(from *Answer) {
	a.Paper.References = from.Paper.References
	a.Around = slices.Concat(a.Around, from.Around)
}

const nameRecognised = "papers that fallbacks name"

// recognise asks the source for the papers that fallbacks named, so that they
// are the same papers as those it names itself.
func (g *gathering) recognise(places []int) {
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
	if g.unsure {
		g.stages = append(g.stages, Stage{Name: nameRecognised, Source: g.source.Provenance().Name, Requests: g.share(3)})
		g.spent += g.share(3)
	}
	if len(about) == 0 {
		return
	}
	allowed := min(len(Pack(g.source.Limits(), Own, about)), g.left())
	g.spent += allowed
	answers := g.put(step{
		name: nameRecognised, source: g.source, facts: Own, about: about, ask: len(about), allowed: allowed,
	})
	named := map[graph.PaperID]graph.PaperID{}
	for i, a := range answers {
		// An id may be wrong or reused: then the titles differ.
		if a.Outcome == Found && SameTitle(brought[i].Title, a.Paper.Title) {
			named[brought[i].ID] = a.Paper.ID
		}
	}
	for _, place := range places {
		g.listed[place].rename(named)
	}
	g.answers = append(g.answers, found(answers)...)
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

// rename gives papers the ids that the source has for them. One that nobody
// has named and that has no title is no paper that could be shown.
func (a *Answer) rename(to map[graph.PaperID]graph.PaperID) {
	gone := map[graph.PaperID]bool{}
	a.Around = slices.DeleteFunc(slices.Clone(a.Around), func(p graph.Paper) bool {
		_, renamed := to[p.ID]
		gone[p.ID] = !renamed && p.Title == ""
		return renamed || p.Title == ""
	})
	var ids []graph.PaperID
	for _, id := range a.Paper.References.IDs {
		if name, renamed := to[id]; renamed {
			id = name
		}
		if !gone[id] {
			ids = append(ids, id)
		}
	}
	a.Paper.References.IDs = ids
}
