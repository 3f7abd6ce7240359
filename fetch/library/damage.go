package library

import (
	"maps"
	"slices"
	"sync"
)

// damage is what cannot be read of a library: it counts as not there.
type damage struct {
	mu    sync.Mutex
	named map[string]bool
}

func (d *damage) add(what string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.named == nil {
		d.named = map[string]bool{}
	}
	d.named[what] = true
}

// names gives what was added, each once, sorted.
func (d *damage) names() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Sorted(maps.Keys(d.named))
}
