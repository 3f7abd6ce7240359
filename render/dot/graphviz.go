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

// A job is one drawing, as it travels to the process that draws.
type job struct {
	Layout string // nop2: all places are given
	Format string // svg or json
	Text   string // in Graphviz's language

	Held   bool          `json:",omitempty"` // the input ends only when nobody waits for the drawing any more
	Within time.Duration `json:",omitempty"` // how long it may take; 0: for ever
}

// graphvizIsBusy guards Graphviz: there is one in a process, and it does not bear
// two callers at once.
var graphvizIsBusy sync.Mutex

// drawHere has Graphviz draw in this process, for as long as it takes.
func drawHere(ctx context.Context, j job) ([]byte, error) {
	graphvizIsBusy.Lock()
	defer graphvizIsBusy.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	// Graphviz would not come out of a cancellation sound.
	ctx = context.WithoutCancel(ctx)
	return draw(ctx, j)
}

// draw is the only door to Graphviz. What Graphviz only warns of is no error: it
// has laid out the drawing then, and renders it. The layout is never freed, which
// costs about half a megabyte a drawing: Graphviz 12.1.2 frees some edges of a
// layout by dot twice then, and later drawings break down or are rubbish, often
// without an error, since go-graphviz loses those of its calls.
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
	var out bytes.Buffer
	if err := g.RenderData(ctx, drawing, j.Format, &out); err != nil || out.Len() == 0 {
		return nil, errors.Join(said, err)
	}
	return out.Bytes(), nil
}
