package render

import (
	"math"
	"strconv"
	"strings"

	"citemap/graph/rank"
)

// Score writes the score of a paper by a measure for people to read: counts as
// whole numbers, amounts below a hundred and deviations with one decimal,
// shares with three digits, and a score that nobody knows as "?".
func Score(m rank.Measure, x float64) string {
	if !rank.Known(x) {
		return "?"
	}
	return number(m.Number(), x)
}

func number(kind rank.Number, x float64) string {
	switch {
	case kind == rank.Deviation:
		return strconv.FormatFloat(x, 'f', 1, 64)
	case kind == rank.Share:
		return strconv.FormatFloat(x, 'g', 3, 64)
	case kind == rank.Amount && x < 100:
		return strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
	}
	return comma(int(math.Round(x)))
}
