package answer

import (
	"io"
	"slices"

	"citemap/cmd/citemap/service"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render/exchange"
)

// Shown are the measures that a ranking gives of each paper: the usual ones, or beside
// the one that was asked for how often the paper is cited here.
func Shown(by rank.Measure, asked bool) []rank.Measure {
	if !asked {
		return rank.Shown
	}
	return slices.Compact([]rank.Measure{rank.Local, by})
}

// Rank writes the first n papers (0: all) of a ranking.
func Rank(w io.Writer, f *service.Findings, r *study.Ranking, shown []rank.Measure, n int) error {
	return exchange.Rank(w, head("rank", f.Read), f.Findings, r, shown, n)
}
