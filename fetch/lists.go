package fetch

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"citemap/graph"
)

// shown is how many papers beyond those around the list are asked for by
// themselves: more would never be seen.
const shown = 500

// readLists asks for the reference lists of the papers around the listed ones,
// as ids only.
func (g *gathering) readLists(ctx context.Context) {
	g.readListsOf(ctx, "reference lists of papers around them", g.around(), g.unclearLists())
}

// readListsOf asks for the reference lists of papers, within what is left of the
// budget but for what is kept for the stages that end a gathering. A plan keeps
// room for so many papers that are not known yet.
func (g *gathering) readListsOf(ctx context.Context, name string, about []Subject, notKnown int) {
	limit := g.source.Limits().Subjects
	allowed := max(0, g.left()-g.kept())
	ask := len(about)
	if limit > 0 {
		ask = min(ask, limit*allowed)
	}
	unclear := min(notKnown, allowed)
	if limit > 0 {
		unclear = min((notKnown+limit-1)/limit, allowed)
	}
	if len(about) == 0 && unclear == 0 {
		return
	}
	g.spent += min(len(Pack(g.source.Limits(), ReferenceIDs, about[:ask]))+unclear, allowed)
	answers := g.ask(ctx, step{name: name, source: g.source, facts: ReferenceIDs, about: about, ask: ask, allowed: allowed, unclear: unclear})
	for i := range answers {
		if answers[i].Outcome == Unasked {
			g.beyond.Lists++
		}
	}
	g.answers = append(g.answers, found(answers)...)
}

// unclearLists is how many papers may be around the listed ones that a plan does
// not know yet: any number where entries are not resolved or fallbacks are to be
// asked, else what the listed papers count.
func (g *gathering) unclearLists() int {
	if !g.planning {
		return 0
	}
	if g.unclear() > 0 || g.unsure {
		return math.MaxInt32
	}
	papers := 0
	for i := range g.listed {
		if p := &g.listed[i].Paper; p.References.State == graph.Unasked {
			papers += counted(p.Global, usualCiting) + counted(p.Referenced, usualReferences)
		}
	}
	return papers
}

func found(answers []Answer) []Answer {
	return slices.DeleteFunc(slices.Clone(answers), func(a Answer) bool { return a.Outcome != Found })
}

// around gives the papers that the listed ones cite and are cited by, in the
// order of their value: those that touch most listed papers first, then the
// newest. References and citing papers take turns, since each tell what the
// other does not: the citing papers what is cited together with the list.
func (g *gathering) around() []Subject {
	citing, cited := map[graph.PaperID]int{}, map[graph.PaperID]int{}
	papers, names := map[graph.PaperID]*graph.Paper{}, g.naming()
	for i := range g.listed {
		a := &g.listed[i]
		touch(cited, names.all(a.Paper.References.IDs))
		touch(citing, names.all(a.Paper.Citing.IDs))
		for j := range a.Around {
			papers[a.Around[j].ID] = &a.Around[j]
		}
	}
	out := turns(byValue(citing, papers), byValue(cited, papers))
	seen := map[graph.PaperID]bool{}
	return slices.DeleteFunc(out, func(s Subject) bool {
		id := graph.PaperID(s.ID.Value)
		_, listed := g.place[id]
		again := seen[id]
		seen[id] = true
		return listed || again
	})
}

// touch counts each id once.
func touch(counts map[graph.PaperID]int, ids []graph.PaperID) {
	seen := map[graph.PaperID]bool{}
	for _, id := range named(ids) {
		if !seen[id] {
			seen[id] = true
			counts[id]++
		}
	}
}

// byValue orders papers by their counts, then the newest first, then by id.
func byValue(counts map[graph.PaperID]int, papers map[graph.PaperID]*graph.Paper) []Subject {
	date := func(id graph.PaperID) graph.Date {
		if p := papers[id]; p != nil {
			return p.Date
		}
		return graph.Date{}
	}
	ids := slices.SortedFunc(maps.Keys(counts), func(a, b graph.PaperID) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), date(b).Compare(date(a)), cmp.Compare(a, b))
	})
	out := make([]Subject, len(ids))
	for i, id := range ids {
		out[i] = Subject{ID: lookup(id)}
	}
	return out
}

// turns takes from one list and the other by turns.
func turns(a, b []Subject) []Subject {
	var out []Subject
	for i := range max(len(a), len(b)) {
		out = append(out, a[min(i, len(a)):min(i+1, len(a))]...)
		out = append(out, b[min(i, len(b)):min(i+1, len(b))]...)
	}
	return out
}

// name asks for the papers that are only known as ids so far, as many as can
// be shown: those that the reference lists name most often, and twice at least.
func (g *gathering) name(ctx context.Context) {
	counts := map[graph.PaperID]int{}
	described, names := map[graph.PaperID]bool{}, g.naming()
	for _, answers := range [][]Answer{g.listed, g.answers} {
		for i := range answers {
			a := &answers[i]
			touch(counts, names.all(a.Paper.References.IDs))
			described[names.of(a.Paper.ID)] = true
			for j := range a.Around {
				described[names.of(a.Around[j].ID)] = true
			}
		}
	}
	maps.DeleteFunc(counts, func(id graph.PaperID, n int) bool { return described[id] || n < 2 })
	about := byValue(counts, nil)
	about = about[:min(shown, len(about))]
	unclear := 0
	if g.planning && (g.beyond.Lists > 0 || g.unclearLists() > 0) {
		unclear = min(1, g.left())
	}
	allowed := min(1, g.left(), len(about)+unclear)
	g.spent += allowed
	answers := g.ask(ctx, step{
		name: "papers they name most often", source: g.source, facts: Own, about: about,
		ask: len(about), allowed: allowed, unclear: unclear,
	})
	g.answers = append(g.answers, found(answers)...)
}
