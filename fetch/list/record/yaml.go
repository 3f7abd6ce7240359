package record

import (
	"bytes"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

var yamlStart = regexp.MustCompile(`^(?:\s*#[^\n]*\n)*\s*(?:---\s*\n)?(?:\s*#[^\n]*\n)*(?:(?:references|papers|publications|items|entries|bibliography|articles):[ \t]*\r?\n\s*|)- (?:"?(?:title|id|type|name|doi|DOI|author|authors|year|url)"?):[ \t]+[^\n]*\r?\n[ \t]+[\w-]+:`)

// IsYAML tells a list of papers in YAML, by how it begins.
func IsYAML(text []byte) bool { return yamlStart.Match(head(text)) }

// YAML reads the papers of YAML: CSL-YAML, and lists that people keep.
func YAML(text []byte) (out Found) {
	d := yaml.NewDecoder(bytes.NewReader(text))
	begins := lineStarts(text)
	for {
		var root yaml.Node
		err := d.Decode(&root)
		if err != nil {
			if err.Error() != "EOF" {
				out.fault(yamlLine(err, begins), "is not YAML: "+oneLine(strings.TrimPrefix(err.Error(), "yaml: ")))
			}
			return out
		}
		left := len(text) + 1<<10
		if tree := yamlTree(&root, text, begins, 0, &left); tree != nil {
			tree.limit(len(text))
			tree.trim(text)
			tree.walk(&out, 0)
		}
	}
}

var lineInError = regexp.MustCompile(`line (\d+)`)

// yamlLine gives where the line of an error begins.
func yamlLine(err error, begins []int) int {
	line := 0
	if m := lineInError.FindStringSubmatch(err.Error()); m != nil {
		for _, c := range m[1][:min(len(m[1]), 8)] {
			line = 10*line + int(c-'0')
		}
	}
	return begins[max(0, min(line, len(begins))-1)]
}

func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// yamlTree makes a node of YAML's. What an alias stands for is not repeated, so
// that nothing grows.
func yamlTree(y *yaml.Node, text []byte, begins []int, depth int, left *int) *node {
	if *left--; depth > maxDepth || *left < 0 {
		return nil
	}
	n := &node{at: min(len(text), begins[max(0, min(y.Line, len(begins))-1)]+max(0, y.Column-1)), text: ""}
	switch y.Kind {
	case yaml.DocumentNode:
		if len(y.Content) > 0 {
			return yamlTree(y.Content[0], text, begins, depth+1, left)
		}
	case yaml.ScalarNode:
		if y.Tag != "!!null" {
			n.text = oneLine(y.Value)
		}
	case yaml.SequenceNode:
		for _, c := range y.Content {
			if x := yamlTree(c, text, begins, depth+1, left); x != nil {
				n.list = append(n.list, x)
			}
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(y.Content); i += 2 {
			if x := yamlTree(y.Content[i+1], text, begins, depth+1, left); x != nil {
				n.fields = append(n.fields, member{strings.ToLower(y.Content[i].Value), x})
			}
		}
	}
	return n
}

// limit sets where nodes end: where the next one begins, at the latest.
func (n *node) limit(end int) {
	n.end = max(n.at, end)
	next := end
	for i := len(n.fields) - 1; i >= 0; i-- {
		n.fields[i].node.limit(next)
		next = n.fields[i].node.at
	}
	next = end
	for i := len(n.list) - 1; i >= 0; i-- {
		n.list[i].limit(next)
		next = n.list[i].at
	}
}

// trim moves the ends of nodes to the left over white space and the mark of the
// next item.
func (n *node) trim(text []byte) {
	n.end = max(n.at, min(n.end, len(text)))
	n.end = n.at + len(bytes.TrimRight(text[n.at:n.end], " \t\r\n-"))
	for _, f := range n.fields {
		f.node.trim(text)
	}
	for _, x := range n.list {
		x.trim(text)
	}
}
