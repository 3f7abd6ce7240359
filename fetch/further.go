package fetch

import "context"

// furtherLists is how many requests may go to the reference lists of what cites the
// papers that a person wants to see more around.
const furtherLists = 2

// goFurther asks for what is around the papers that Options.Further names, and for
// the reference lists of what cites them. Those requests are not of the budget: a
// person has seen how many they are, by Plan, and wants them.
func (g *gathering) goFurther(ctx context.Context) {
	if len(g.options.Further) == 0 || g.options.EntriesOnly {
		return
	}
	about := make([]Subject, len(g.options.Further))
	for i, id := range g.options.Further {
		about[i] = Subject{ID: lookup(id)}
	}
	questions := Pack(g.source.Limits(), Surroundings, about)
	answers := found(g.ask(ctx, step{name: "what is around the papers asked for", source: g.source, facts: Surroundings, about: about, ask: len(about), allowed: len(questions)}))
	for i := range answers {
		if p := &answers[i].Paper; !p.Citing.Asked && (p.Global == nil || *p.Global > 0) {
			g.newestCiting(ctx, &answers[i])
		}
	}
	g.answers = append(g.answers, answers...)
	lists := g.citing(answers)
	if limit := g.source.Limits().Subjects; limit > 0 {
		lists = lists[:min(len(lists), limit*furtherLists)]
	}
	g.answers = append(g.answers, found(g.ask(ctx, step{
		name: "reference lists of what cites those", source: g.source, facts: ReferenceIDs, about: lists, ask: len(lists), allowed: furtherLists,
		unclear: g.unclearFurther(answers),
	}))...)
}

// newestCiting asks for a page of citing papers where they are too many to come with
// the rest.
func (g *gathering) newestCiting(ctx context.Context, a *Answer) {
	about := []Subject{{ID: lookup(a.Paper.ID), References: a.Paper.Referenced}}
	page := g.ask(ctx, step{name: "newest citing papers of those", source: g.source, facts: NewestCiting, about: about, ask: 1, allowed: 1})
	if page[0].Outcome == Found {
		a.add(&page[0])
	}
}

// unclearFurther keeps room in a plan for lists that nobody can name before the
// papers they are of are known.
func (g *gathering) unclearFurther(answers []Answer) int {
	if g.planning && len(answers) < len(g.options.Further) {
		return furtherLists
	}
	return 0
}
