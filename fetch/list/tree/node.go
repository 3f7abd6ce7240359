// Package tree reads lists that are kept as trees of fields: JSON, YAML and TOML of
// programs, services and people, exports of chats, snapshots.
package tree

import (
	"bytes"
	"strings"

	"citemap/fetch/list/record"
)

// A Node is a value of a tree: text, a list or fields. Where several of them are
// set, or none, it is nothing.
type Node struct {
	start, end int    // its bytes in the text
	text       string // of a text, a number or a truth
	list       []*Node
	fields     []field

	is   kind       // what it is, where that has been looked at
	shut jsonSource // where the list or the fields are read from when they are asked for
}

// A field is a value by its name.
type field struct {
	key  string // as written
	name string // as the vocabulary has it
	node *Node
}

func newField(key string, n *Node) field { return field{key, record.FieldName(key), n} }

// open reads the list and the fields of a node that has not been read yet.
func (n *Node) open() *Node {
	if text := n.shut; text != nil {
		n.shut = nil
		text.open(n)
	}
	return n
}

// Field gives the first field that has one of the names; nil where none has.
func (n *Node) Field(names ...string) *Node {
	for _, name := range names {
		for _, f := range n.open().fields {
			if f.name == name {
				return f.node
			}
		}
	}
	return nil
}

// Addresses gives the texts of a value, and those that have a name each.
func (n *Node) Addresses() []string {
	out := n.Texts()
	if n == nil {
		return out
	}
	for _, f := range n.fields {
		if !otherLinks[f.name] {
			out = append(out, f.node.Texts()...)
		}
	}
	for _, x := range n.list {
		if s := firstOf(x, "url", "link", "href"); s != "" && !otherLinks[strings.ToLower(firstOf(x, "name", "label", "title", "text"))] {
			out = append(out, s)
		}
	}
	return out
}

// has tells whether one of the fields is there and is something.
func (n *Node) has(names ...string) bool {
	for _, name := range names {
		if x := n.Field(name); x != nil && !x.isNothing() {
			return true
		}
	}
	return false
}

func (n *Node) isNothing() bool {
	return n.open().text == "" && len(n.list)+len(n.fields) == 0
}

// Texts gives the texts of a value: one, or those of a list.
func (n *Node) Texts() (out []string) {
	if n == nil {
		return nil
	}
	if n.open().text != "" {
		return []string{n.text}
	}
	for _, x := range n.list {
		if x.open().text != "" {
			out = append(out, x.text)
		}
	}
	return out
}

// first gives the first text of a value; "" where it has none.
func (n *Node) first() string {
	if texts := n.Texts(); len(texts) > 0 {
		return texts[0]
	}
	return ""
}

// firstOf gives the text of the first field that has one, of several.
func firstOf(n *Node, names ...string) string {
	for _, name := range names {
		if s := n.Field(name).first(); s != "" {
			return s
		}
	}
	return ""
}

// isObject tells fields from a text and a list.
func (n *Node) isObject() bool { return len(n.open().fields) > 0 }

// limit sets where nodes end whose form tells their beginning alone: where the
// next one begins, but for white space and its mark.
func (n *Node) limit(text []byte, end int) {
	end = max(n.start, min(end, len(text)))
	n.end = n.start + len(bytes.TrimRight(text[n.start:end], " \t\r\n-,[{"))
	next := end
	for i := len(n.fields) - 1; i >= 0; i-- {
		n.fields[i].node.limit(text, next)
		next = min(next, n.fields[i].node.start)
	}
	next = end
	for i := len(n.list) - 1; i >= 0; i-- {
		n.list[i].limit(text, next)
		next = min(next, n.list[i].start)
	}
}

// move moves a tree to where the part of a text begins that it was read from.
func (n *Node) move(by int) {
	n.start, n.end = n.start+by, n.end+by
	for _, x := range n.list {
		x.move(by)
	}
	for _, f := range n.fields {
		f.node.move(by)
	}
}

// joined gives a name of a section below another.
func joined(section, name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if section == "" || name == "" {
		return section + name
	}
	return section + " > " + name
}
