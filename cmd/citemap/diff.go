package main

import (
	"bytes"

	"github.com/rogpeppe/go-internal/diff"
)

// unified gives the unified diff of a file's old and new text, for a person to
// look at: what cannot be seen is written out. Nothing where they are the same.
func unified(name string, old, changed []byte) []byte {
	name = spoken(name)
	d := diff.Diff(name, old, name, changed)
	_, hunks, _ := bytes.Cut(d, []byte("\n")) // the first line is that of the diff command
	return visible(hunks)
}
