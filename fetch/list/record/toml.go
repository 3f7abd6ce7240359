package record

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

var tomlStart = regexp.MustCompile(`^(?:\s*#[^\n]*\n)*\s*\[\[\w[\w.-]*\]\][ \t]*\r?\n\s*[\w-]+[ \t]*=`)

// IsTOML tells a list of tables of TOML, by how it begins.
func IsTOML(text []byte) bool { return tomlStart.Match(head(text)) }

// TOML reads the papers among the tables of TOML.
func TOML(text []byte) (out Found) {
	root := &node{}
	table := root
	p := unstable.Parser{}
	p.Reset(text)
	for p.NextExpression() {
		e := p.Expression()
		keys := e.Key()
		if !keys.Next() {
			continue
		}
		at := int(keys.Node().Raw.Offset)
		name := string(keys.Node().Data)
		for keys.Next() {
			name += "." + string(keys.Node().Data)
		}
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			at = bytes.LastIndexByte(text[:min(at, len(text))], '\n') + 1
			table = &node{at: at, end: at}
			root.list = append(root.list, table)
		case unstable.KeyValue:
			table.fields = append(table.fields, member{strings.ToLower(name), tomlTree(e.Value(), at, 0)})
		}
	}
	if err := p.Error(); err != nil {
		out.fault(0, "is not TOML: "+oneLine(err.Error()))
	}
	root.limit(len(text))
	root.trim(text)
	root.walk(&out, 0)
	return out
}

func tomlTree(v *unstable.Node, at, depth int) *node {
	n := &node{at: at, end: at}
	if v == nil || depth > maxDepth {
		return n
	}
	switch v.Kind {
	case unstable.Array:
		for c := v.Children(); c.Next(); {
			n.list = append(n.list, tomlTree(c.Node(), at, depth+1))
		}
	case unstable.InlineTable:
		for c := v.Children(); c.Next(); {
			keys := c.Node().Key()
			if keys.Next() {
				n.fields = append(n.fields, member{strings.ToLower(string(keys.Node().Data)), tomlTree(c.Node().Value(), at, depth+1)})
			}
		}
	default:
		n.text = oneLine(string(v.Data))
	}
	return n
}
