package main

import (
	"path/filepath"
	"slices"
	"strings"

	"citemap/cmd/citemap/usage"
	"citemap/render/export"
)

// The formats of answers and drawings, the usual one first. Those of export stand
// in render/export.
var (
	tables    = []string{"table", "json", "csv", "tsv", "md"} // of every answer that is a table
	summaries = []string{"table", "json"}                     // of the short report on stdout
	drawings  = []string{"svg", "png", "pdf", "dot", "html"}  // of a map
)

// github is the format that only check has.
const github = "github"

// chooseFormat picks the format of an answer: the one asked for, else the one that
// the output file's extension names, else the first of those there are.
func chooseFormat(asked, file string, there []string) (string, error) {
	if asked == "" {
		asked = there[0]
		if ext := strings.TrimPrefix(filepath.Ext(file), "."); slices.Contains(there, ext) {
			asked = ext
		}
	}
	if !slices.Contains(there, asked) {
		return "", usage.Errorf("--format %s: want one of %s", asked, strings.Join(there, ", "))
	}
	return asked, nil
}

// answerFormats are the formats of a verb's answer on stdout; none for those that
// draw or export.
func answerFormats(verb string) []string {
	switch verb {
	case "check":
		return append(slices.Clone(tables), github)
	case "report":
		return summaries
	case "map", "export":
		return nil
	}
	return tables
}

// namesFormat reports whether the name of a verb's output says its format.
func namesFormat(verb, output string) bool {
	switch ext := strings.TrimPrefix(filepath.Ext(output), "."); verb {
	case "report": // that is the page, not the answer
		return false
	case "export":
		_, found := export.ByFile(output)
		return found
	case "map":
		return slices.Contains(drawings, ext)
	default:
		return slices.Contains(tables, ext)
	}
}
