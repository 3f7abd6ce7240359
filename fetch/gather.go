package fetch

import (
	"context"
	"maps"
	"slices"

	"citemap/fetch/entries"
	"citemap/graph"
)

// Gather makes the corpus of the entries: the listed papers; their references
// and citing papers; the reference lists of those; what cites the papers that the
// list then seems to lack; the papers that are named most often; and more of those
// that are shown. What it asks for is decided by its value to the
// list and the budget, as if nothing were known, and then what the source
// recalls is not asked for; what it recalls beyond that is taken too.
//
// An error of the source does not lose what was answered before it: the corpus
// is whole as far as it goes, entries nobody could ask about are unasked, and
// the error comes back beside it.
func Gather(ctx context.Context, source Source, entries []graph.Entry, o Options) (*graph.Corpus, error) {
	g := newGathering(source, entries, o)
	g.run(ctx)
	return g.corpus(), g.failure()
}

// Frozen makes the corpus of a snapshot: all its papers, just as they are, and
// the entries of the lists resolved among them.
func Frozen(ctx context.Context, source Source, of graph.Corpus, listed []graph.Entry) (*graph.Corpus, error) {
	return FrozenAround(ctx, source, func([]graph.PaperID) (graph.Corpus, error) { return of, nil }, listed)
}

// Known gives entries with what becomes of them at a source that has all it knows at
// hand.
func Known(ctx context.Context, source Source, listed []graph.Entry) ([]graph.Entry, error) {
	g := newGathering(source, listed, Options{Budget: -1})
	g.frozen = true
	g.resolve(ctx)
	return g.entries, g.failure()
}

// FrozenAround is Frozen where the papers are chosen once it is known which are listed.
func FrozenAround(ctx context.Context, source Source, choose func(listed []graph.PaperID) (graph.Corpus, error), listed []graph.Entry) (*graph.Corpus, error) {
	known, err := Known(ctx, source, listed)
	if err != nil {
		return nil, err
	}
	of, err := choose((&graph.Corpus{Entries: known}).Listed())
	if err != nil {
		return nil, err
	}
	c := &of
	c.Entries, c.Sources = known, []graph.Provenance{source.Provenance()}
	entries.Reconcile(c)
	return c, nil
}

// run goes through the stages.
func (g *gathering) run(ctx context.Context) {
	g.resolve(ctx)
	g.reserveAudit()
	g.reserveNotices()
	if g.options.EntriesOnly {
		g.options.Budget = -1
	}
	if g.options.Planned != nil && !g.planning && g.stopped == nil {
		g.options.Planned(g.ahead(ctx))
	}
	g.gather(ctx)
}

// gather goes through the stages that follow once the entries are resolved.
func (g *gathering) gather(ctx context.Context) {
	g.surround(ctx)
	g.fallBack(ctx)
	g.readLists(ctx)
	g.lookFurther(ctx)
	g.goFurther(ctx)
	g.name(ctx)
	g.describe(ctx)
	g.audit(ctx)
	g.watch(ctx)
}

// Plan tells, without asking anybody, which requests Gather would send: exactly
// as far as what the source recalls goes, and an upper bound where later
// questions hang on answers that nobody has yet.
func Plan(ctx context.Context, source Source, entries []graph.Entry, o Options) ([]Stage, error) {
	g := newGathering(source, entries, o)
	g.planning = true
	g.run(ctx)
	return g.stages, g.failure()
}

// ahead plans the stages that follow, with what is known by now.
func (g *gathering) ahead(ctx context.Context) []Stage {
	p := newGathering(g.source, g.entries, g.options)
	p.options.Progress, p.options.Warn = nil, nil
	p.listed, p.place, p.spent, p.auditing, p.watching, p.planning = slices.Clone(g.listed), maps.Clone(g.place), g.spent, g.auditing, g.watching, true
	p.recalled, p.remembers = memory{}, true
	p.gather(ctx)
	g.recalled = p.recalled
	return p.stages
}
