package render

import (
	"fmt"
	"math"

	"citemap/graph/rank"
	"citemap/graph/study"
)

// A Standing says in words how the papers of a ranking stand by its measure: as a
// share or a count, since a score by itself says little.
type Standing struct {
	r        *study.Ranking
	highest  float64                               // score of all
	ofItsAge func(int) (share float64, known bool) // of a measure that is fair to age
}

// agedBy is what each measure that is fair to age holds against papers of that age.
var agedBy = map[rank.Measure]rank.Measure{
	rank.RescaledPageRank: rank.PageRank, rank.RescaledLocal: rank.Local, rank.RescaledGlobal: rank.Global,
}

// NewStanding makes the words for a ranking.
func NewStanding(r *study.Ranking) *Standing {
	s := &Standing{r: r}
	if len(r.Papers) > 0 {
		s.highest = r.Score(r.By, 0)
	}
	if by, fair := agedBy[r.By]; fair {
		s.ofItsAge = r.OfItsAge(by)
	}
	return s
}

// Of says how the i-th paper of the ranking stands; "" where it stands out by nothing
// but how often it is cited here.
func (s *Standing) Of(i int) string {
	x := s.r.Score(s.r.By, i)
	switch by := s.r.By; {
	case by == rank.Local:
		return ""
	case !rank.Known(x): // which those by the source's counts alone can be
		return "the source gave no count of its citing papers"
	case s.ofItsAge != nil:
		return s.amongItsAge(i)
	default:
		return s.worded(by, x)
	}
}

// worded says what a score by a measure means.
func (s *Standing) worded(by rank.Measure, x float64) string {
	papers := float64(s.r.All)
	switch by {
	case rank.PageRank, rank.CiteRank: // of which all papers together have 1
		return fmt.Sprintf("%s %s times the average", by.Heading(), number(rank.Amount, x*papers))
	case rank.Authority, rank.Hub:
		return fmt.Sprintf("%s %s of the highest", by.Heading(), Percent(x/s.highest))
	case rank.Betweenness:
		return fmt.Sprintf("between %s of all pairs of papers", Percent(x/max(1, (papers-1)*(papers-2))))
	case rank.Core:
		return fmt.Sprintf("in a core of papers with %s or more among one another", count(int(x), "citation"))
	case rank.Influential:
		return fmt.Sprintf("of much influence on %s, by the source's count", count(int(x), "citing paper"))
	}
	return fmt.Sprintf("cited by %s in all, by the source's count", count(int(x), "paper"))
}

// amongItsAge says how many of the papers of its age the i-th one is ahead of.
func (s *Standing) amongItsAge(i int) string {
	what := map[rank.Measure]string{
		rank.RescaledPageRank: "PageRank above", rank.RescaledLocal: "cited here more than", rank.RescaledGlobal: "cited in all more than",
	}[s.r.By]
	share, known := s.ofItsAge(i)
	switch {
	case !known:
		return "no paper of its age to compare it with"
	case share == 0:
		return ""
	case share == 1:
		return what + " all papers of its age"
	}
	return fmt.Sprintf("%s %.0f of 100 papers of its age", what, math.Floor(100*share))
}
