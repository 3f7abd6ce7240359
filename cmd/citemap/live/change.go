package live

import (
	"context"
	"net/http"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/render"
)

// changes are made on a desk. What was begun is brought to its end, whether or not the
// browser waits for it.
type changes struct{ desk *desk.Desk }

// An outcome is what became of a wish.
type outcome struct {
	Number int      `json:"number"` // of the state that shows it
	Passed []passed `json:"passed"` // papers that were left as they are
}

type passed struct {
	Title string `json:"title"`
	Why   string `json:"why"`
}

// outcome says what became of a change.
func (c changes) outcome(made edit.Change, err error) (any, error) {
	out := outcome{Number: c.desk.State().Number, Passed: []passed{}}
	for _, x := range made.Passed {
		out.Passed = append(out.Passed, passed{render.Clean(x.Title), render.Clean(x.Why)})
	}
	return out, err
}

func (c changes) add(ctx context.Context, w wish) (any, error) {
	if len(w.IDs) == 0 {
		return nil, noIDs
	}
	return c.outcome(c.desk.Add(context.WithoutCancel(ctx), w.IDs))
}

func (c changes) exclude(ctx context.Context, w wish) (any, error) {
	if len(w.IDs) == 0 {
		return nil, noIDs
	}
	return c.outcome(c.desk.Exclude(context.WithoutCancel(ctx), w.IDs))
}

func (c changes) undo(ctx context.Context, w wish) (any, error) {
	if w.Steps < 1 {
		return nil, &refusedError{http.StatusBadRequest, "want steps of 1 or more"}
	}
	return c.outcome(edit.Change{}, c.desk.Undo(context.WithoutCancel(ctx), w.Steps))
}

var noIDs = &refusedError{http.StatusBadRequest, "want ids of papers"}
