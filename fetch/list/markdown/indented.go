package markdown

import (
	"bytes"
	"strings"
)

// deep is how many columns make a line code where it begins a block, and a part of
// the paragraph above it where it does not.
const deep = 4

// indentedItems gives the white space ahead of items that Markdown takes for code or
// for a part of the line above, since they stand deep and in no list: those that
// people set in below the name of a group.
func indentedItems(source []byte) (blanks [][2]int) {
	if !bytes.Contains(source, []byte("\n\t")) && !bytes.Contains(source, []byte("\n    ")) {
		return nil
	}
	var inList, fenced, empty bool
	indent := ""
	for at := 0; at < len(source); {
		end := len(source)
		if n := bytes.IndexByte(source[at:], '\n'); n >= 0 {
			end = at + n
		}
		line := source[at:end]
		text := bytes.TrimLeft(line, " \t")
		blank := string(line[:len(line)-len(text)])
		isItem := itemMark.Match(text)
		switch {
		case bytes.HasPrefix(text, []byte("```")) || bytes.HasPrefix(text, []byte("~~~")):
			fenced = !fenced
		case fenced:
		case len(bytes.TrimSpace(text)) == 0:
			empty = true
			at = end + 1
			continue
		case columns(blank) < deep && isItem:
			inList = true
		case columns(blank) == 0 && (empty || text[0] == '#'):
			inList, indent = false, ""
		case columns(blank) >= deep && isItem && !inList:
			if indent == "" {
				indent = blank
			}
			taken := len(blank)
			if strings.HasPrefix(blank, indent) {
				taken = len(indent)
			}
			blanks = append(blanks, [2]int{at, at + taken})
		}
		empty = false
		at = end + 1
	}
	return blanks
}

// columns counts those of white space, a tab for four.
func columns(blank string) int { return len(blank) + (deep-1)*strings.Count(blank, "\t") }
