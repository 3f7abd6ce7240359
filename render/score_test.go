package render_test

import (
	"math"
	"testing"

	"citemap/graph/rank"
	"citemap/render"
)

// A measure says itself what kind of number it gives, and how it prints.
func TestScoresAreWrittenByTheirKind(t *testing.T) {
	for _, test := range []struct {
		m    rank.Measure
		x    float64
		want string
	}{
		{rank.Local, 1234, "1,234"}, {rank.Core, 12, "12"}, {rank.Global, math.NaN(), "?"}, {rank.Influential, 0, "0"},
		{rank.Betweenness, 2.4, "2.4"}, {rank.Betweenness, 0, "0"}, {rank.Betweenness, 1234.6, "1,235"},
		{rank.PageRank, 0.0123456, "0.0123"}, {rank.Hub, 0, "0"}, {rank.RescaledPageRank, -0.36, "-0.4"}, {rank.RescaledGlobal, 12, "12.0"},
	} {
		if got := render.Score(test.m, test.x); got != test.want {
			t.Errorf("%s of %v: %q, want %q", test.m, test.x, got, test.want)
		}
	}
}
