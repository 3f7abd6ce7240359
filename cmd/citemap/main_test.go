package main

import (
	"io"
	"path/filepath"
	"testing"
)

func TestInterruptedSays(t *testing.T) {
	name := filepath.Join(t.TempDir(), "page.html")
	for _, tt := range []struct {
		asked, written bool
		want           string
	}{
		{false, false, "interrupted; nothing was fetched or written"},
		{true, false, "interrupted; what was fetched is in the library, the same command goes on from there"},
		{false, true, "interrupted; written before that: " + name},
		{true, true, "interrupted; what was fetched is in the library, the same command goes on from there; written before that: " + name},
	} {
		s := &session{asking: tt.asked}
		if tt.written {
			if err := s.deliver(name, func(w io.Writer) error { _, err := io.WriteString(w, "page"); return err }); err != nil {
				t.Fatal(err)
			}
		}
		if got := s.interrupted(); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
