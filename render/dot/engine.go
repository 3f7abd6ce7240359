package dot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"citemap/render"
	"citemap/render/layout"
)

// An Engine says where Graphviz runs. Once it draws it cannot be stopped, so
// whoever needs to stop it gives it a process of its own. The zero value draws
// in this process, for as long as it takes.
type Engine struct {
	// Command runs this program as the process that draws: one that calls
	// Serve on its standard input and output.
	Command []string
	// Timeout ends the drawing; 0: never. It needs a Command.
	Timeout time.Duration
}

// sheet lays a map out, and leaves it where nobody waits any longer.
func (e Engine) sheet(ctx context.Context, m *render.Map) (*layout.Sheet, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	done := make(chan *layout.Sheet, 1)
	go func() { done <- layout.Of(m) }()
	var late <-chan time.Time
	if e.Timeout > 0 {
		timer := time.NewTimer(e.Timeout)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case s := <-done:
		return s, nil
	case <-late:
		return nil, &TimeoutError{e.Timeout}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// layOut has Graphviz draw.
func (e Engine) layOut(ctx context.Context, j job) ([]byte, error) {
	drawn, err := e.draw(ctx, j)
	if err != nil {
		return nil, fmt.Errorf("draw map with graphviz: %w", err)
	}
	if len(drawn) == 0 {
		return nil, errors.New("draw map with graphviz: it drew nothing")
	}
	return drawn, nil
}

func (e Engine) draw(ctx context.Context, j job) ([]byte, error) {
	if len(e.Command) > 0 {
		return drawApart(ctx, j, e.Command, e.Timeout)
	}
	return drawHere(ctx, j)
}
