package list

import (
	"golang.org/x/text/unicode/norm"

	"citemap/graph"
)

// plainTitle gives a title as a person reads it: databases and reference managers
// leave HTML, MathML and LaTeX in theirs.
func plainTitle(title string) string { return norm.NFC.String(graph.Plain(title)) }
