package edit

import (
	"bytes"
	"fmt"

	"github.com/rogpeppe/go-internal/diff"

	"citemap/cmd/citemap/console"
	"citemap/render"
)

// unified gives the unified diff of a file's old and new text, for a person to
// look at: what cannot be seen is written out. Nothing where they are the same.
func unified(name string, old, changed []byte) []byte {
	name = console.Harmless(name)
	d := diff.Diff(name, old, name, changed)
	_, hunks, _ := bytes.Cut(d, []byte("\n")) // the first line is that of the diff command
	return visible(hunks)
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
