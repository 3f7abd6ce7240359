package tree

import (
	"bytes"
	"encoding/json"
	"strings"

	"citemap/fetch/list/limit"
)

// A jsonSource is the text that a node is read from when it is asked for, so that
// no list is in memory as a whole.
type jsonSource []byte

// jsonNode makes a node of a value that is valid.
func jsonNode(text []byte, start, end int) *Node {
	n := &Node{start: start, end: end}
	switch c := text[start]; {
	case c == '{' || c == '[':
		n.shut = text
	case c == '"':
		n.text = unquoted(text[start:end])
	case c == '-' || c >= '0' && c <= '9':
		n.text = string(text[start:end])
	}
	return n
}

// open reads the list or the fields of a node, one level deep.
func (text jsonSource) open(n *Node) {
	object := text[n.start] == '{'
	for at := skipSpace(text, n.start+1); at < n.end-1; at = skipSpace(text, at) {
		key := ""
		if object {
			end := valueEnd(text, at)
			key = unquoted(text[at:end])
			at = skipSpace(text, end)
		}
		end := valueEnd(text, at)
		if end < 0 {
			return // it is too deep
		}
		x := jsonNode(text, at, end)
		if at = end; object {
			n.fields = append(n.fields, newField(key, x))
		} else {
			n.list = append(n.list, x)
		}
	}
}

// skipSpace steps over white space and the marks between values.
func skipSpace(text []byte, at int) int {
	for at < len(text) && strings.IndexByte(" \t\r\n,:", text[at]) >= 0 {
		at++
	}
	return at
}

// valueEnd finds the end of the value that begins at an offset; -1 where it has
// none, is too deep, or where a string goes over a line's end.
func valueEnd(text []byte, at int) int {
	depth := 0
	for i := at; i < len(text); i++ {
		switch c := text[i]; c {
		case '"':
			if i = stringEnd(text, i); i < 0 {
				return -1
			}
			i--
		case '{', '[':
			if depth++; depth > limit.MaxDepth {
				return -1
			}
			continue
		case '}', ']':
			depth--
		default:
			if depth > 0 || i+1 < len(text) && strings.IndexByte(" \t\r\n,:]}", text[i+1]) < 0 {
				continue
			}
		}
		if depth <= 0 {
			return i + 1
		}
	}
	return -1
}

// stringEnd finds the end of a string; -1 where a line ends before.
func stringEnd(text []byte, at int) int {
	for i := at + 1; i < len(text) && text[i] != '\n'; i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}

// unquoted gives the text of a string.
func unquoted(quoted []byte) string {
	inner := quoted[1 : len(quoted)-1]
	var s string
	if bytes.IndexByte(inner, '\\') < 0 || json.Unmarshal(quoted, &s) != nil {
		return string(inner)
	}
	return s
}
