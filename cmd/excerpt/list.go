package main

import (
	"bytes"
	"fmt"
	"strings"

	"citemap/graph"
)

const givenHead = `# Dependency parsing

Every other paper of the bibliography of McDonald and Nivre's "Analyzing and
Integrating Dependency Parsers" (Computational Linguistics, 2011), as far as the ACL
Anthology Network has it. The rest stands in parsing.held-out.md: see how much of it
comes back as gaps.

`

const hiddenHead = `# Dependency parsing: the half that was held out

The papers that parsing.md leaves out of the same bibliography.

`

// readingList writes papers as the items of a Markdown list.
func readingList(head string, papers []*graph.Paper) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for _, p := range papers {
		fmt.Fprintf(&b, "- [%s](https://aclanthology.org/%s), %s, %d\n", p.Title, p.IDs.Of(graph.ACL), byline(p.Authors), p.Date.Year)
	}
	return b.Bytes()
}

// byline names the authors as a reader would; the field has them family name first.
func byline(authors []string) string {
	names := make([]string, len(authors))
	for i, a := range authors {
		names[i] = a
		if family, given, ok := strings.Cut(a, ", "); ok {
			names[i] = given + " " + family
		}
	}
	return strings.Join(names, ", ")
}
