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
	in, out := io.Pipe()
	defer out.Close()
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		_, _ = io.WriteString(out, "arXiv:2305.11206\n")
		stop() // once the reader has begun
	}()
	s := &session{stdin: in, stderr: &bytes.Buffer{}}
	for name, read := range map[string]func() error{
		"a list":         func() error { _, err := s.read(ctx, []string{"-"}); return err },
		"a list to fix":  func() error { _, err := s.texts(ctx, []string{"-"}); return err },
		"anything as is": func() error { _, err := heed(ctx, func() (*list.List, error) { select {} }); return err },
	} {
		if err := read(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
