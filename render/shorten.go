package render

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of columns that a text takes on a terminal: two for a
// Chinese character or an emoji, none for a combining accent.
func Width(s string) int { return ansi.StringWidth(s) }

// Shorten cuts a cleaned text to at most width columns and ends it with an
// ellipsis where something was cut. It never cuts within a character, and
// between words where that costs little. A width below 1 gives "".
func Shorten(s string, width int) string {
	if width < 1 {
		return ""
	}
	if Width(s) <= width {
		return s
	}
	head := ansi.Truncate(s, width-1, "")
	if i := strings.LastIndexByte(head, ' '); i > 0 && !strings.HasPrefix(s[len(head):], " ") && Width(head[i:]) <= width/4 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:.-–—(") + "…"
}

// Fold breaks a text between words into lines of at most width columns; a
// longer word has a line to itself.
func Fold(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		switch {
		case line == "":
			line = word
		case Width(line)+1+Width(word) > width:
			lines, line = append(lines, line), word
		default:
			line += " " + word
		}
	}
	if line == "" {
		return lines
	}
	return append(lines, line)
}
