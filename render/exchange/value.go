package exchange

import (
	"strconv"

	"citemap/graph/rank"
	"citemap/render"
)

// clean cleans texts; a list is never null.
func clean(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = render.Clean(s)
	}
	return out
}

// orNull makes an unknown text null.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// known makes a score that nobody knows null.
func known(score float64) *float64 {
	if !rank.Known(score) {
		return nil
	}
	return &score
}

// first gives the first n of a list; all of them where n is 0.
func first[T any](n int, all []T) []T {
	if n > 0 && n < len(all) {
		return all[:n]
	}
	return all
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func optional(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
