package fetch

import (
	"context"

	"citemap/graph"
)

// reserveAudit sets so much of the budget aside as the audit may need, half of
// it at most where more than the entries is wanted.
func (g *gathering) reserveAudit() {
	if len(g.options.Audit) == 0 {
		return
	}
	most := g.share(2)
	if g.options.EntriesOnly {
		most = g.left()
	}
	_, about := g.auditable()
	g.auditing = min(1+(len(about)+g.unclear())*len(g.options.Audit), most)
	g.spent += g.auditing
}

// auditable gives the listed papers, by their places, that others may know.
func (g *gathering) auditable() (places []int, about []Subject) {
	for i := range g.listed {
		if id := publicID(&g.listed[i].Paper); id.Value != "" {
			places = append(places, i)
			about = append(about, Subject{ID: id})
		}
	}
	return places, about
}

// audit asks others how many references they count of each listed paper. What
// they list is not taken in.
func (g *gathering) audit(ctx context.Context) {
	if len(g.options.Audit) == 0 {
		return
	}
	g.readListsToAudit(ctx)
	places, about := g.auditable()
	for _, source := range g.options.Audit {
		unclear := min(g.unclear(), g.auditing)
		allowed := min(len(about)+unclear, g.auditing)
		g.auditing -= allowed
		answers := g.ask(ctx, step{
			name: "how many references " + source.Provenance().Name + " counts", source: source, facts: References, about: about,
			ask: min(len(about), allowed), allowed: allowed, unclear: unclear,
		})
		answered := false
		for i, a := range answers {
			if a.Outcome == Found && a.Paper.Referenced != nil {
				answered = true
				g.counts = append(g.counts, graph.Count{
					Paper: g.listed[places[i]].Paper.ID, Source: source.Provenance().Name, References: *a.Paper.Referenced,
				})
			}
		}
		if answered {
			g.noteSource(source)
		}
	}
}

// readListsToAudit asks for the reference lists that nobody has asked for yet.
func (g *gathering) readListsToAudit(ctx context.Context) {
	var places []int
	var about []Subject
	for i := range g.listed {
		if p := &g.listed[i].Paper; p.References.State == graph.Unasked {
			places = append(places, i)
			about = append(about, Subject{ID: lookup(p.ID), References: p.Referenced})
		}
	}
	unclear := min(g.unclear(), 1)
	if len(about)+unclear == 0 {
		return
	}
	allowed := min(len(Pack(g.source.Limits(), References, about))+unclear, g.auditing)
	g.auditing -= allowed
	answers := g.ask(ctx, step{
		name: "reference lists to hold against others", source: g.source, facts: References, about: about,
		ask: len(about), allowed: allowed, unclear: unclear,
	})
	g.fill(places, answers)
}

// noteSource names a source among those of the corpus, once.
func (g *gathering) noteSource(source Source) {
	for _, p := range g.used {
		if p == source.Provenance() {
			return
		}
	}
	g.used = append(g.used, source.Provenance())
}
