package main

import (
	"path/filepath"
	"slices"
	"strings"
)

// format picks the format of an answer: the one asked for, else the one that
// the output file's extension names, else the first of those there are.
func format(asked, file string, there []string) (string, error) {
	if asked == "" {
		asked = there[0]
		if ext := strings.TrimPrefix(filepath.Ext(file), "."); slices.Contains(there, ext) {
			asked = ext
		}
	}
	if !slices.Contains(there, asked) {
		return "", usagef("--format %s: want one of %s", asked, strings.Join(there, ", "))
	}
	return asked, nil
}

// tables are the formats of every answer that is a table, the usual one first.
var tables = []string{"table", "json", "csv", "tsv", "md"}
