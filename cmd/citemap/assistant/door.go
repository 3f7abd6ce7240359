package assistant

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// How many calls are worked on at once, and how many may be under way with those that wait.
const (
	atOnce   = 4
	underWay = 64
)

// A door lets in as many calls as the machine bears.
type door struct {
	places chan struct{}
	inside atomic.Int32
}

func newDoor() *door { return &door{places: make(chan struct{}, atOnce)} }

var errBusy = errors.New("busy: too many calls are under way: wait for answers, then call again")

// middleware has what computes wait for a place, and makes an error of a fault in it.
func (d *door) middleware(next mcp.MethodHandler) mcp.MethodHandler {
	return func(ctx context.Context, method string, r mcp.Request) (result mcp.Result, err error) {
		if method != "tools/call" && method != "resources/read" {
			return next(ctx, method, r)
		}
		defer d.inside.Add(-1)
		defer func() {
			if fault := recover(); fault != nil {
				result, err = nil, fmt.Errorf("a fault of citemap in %s: %v: other calls go on; please report it", method, fault)
			}
		}()
		if d.inside.Add(1) > underWay {
			return nil, errBusy
		}
		select {
		case d.places <- struct{}{}:
			defer func() { <-d.places }()
			return next(ctx, method, r)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
