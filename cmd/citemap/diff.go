package main

import (
	"bytes"

	"github.com/rogpeppe/go-internal/diff"
)

// unified gives the unified diff of a file's old and new text; nothing where
// they are the same.
func unified(name string, old, changed []byte) []byte {
	d := diff.Diff(name, old, name, changed)
	_, hunks, _ := bytes.Cut(d, []byte("\n")) // the first line is that of the diff command
	return hunks
}
