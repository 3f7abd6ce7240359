package list

import (
	"bytes"
	"regexp"
)

// masked gives a document with what is no Markdown, or what Markdown would drop,
// made harmless. Every byte keeps its place: front matter becomes blank, and
// the colon behind the mark of a footnote, which would make a definition of an
// address, a space.
func masked(source []byte) []byte {
	end := frontMatterEnd(source)
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

// frontMatterEnd gives the end of the front matter with which a document begins,
// fenced by "---" or "+++"; 0 where it has none. A rule is no fence: what is
// fenced begins with a key.
func frontMatterEnd(source []byte) int {
	m := frontMatter.FindSubmatchIndex(source)
	if m == nil {
		return 0
	}
	return m[1]
}

var frontMatter = regexp.MustCompile(`^\x{FEFF}?(?:---[ \t]*\r?\n((?s:[\w-]+:.*?|[#\s].*?))\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n((?s:.*?))\r?\n\+\+\+)[ \t]*(?:\r?\n|$)`)
