package dot

import "strings"

// quote writes a cleaned text as a string of DOT that stands for that text and nothing
// else, wherever it is used: as label, tooltip or address.
func quote(s string) string { return `"` + escape(s) + `"` }

// escape keeps Graphviz from reading anything into a text: a backslash begins
// an escape, and an ampersand an HTML entity, in labels of every kind.
func escape(s string) string { return escaped.Replace(s) }

var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "\n", " ", "\r", " ", "\x00", "")
