package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/service"
	"citemap/fetch"
	"citemap/graph"
)

// A Plan is what asking for more would take.
type Plan struct {
	Requests int  // at most
	Exact    bool // nor fewer
	Stages   []fetch.Stage
}

// Plan tells how many requests More would take. It asks nobody.
func (d *Desk) Plan(ctx context.Context, ids []string) (Plan, error) {
	further, err := d.toAsk(ids)
	if err != nil {
		return Plan{}, err
	}
	d.changing.Lock()
	read := d.read
	d.changing.Unlock()
	stages, err := d.service.Plan(ctx, read, further...)
	p := Plan{Exact: true}
	for _, s := range stages {
		if s.Requests > 0 {
			p.Stages = append(p.Stages, s)
			p.Requests, p.Exact = p.Requests+s.Requests, p.Exact && s.Exact
		}
	}
	return p, err
}

// Refused says why nobody can be asked for more; "": they can.
func (d *Desk) Refused() string { return d.o.Asking.Refused }

// toAsk gives the papers to look further from: those of before and those named now.
func (d *Desk) toAsk(ids []string) ([]graph.PaperID, error) {
	if d.o.Asking.Refused != "" {
		return nil, errors.New(d.o.Asking.Refused)
	}
	papers, err := d.State().Papers(ids)
	if err != nil {
		return nil, err
	}
	d.changing.Lock()
	defer d.changing.Unlock()
	further := slices.Clone(d.further)
	for _, p := range papers {
		if !slices.Contains(further, p.ID) {
			further = append(further, p.ID)
		}
	}
	return further, nil
}

// More asks for what the papers cite and what cites them, and for what the lists hold
// that nobody was asked for yet; progress is told on the way. Changes may be made
// meanwhile. What came is kept when ctx ends it.
func (d *Desk) More(ctx context.Context, ids []string, progress func(fetch.Progress)) error {
	if !d.asking.TryLock() {
		return errors.New("more is being asked for already: wait for it, or stop it")
	}
	defer d.asking.Unlock()
	further, err := d.toAsk(ids)
	if err != nil {
		return err
	}
	d.changing.Lock()
	read := d.read
	d.changing.Unlock()
	held, err := d.service.Hold(ctx, read, service.GatherOptions{Further: further, Progress: progress})
	if err != nil {
		return err
	}
	d.changing.Lock()
	defer d.changing.Unlock()
	before := d.State().Findings.Corpus.Len()
	d.held, d.further = held, further
	return d.study(ctx, State{Happened: came(held.Len() - before)})
}

// came says how many papers came of asking for more.
func came(n int) string {
	if n <= 0 {
		return "looked further: no paper came that was not known"
	}
	return fmt.Sprintf("looked further: %d %s more at hand", n, console.Plural(n, "paper", "papers"))
}
