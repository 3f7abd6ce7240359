package session

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
	Tables    = []string{"table", "json", "csv", "tsv", "md"} // of every answer that is a table
	Summaries = []string{"table", "json"}                     // of the short report on stdout
	Drawings  = []string{"svg", "png", "pdf", "dot", "html"}  // of a map
)

// GitHub is the format that only check has.
const GitHub = "github"

// ChooseFormat picks the format of an answer: the one asked for, else the one that
// the output file's extension names, else the first of those there are.
func ChooseFormat(asked, file string, there []string) (string, error) {
	if asked == "" {
		asked = there[0]
		if ext := strings.TrimPrefix(filepath.Ext(file), "."); slices.Contains(there, ext) {
			asked = ext
		}
	}
	if !slices.Contains(there, asked) {
		return "", usage.Errorf("--format %s: %s", asked, usage.WantOneOf(there, asked))
	}
	return asked, nil
}

// AnswerFormats are the formats of a verb's answer on stdout; none for those that
// draw or export.
func AnswerFormats(verb string) []string {
	switch verb {
	case "check":
		return append(slices.Clone(Tables), GitHub)
	case "report":
		return Summaries
	case "map", "export":
		return nil
	}
	return Tables
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
		return slices.Contains(Drawings, ext)
	default:
		return slices.Contains(Tables, ext)
	}
}
