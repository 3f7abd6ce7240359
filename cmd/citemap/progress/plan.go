package progress

import (
	"fmt"
	"slices"
	"time"

	"citemap/fetch"
)

// Ahead words a plan at a rate of requests a second: how many requests, how long
// they take, and how many more there may be; "" where it asks nothing.
func Ahead(stages []fetch.Stage, rate float64) string {
	total, exact := Requests(certain(stages))
	if total == 0 {
		return ""
	}
	more := ""
	if all, _ := Requests(stages); all > total {
		more = fmt.Sprintf("; up to %d more where reference lists turn out not to be known", all-total)
	}
	return fmt.Sprintf("planned: %s, %s%s", Count(total, exact), Span(Duration(total, rate)), more)
}

// certain are the stages that are made whatever comes.
func certain(stages []fetch.Stage) []fetch.Stage {
	return slices.DeleteFunc(slices.Clone(stages), func(x fetch.Stage) bool { return x.Perhaps })
}

// Requests adds up the requests of a plan; exact is false where it is an upper
// bound.
func Requests(stages []fetch.Stage) (total int, exact bool) {
	exact = true
	for _, stage := range stages {
		total += stage.Requests
		exact = exact && stage.Exact
	}
	return total, exact
}

// Duration is how long requests take at a rate of so many a second.
func Duration(requests int, rate float64) time.Duration {
	return time.Duration(float64(requests) / rate * float64(time.Second))
}

// Span words a duration as people do.
func Span(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("%d s", max(1, int(d.Round(time.Second).Seconds())))
	}
	return fmt.Sprintf("%d min", int(d.Round(time.Minute).Minutes()))
}

// Count words a number of requests; one that is not exact is an upper bound.
func Count(n int, exact bool) string {
	word := "requests"
	if n == 1 {
		word = "request"
	}
	if !exact {
		return fmt.Sprintf("at most %d %s", n, word)
	}
	return fmt.Sprintf("%d %s", n, word)
}
