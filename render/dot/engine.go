package dot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/goccy/go-graphviz/cgraph"
	"github.com/goccy/go-graphviz/gvc"

	"citemap/render/dot/cachedir" // to be initialised before go-graphviz
)

// go-graphviz has been initialised by now.
var _ = cachedir.Restore()

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

// A TimeoutError is a drawing that took longer than it was given.
type TimeoutError struct{ After time.Duration }

func (e *TimeoutError) Error() string {
	return fmt.Sprintf("graphviz was not done after %s", e.After)
}

// A job is one drawing, as it travels to the process that draws.
type job struct {
	Layout string // dot or sfdp
	Format string // svg or json
	Text   string // in Graphviz's language

	Held   bool          `json:",omitempty"` // the input ends only when nobody waits for the drawing any more
	Within time.Duration `json:",omitempty"` // how long it may take; 0: for ever
}

// graphvizIsBusy guards Graphviz: there is one in a process, and it does not bear
// two callers at once.
var graphvizIsBusy sync.Mutex

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
		return e.drawApart(ctx, j)
	}
	graphvizIsBusy.Lock()
	defer graphvizIsBusy.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// Graphviz would not come out of a cancellation sound.
	ctx = context.WithoutCancel(ctx)
	if j.Layout == "sfdp" {
		if _, err := draw(ctx, reseed); err != nil {
			return nil, err
		}
	}
	return draw(ctx, j)
}

// reseed puts Graphviz's random numbers where they were before: sfdp takes some
// before it heeds its seed.
var reseed = job{Layout: "sfdp", Format: "json0", Text: "graph { graph [start=1]; a -- b }"}

// draw is the only door to Graphviz. What Graphviz only warns of is no error: it
// has laid out the drawing then, and renders it.
func draw(ctx context.Context, j job) (drawn []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			drawn, err = nil, fmt.Errorf("it broke down: %v", p)
		}
	}()
	g, err := gvc.New(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = g.Close() }() // it repeats what Layout said
	drawing, err := cgraph.ParseBytes([]byte(j.Text))
	if err != nil {
		return nil, err
	}
	defer func() { _ = drawing.Close() }()
	said := g.Layout(ctx, drawing, j.Layout)
	defer func() { _ = g.FreeLayout(ctx, drawing) }()
	var out bytes.Buffer
	if err := g.RenderData(ctx, drawing, j.Format, &out); err != nil || out.Len() == 0 {
		return nil, errors.Join(said, err)
	}
	return out.Bytes(), nil
}
