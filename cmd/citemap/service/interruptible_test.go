package service

import (
	"context"
	"errors"
	"io"
	"testing"

	"citemap/cmd/citemap/console"
	"citemap/fetch/list"
)

// TestInterruptedReading: a pipe into which nobody writes any more does not keep
// an interrupted run waiting.
func TestInterruptedReading(t *testing.T) {
	in, out := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		_, _ = io.WriteString(out, "arXiv:2305.11206\n")
		stop() // once the reader has begun
	}()
	s := New(Options{}, in, console.New(io.Discard))
	if _, err := s.Read(ctx, []string{"-"}, ReadOptions{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	out.Close()
}

// TestInterruptedMaking: nor does what never ends by itself.
func TestInterruptedMaking(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Interruptible(ctx, func() (*list.List, error) { select {} }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
