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

// tooLarge are packages that are larger for now, and why. Whoever splits one takes its
// line out.
var tooLarge = map[string]string{
	"citemap/fetch":               "is being taken apart",
	"citemap/fetch/list/markdown": "is being taken apart",
}

// A newcomer can read a package at a sitting.
func TestPackagesAreSmall(t *testing.T) {
	all := rooms(t)
	for _, r := range all {
		files, lines := r.size(t)
		small := files <= mostFiles && lines <= mostLines
		why, excused := tooLarge[r.ImportPath]
		switch {
		case !small && !excused:
			t.Errorf("%s has %d files and %d lines: want %d and %d at most", r.ImportPath, files, lines, mostFiles, mostLines)
		case !small:
			t.Logf("%s has %d files and %d lines: it %s", r.ImportPath, files, lines, why)
		case excused:
			t.Logf("%s is small enough: its line in tooLarge can go", r.ImportPath)
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
