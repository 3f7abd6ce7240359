package render

import (
	"math"
	"strconv"

	"citemap/graph/rank"
)

// Score writes the score of a paper by a measure for people to read: counts as
// whole numbers, shares with three digits, deviations with one decimal, and a
// score that nobody knows as "?".
func Score(m rank.Measure, x float64) string {
	switch {
	case !rank.Known(x):
		return "?"
	case m == rank.RescaledPageRank || m == rank.RescaledLocal || m == rank.RescaledGlobal:
		return strconv.FormatFloat(x, 'f', 1, 64)
	case m == rank.PageRank || m == rank.CiteRank || m == rank.Authority || m == rank.Hub:
		return strconv.FormatFloat(x, 'g', 3, 64)
	}
	return comma(int(math.Round(x)))
}
