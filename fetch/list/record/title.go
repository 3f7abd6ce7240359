package record

import (
	"golang.org/x/text/unicode/norm"

	"citemap/graph"
)

// PlainTitle gives a title as a person reads it: databases and reference managers
// leave HTML, MathML and LaTeX in theirs.
func PlainTitle(title string) string { return norm.NFC.String(graph.Plain(title)) }
