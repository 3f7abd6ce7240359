package service

import (
	"slices"
	"strings"

	"citemap/cmd/citemap/usage"
	"citemap/graph"
)

// What no run needs more of.
const (
	mostRate   = 10_000
	mostBudget = 1_000_000
)

// Check finds what is wrong with options before anything is read or asked.
func (o Options) Check() error {
	switch {
	case !(o.Rate > 0 && o.Rate <= mostRate): // so that NaN is refused, too
		return usage.Errorf("--rate %v: want more than 0 requests per second, and %d at most", o.Rate, mostRate)
	case o.Budget < 0 || o.Budget > mostBudget:
		return usage.Errorf("--budget %d: want 0 for no request, up to %d", o.Budget, mostBudget)
	case o.Snapshot != "" && o.Field != "":
		return usage.Errorf("--snapshot and --field exclude each other: name one that the papers are read from")
	}
	for _, given := range []struct {
		flag string
		ids  []string
	}{{"--exclude", o.Exclude}, {"--without", o.Without}} {
		for _, id := range given.ids {
			if _, err := graph.ParseID(id); err != nil {
				return usage.Errorf("%s: %w", given.flag, err)
			}
		}
	}
	return o.checkFallback()
}

// checkFallback wants sources that there are.
func (o Options) checkFallback() error {
	for name := range strings.SplitSeq(o.Fallback, ",") {
		if name != "none" && name != "" && !slices.Contains(FallbackNames(), name) {
			return usage.Errorf("--fallback %s: want none, or some of %s%s", name, strings.Join(FallbackNames(), ", "), usage.DidYouMean(name, FallbackNames()))
		}
	}
	return nil
}
