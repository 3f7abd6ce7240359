package api

import (
	"testing"
	"time"
)

func TestBackoffDoublesWithFullJitter(t *testing.T) {
	for _, test := range []struct {
		rate    float64
		attempt int
		ceiling time.Duration
	}{
		{1, 0, time.Second}, {1, 1, 2 * time.Second}, {1, 4, 16 * time.Second}, {1, 5, maxBackoff}, {1, 1000, maxBackoff},
		{10, 0, 100 * time.Millisecond}, {10, 3, 800 * time.Millisecond}, {0.01, 0, maxBackoff}, {1e12, 0, time.Millisecond},
	} {
		var longest time.Duration
		for range 2000 {
			longest = max(longest, backoff(test.rate, test.attempt))
		}
		if longest > test.ceiling || longest < test.ceiling*9/10 {
			t.Errorf("rate %g, attempt %d: up to %s, want %s", test.rate, test.attempt, longest, test.ceiling)
		}
	}
}
