package api

import (
	"golang.org/x/text/unicode/norm"

	"citemap/graph"
)

// Title is a title as a person reads it: on one line, without the markup that
// the printer left, letters and accents in one.
func Title(text string) string { return norm.NFC.String(graph.Plain(text)) }
