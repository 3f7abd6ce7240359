package desk

import (
	"context"
	"path/filepath"
	"strings"
	"time"
)

// Watch looks after the files until ctx is done, so often, and tells what became of
// them by a new state.
func (d *Desk) Watch(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			_ = d.Look(ctx) // a state tells what is wrong
		case <-ctx.Done():
			return
		}
	}
}

// Look reads what another program has changed since, and studies it.
func (d *Desk) Look(ctx context.Context) error {
	d.changing.Lock()
	defer d.changing.Unlock()
	return d.look(ctx)
}

func (d *Desk) look(ctx context.Context) error {
	var changed []string
	now := marks(d.files())
	for _, name := range d.files() {
		if !d.seen[name].same(now[name]) {
			changed = append(changed, name)
			d.forget(name)
		}
	}
	if len(changed) == 0 {
		return nil
	}
	for i, name := range changed {
		changed[i] = filepath.Base(name)
	}
	return d.again(ctx, State{Happened: "changed by another program: " + strings.Join(changed, ", ")})
}

// forget drops the changes up to the last one of a file that is not as they left it: to
// take them back would lose what another program wrote.
func (d *Desk) forget(name string) {
	var kept []step
	for _, c := range d.taken {
		if c.name != name {
			kept = append(kept, c)
		}
	}
	d.taken = kept
}
