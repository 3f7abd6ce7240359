package gap

import (
	"fmt"
	"math"
	"strconv"
)

func papers(n int) string {
	if n == 1 {
		return "1 paper"
	}
	return fmt.Sprintf("%d papers", n)
}

func listedPapers(n int) string {
	if n == 1 {
		return "1 listed paper"
	}
	return fmt.Sprintf("%d listed papers", n)
}

func references(n int) string {
	if n == 1 {
		return "1 reference"
	}
	return fmt.Sprintf("%d references", n)
}

// twoDigits writes a number of papers with about two significant digits, and
// never with an exponent.
func twoDigits(x float64) string {
	switch {
	case x >= 10:
		return strconv.FormatFloat(x, 'f', 0, 64)
	case x >= 1:
		return strconv.FormatFloat(x, 'f', 1, 64)
	case x >= 0.01:
		return strconv.FormatFloat(x, 'f', 2, 64)
	}
	return "fewer than 0.01"
}

// spread gives the mean and the standard deviation of values.
func spread(values []float64) (mean, deviation float64) {
	for _, v := range values {
		mean += v / float64(len(values))
	}
	for _, v := range values {
		deviation += (v - mean) * (v - mean) / float64(len(values))
	}
	return mean, math.Sqrt(deviation)
}
