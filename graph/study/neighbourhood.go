package study

import (
	"citemap/graph"
	"citemap/graph/rank"
)

const (
	walkDamping  = 0.7
	nearTo       = 300 // papers that a listed paper brings into the neighbourhood, at most
	fewestListed = 10  // a shorter list counts as one of so many
)

// Neighbourhood gives the papers that the list's random walk reaches: those on
// which a reader who starts at a listed paper, follows citations in either
// direction with chance 0.7 and else starts again (rank.Visited) spends 1/(300 L)
// of the time or more, L being the number of listed papers and 10 at least. So
// there are never more than 300 L of them. A corpus of which they are half or
// more, as one gathered around the list, is all of it near; so is one without a
// list.
func (f *Findings) Neighbourhood() *Part { return f.near() }

func (f *Findings) neighbourhood() *Part {
	listed := f.Graph.Listed()
	if len(listed) == 0 {
		return f.whole()
	}
	least := 1 / float64(nearTo*max(len(listed), fewestListed))
	papers := rank.Visited(f.Graph, listed, walkDamping, least) // a listed paper has .3/L at least
	if 2*len(papers) >= f.Graph.Len() {
		return f.whole()
	}
	return newPart(f, papers)
}

// newPart takes papers, which must rise, out of the findings' graph.
func newPart(f *Findings, papers []graph.Node) *Part {
	if len(papers) == f.Graph.Len() {
		return f.whole()
	}
	return partOf(papers, f.Graph.Among(papers), true)
}

// A Ranking is papers by influence among one another.
type Ranking struct {
	By     rank.Measure
	Papers []graph.Node // of Findings.Graph: the highest score first, those of unknown score last, ties by PaperID
	Among  *Part        // what the measures are taken among
	Whole  bool         // that is the whole corpus
	All    int          // papers ranked, where Papers are only the first of them

	places []graph.Node // of Papers, in Among
}

// Ranking ranks the list's neighbourhood by a measure taken among its papers,
// or the whole corpus.
func (f *Findings) Ranking(by rank.Measure, whole bool) *Ranking {
	among := f.Neighbourhood()
	if whole {
		among = f.whole()
	}
	r := &Ranking{By: by, Among: among, Whole: among.Graph == f.Graph, places: rank.Order(among.Graph, among.ScoresBy(by))}
	for _, place := range r.places {
		r.Papers = append(r.Papers, among.Papers[place])
	}
	r.All = len(r.Papers)
	return r
}

// Streamed ranks the whole corpus by scores of all its papers that were taken elsewhere,
// as its citations are no part of the graph: its n first papers.
func (f *Findings) Streamed(by rank.Measure, scores *rank.Scoreboard, n int) *Ranking {
	papers := rank.Leading(f.Graph, scores.Scores(by), n)
	return &Ranking{By: by, Papers: papers, Among: &Part{Graph: f.Graph, scores: scores}, Whole: true, All: f.Graph.Len(), places: papers}
}

// Score gives a measure of the i-th of the papers.
func (r *Ranking) Score(m rank.Measure, i int) float64 { return r.Among.ScoresBy(m)[r.places[i]] }

// OfItsAge tells, by the place of a paper in the ranking, the share of the papers of
// its age that score less than it by a measure (see rank.Ages).
func (r *Ranking) OfItsAge(m rank.Measure) func(i int) (share float64, known bool) {
	ages := rank.NewAges(r.Among.Graph, r.Among.ScoresBy(m))
	return func(i int) (float64, bool) { return ages.Below(r.places[i]) }
}
