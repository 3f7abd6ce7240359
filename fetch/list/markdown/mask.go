package markdown

import (
	"bytes"
	"regexp"

	"citemap/fetch/list/front"
)

// Masked gives a document with what is no Markdown, or what Markdown would drop,
// made harmless. Every byte keeps its place: front matter becomes blank, and
// the colon behind the mark of a footnote, which would make a definition of an
// address, a space. What indents the items of a plain text becomes empty lines.
func Masked(source []byte) []byte {
	end := front.FrontMatterEnd(source)
	notes := footnoteMark.FindAllSubmatchIndex(source, -1)
	items := indentedItems(source)
	if end == 0 && notes == nil && items == nil {
		return source
	}
	out := bytes.Clone(source)
	for i := range out[:end] {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	for _, m := range notes {
		out[m[2]] = ' '
	}
	for _, at := range items {
		for i := at[0]; i < at[1]; i++ {
			out[i] = '\n'
		}
	}
	return out
}

// itemMark begins an item of a list that has words.
var itemMark = regexp.MustCompile(`^(?:[-*+]|\d{1,3}[.)])[ \t]+\S`)

// footnoteMark is the mark ahead of a footnote's text: "[^1]: ".
var footnoteMark = regexp.MustCompile(`(?m)^ {0,3}\[\^[^\]\n]{1,40}\](:)[ \t]`)
