package fetch

import (
	"cmp"
	"context"
	"slices"
	"sort"

	"citemap/graph"
)

// surround asks for the references and the citing papers of the listed papers,
// together as far as they fit.
func (g *gathering) surround(ctx context.Context) {
	unclear := min(g.unclear(), g.share(2))
	whole, part := g.split()
	for _, s := range []share{whole, part} {
		if len(s.about) == 0 && (unclear == 0 || s.facts != Surroundings) {
			continue
		}
		allowed := min(s.cost+unclear, g.left())
		answers := g.ask(ctx, step{
			name: "what listed papers cite and are cited by", source: g.source, facts: s.facts, about: s.about,
			ask: len(s.about), allowed: allowed, unclear: unclear,
		})
		g.fill(s.places, answers)
		g.spent += allowed
		unclear = 0
	}
	g.recallLess(ctx)
	g.turnPages(ctx)
}

// recallLess takes what the source recalls of references alone, where more was
// wanted and not to be had: a run with another budget may have asked for that.
func (g *gathering) recallLess(ctx context.Context) {
	var places []int
	var about []Subject
	for i := range g.listed {
		if s := g.listed[i].Paper.References.State; s == graph.Unasked || s == graph.Failed {
			p := &g.listed[i].Paper
			places = append(places, i)
			about = append(about, Subject{ID: lookup(p.ID)})
		}
	}
	answers, err := g.source.Recall(ctx, References, about)
	if err != nil {
		g.stop(ctx, g.source, err)
		return
	}
	g.fill(places, answers)
}

// unclear is how many entries are still to be resolved, in a plan: each may
// take a request for what is around it.
func (g *gathering) unclear() int {
	n := 0
	for i := range g.entries {
		if g.planning && g.entries[i].Status == graph.StatusUnasked {
			n++
		}
	}
	return n
}

// A share is listed papers that are asked for the same facts.
type share struct {
	facts  Facts
	about  []Subject
	places []int // in g.listed
	cost   int   // requests, as if nothing were known
}

// split decides which listed papers are asked for all around them, and which
// only for their references, as their citing papers are more than fit into an
// answer or, taken together, into half of the budget. Those have a page later.
func (g *gathering) split() (whole, part share) {
	about := make([]Subject, len(g.listed))
	order := make([]int, len(g.listed)) // fewest citing papers first
	for i := range g.listed {
		p := &g.listed[i].Paper
		about[i] = Subject{ID: lookup(p.ID), Citing: p.Global, References: p.Referenced}
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(counted(about[i].Citing, usualCiting), counted(about[j].Citing, usualCiting))
	})
	limits, allowed := g.source.Limits(), g.share(2)
	fitting := len(order)
	if limits.Citing > 0 {
		fitting = sort.Search(len(order), func(n int) bool { return counted(about[order[n]].Citing, usualCiting) > limits.Citing })
	}
	divide := func(n int) (share, share) {
		return g.shareOf(Surroundings, about, order[:n]), g.shareOf(References, about, order[n:])
	}
	within := func(n int) bool {
		whole, part := divide(n)
		return whole.cost+part.cost <= allowed
	}
	if within(fitting) {
		return divide(fitting)
	}
	// More papers asked for everything cost more: the largest number that fits.
	return divide(sort.Search(fitting, func(n int) bool { return !within(n + 1) }))
}

// shareOf puts the papers of a share back into the order of the list.
func (g *gathering) shareOf(facts Facts, about []Subject, places []int) share {
	s := share{facts: facts, places: slices.Sorted(slices.Values(places))}
	s.about = pick(about, s.places)
	s.cost = len(Pack(g.source.Limits(), facts, s.about))
	return s
}

// fill puts answers in the place of those that said less.
func (g *gathering) fill(places []int, answers []Answer) {
	for i, place := range places {
		p := &g.listed[place].Paper
		switch a := answers[i]; {
		case a.Outcome == Found:
			a.alias(append(p.Aliases, p.ID)...)
			g.listed[place] = a
			g.place[a.Paper.ID] = place
		case a.Outcome == Failed && p.References.State == graph.Unasked:
			p.References.State = graph.Failed
		}
	}
}

// turnPages asks for what did not come with the rest: the newest citing papers
// of those that have too many, and references past the first thousand.
func (g *gathering) turnPages(ctx context.Context) {
	var citing, long []int
	for i := range g.listed {
		p := &g.listed[i].Paper
		switch {
		case p.References.State == graph.Unasked:
			continue // nothing is known around it at all
		case !p.Citing.Asked && (p.Global == nil || *p.Global > 0):
			citing = append(citing, i)
		}
		if pages(p) > 0 {
			long = append(long, i)
		}
	}
	inVain := g.turn(ctx, "newest citing papers", NewestCiting, citing)
	g.turn(ctx, "the rest of long reference lists", MoreReferences, long)
	for i := range g.listed {
		if p := &g.listed[i].Paper; !p.Citing.Asked && !inVain[i] && (p.Global == nil || *p.Global > 0) {
			g.beyond.Citing++
		}
	}
}

// pages is how many pages a paper's references take past the first thousand; 0
// where the list is short or was told whole.
func pages(p *graph.Paper) int {
	const thousand = 1000
	if !p.References.State.Told() || p.Referenced == nil || len(p.References.IDs) > thousand {
		return 0
	}
	return max(0, (*p.Referenced-1)/thousand)
}

// turn asks for the pages of each of the papers and adds them to what is known.
// It gives the places that were asked for in vain: a larger budget would not mend
// that, and the source has said why.
func (g *gathering) turn(ctx context.Context, name string, facts Facts, places []int) (inVain map[int]bool) {
	inVain = map[int]bool{}
	if len(places) == 0 {
		return inVain
	}
	about := make([]Subject, len(places))
	allowed, cost, share := 0, 0, g.share(3)
	for i, place := range places {
		p := &g.listed[place].Paper
		about[i] = Subject{ID: lookup(p.ID), References: p.Referenced}
		each := 1
		if facts == MoreReferences {
			each = pages(p)
		}
		if allowed == i && cost+each <= share {
			allowed, cost = i+1, cost+each
		}
	}
	g.spent += cost
	answers := g.ask(ctx, step{name: name, source: g.source, facts: facts, about: about, ask: allowed, allowed: allowed, pages: cost - allowed})
	for i, a := range answers {
		switch {
		case a.Outcome == Found, len(a.Around) > 0:
			g.listed[places[i]].add(&a)
		case i < allowed && !g.planning && g.stopped == nil:
			inVain[places[i]] = true
		case facts == MoreReferences:
			g.beyond.Lists++
		}
	}
	return inVain
}

// add takes in a page of references or citing papers.
func (a *Answer) add(page *Answer) {
	if page.Paper.Citing.Asked {
		a.Paper.Citing = page.Paper.Citing
	}
	if s := page.Paper.References.State; s != graph.Unasked {
		a.Paper.References.State = s // of the whole list
	}
	a.Paper.References.IDs = slices.Concat(a.Paper.References.IDs, page.Paper.References.IDs)
	a.Around = slices.Concat(a.Around, page.Around)
}

func lookup(id graph.PaperID) graph.ExternalID {
	return graph.ExternalID{Scheme: graph.S2, Value: string(id)}
}
