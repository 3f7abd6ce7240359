package markdown

import (
	"bytes"
	"regexp"

	"citemap/fetch/list/front"
)

// Masked gives a document with what is no Markdown, or what Markdown would drop,
// made harmless. Every byte keeps its place: front matter becomes blank, and
// the colon behind the mark of a footnote, which would make a definition of an
// address, a space.
func Masked(source []byte) []byte {
	end := front.FrontMatterEnd(source)
	notes := footnoteMark.FindAllSubmatchIndex(source, -1)
	if end == 0 && notes == nil {
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
	return out
}

// footnoteMark is the mark ahead of a footnote's text: "[^1]: ".
var footnoteMark = regexp.MustCompile(`(?m)^ {0,3}\[\^[^\]\n]{1,40}\](:)[ \t]`)
