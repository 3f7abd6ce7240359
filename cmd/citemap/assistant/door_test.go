package assistant

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestDoor: a fault in a call is its error, and no more calls are let in than are borne.
func TestDoor(t *testing.T) {
	d := newDoor()
	fails := d.middleware(func(context.Context, string, mcp.Request) (mcp.Result, error) { panic("no such node") })
	if r, err := fails(t.Context(), "tools/call", nil); r != nil || err == nil || !strings.Contains(err.Error(), "no such node") {
		t.Errorf("a fault: %v, %v", r, err)
	}
	enter, leave, working := make(chan error, 2*underWay), make(chan struct{}), make(chan struct{}, 2*underWay)
	waits := d.middleware(func(context.Context, string, mcp.Request) (mcp.Result, error) {
		working <- struct{}{}
		<-leave
		return nil, nil
	})
	go func() {
		for range underWay + 1 {
			go func() { _, err := waits(t.Context(), "tools/call", nil); enter <- err }()
		}
	}()
	if err := <-enter; !errors.Is(err, errBusy) { // the others wait
		t.Errorf("one call more than are borne: %v", err)
	}
	for range atOnce {
		<-working
	}
	if len(working) > 0 {
		t.Error("more calls are worked on at once than there are places")
	}
	if _, err := d.middleware(func(context.Context, string, mcp.Request) (mcp.Result, error) { return nil, nil })(t.Context(), "ping", nil); err != nil {
		t.Errorf("a ping waits for calls: %v", err)
	}
	close(leave)
	for range underWay {
		if err := <-enter; err != nil {
			t.Error(err)
		}
	}
}
