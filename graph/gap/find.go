package gap

import (
	"cmp"
	"slices"

	"citemap/graph"
)

// Options says what may be offered. The zero value offers everything.
type Options struct {
	Exclude []graph.PaperID // never offered, but still evidence; ids or aliases
	Kinds   []Kind          // only these, by their age-fair scores; none means all, by score
	Text    bool            // likeness in text counts in the score, as far as embeddings are known
}

// Find ranks the papers off the list. Candidates are the papers that a listed
// paper cites, that cite a listed paper, or that are cited together with one.
// The best 200 by a first look (see newBase) join the list in a ridge system,
// which is looked at from several sides (see package evidence); their score is
// the logarithm of the odds that they belong, before it is heard how well this
// list holds together. The others follow below in the
// order of the first look. Where too few papers around the list cite it for that,
// the answer is thin and ordered as Found.Thin says.
func Find(g *graph.Graph, o Options) Found {
	if len(g.Listed()) == 0 {
		return Found{Thin: "No listed paper was found in the corpus, so nothing can be said to be missing."}
	}
	q := NewGround(g).Ask(g.Listed())
	j := q.Judgement()
	r, scores := newReasoner(q.query, j), j.scores
	if o.Text { // the chances go by the graph alone
		scores = q.withLikeness(j.scores, j.pool)
	}
	found := Found{Thin: j.Thin}
	found.Gaps = r.gaps(q.candidates(o.Exclude), scores)
	for i := range found.Gaps {
		x := &found.Gaps[i]
		x.Belongs = j.Belongs(x.Node)
		x.Strength = StrengthOf(x.Belongs)
	}
	if o.Text {
		q.weighText(found.Gaps)
	}
	found.sort(g)
	found.beFair(g)
	if len(o.Kinds) > 0 {
		found.keep(o.Kinds)
	}
	r.describe(found.Gaps)
	return found
}

// sort puts the best first.
func (f *Found) sort(g *graph.Graph) {
	slices.SortFunc(f.Gaps, func(a, b Gap) int {
		byCount := 0
		if f.Thin != "" {
			byCount = cmp.Compare(len(b.CitedBy), len(a.CitedBy))
		}
		return cmp.Or(byCount, cmp.Compare(b.Score, a.Score), g.ByID(a.Node, b.Node))
	})
}
