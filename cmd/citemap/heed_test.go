package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"

	"citemap/fetch/list"
)

// TestInterruptedReading: a pipe into which nobody writes any more does not keep
// an interrupted run waiting.
func TestInterruptedReading(t *testing.T) {
	for name, read := range map[string]func(context.Context, *session) error{
		"a list":        func(ctx context.Context, s *session) error { _, err := s.read(ctx, []string{"-"}); return err },
		"a list to fix": func(ctx context.Context, s *session) error { _, err := s.texts(ctx, []string{"-"}); return err },
	} {
		in, out := io.Pipe()
		ctx, stop := context.WithCancel(t.Context())
		go func() {
			_, _ = io.WriteString(out, "arXiv:2305.11206\n")
			stop() // once the reader has begun
		}()
		if err := read(ctx, &session{stdin: in, stderr: &bytes.Buffer{}}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
		out.Close()
	}
}

// TestInterruptedMaking: nor does what never ends by itself.
func TestInterruptedMaking(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := heed(ctx, func() (*list.List, error) { select {} }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
