package dot

import (
	"context"
	"errors"
	"fmt"
	"time"
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
