package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What a package of ours may have, without its tests.
const (
	mostFiles = 30
	mostLines = 2500
)

// A newcomer can read a package at a sitting.
func TestPackagesAreSmall(t *testing.T) {
	all := rooms(t)
	for _, r := range all {
		files, lines := r.size(t)
		if files > mostFiles || lines > mostLines {
			t.Errorf("%s has %d files and %d lines: want %d and %d at most", r.ImportPath, files, lines, mostFiles, mostLines)
		}
	}
}

// size counts the files of a package, whatever system they are for, and their lines.
func (r room) size(t *testing.T) (files, lines int) {
	t.Helper()
	for _, name := range slices.Concat(r.GoFiles, r.IgnoredGoFiles) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(r.Dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files, lines = files+1, lines+bytes.Count(text, []byte("\n"))
	}
	return files, lines
}
