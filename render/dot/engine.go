package dot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/goccy/go-graphviz"

	_ "citemap/render/dot/cachedir" // to be initialised before go-graphviz
)

// engine guards Graphviz: there is one in a process, and it does not bear two
// callers at once.
var engine sync.Mutex

// layOut has Graphviz draw a DOT text as SVG. It is the only door to
// Graphviz. A context that is done before drawing starts ends it; one that is
// cancelled later does not, as Graphviz would not come out of that sound.
func layOut(ctx context.Context, text []byte) ([]byte, error) {
	engine.Lock()
	defer engine.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	svg, err := draw(context.WithoutCancel(ctx), text)
	if err != nil {
		return nil, fmt.Errorf("draw map with graphviz: %w", err)
	}
	return svg, nil
}

func draw(ctx context.Context, text []byte) (svg []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			svg, err = nil, fmt.Errorf("it broke down: %v", p)
		}
	}()
	g, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, g.Close()) }()
	drawing, err := graphviz.ParseBytes(text)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, drawing.Close()) }()
	var out bytes.Buffer
	if err := g.Render(ctx, drawing, graphviz.SVG, &out); err != nil {
		return nil, err
	}
	if out.Len() == 0 {
		return nil, errors.New("it drew nothing")
	}
	return out.Bytes(), nil
}
