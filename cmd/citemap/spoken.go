package main

import (
	"bytes"
	"fmt"
	"strings"

	"citemap/render"
)

// spoken makes of a text, whoever wrote parts of it, the one line that is said
// on stderr: clean, and no command to a program that reads what we say, as
// GitHub's runner does.
func spoken(text string) string {
	return uncommanded(render.Clean(text))
}

// uncommanded takes out of a text what would make it a command of GitHub's: "::"
// at its beginning, "##[" anywhere.
func uncommanded(text string) string {
	text = strings.ReplaceAll(text, "##[", "## [")
	if rest, is := strings.CutPrefix(text, "::"); is {
		return ": :" + rest
	}
	return text
}

// cleaned makes the texts and errors among arguments clean; the format around
// them is ours.
func cleaned(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case string:
			out[i] = cleanLines(a)
		case error:
			out[i] = render.Clean(a.Error())
		case fmt.Stringer:
			out[i] = render.Clean(a.String())
		default:
			out[i] = a
		}
	}
	return out
}

func cleanLines(s string) string {
	if strings.TrimSpace(s) == "" {
		return s
	}
	return render.Clean(s)
}

// visible writes out what steers a terminal, turns the direction of a text
// around or cannot be seen, and leaves all else of it as it is, line ends
// included.
func visible(text []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(bytes.ToValidUTF8(text, []byte("\ufffd"))) {
		if r == '\n' || r == '\t' || r == '\r' || render.Clean("a"+string(r)+"b") != "ab" {
			out.WriteRune(r)
			continue
		}
		fmt.Fprintf(&out, "\\u%04x", r)
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(out.Bytes(), []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\\r"))
}
