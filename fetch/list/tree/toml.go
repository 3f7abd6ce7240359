package tree

import (
	"bytes"
	"errors"
	"regexp"

	"github.com/pelletier/go-toml/v2/unstable"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/record"
)

var (
	tomlStart = regexp.MustCompile(`^(?:\s*#[^\n]*\n|\s*[\w-]+[ \t]*=[ \t]*["'\d][^\n]*\n)*\s*\[\[\w[\w.-]*\]\][ \t]*\r?\n\s*[\w-]+[ \t]*=`)
	tomlTable = regexp.MustCompile(`(?m)^[ \t]*\[`)
)

// IsTOML tells a list of tables of TOML, by how it begins.
func IsTOML(text []byte) bool { return tomlStart.Match(text[:min(len(text), 1<<12)]) }

// ReadTOML reads the papers among the tables of TOML. Behind what is broken it goes
// on with the next table.
func ReadTOML(text []byte) record.Records {
	var w walker
	root := &Node{}
	for at := 0; ; {
		broken, err := tomlTree(root, text, at)
		if err == nil {
			break
		}
		w.out.Fault(broken, "is not TOML: "+words.OneLine(err.Error()))
		next := tomlTable.FindIndex(text[min(broken+1, len(text)):])
		if next == nil || w.out.Faults.Len() > mostFaults {
			break
		}
		at = broken + 1 + next[0]
	}
	root.limit(text, len(text))
	w.element(root, "", true)
	return w.out
}

// TOMLFields gives the fields of TOML that stands in a text from an offset on, as
// ahead of a document.
func TOMLFields(text []byte, start int) *Node {
	root := &Node{start: start}
	_, _ = tomlTree(root, text, start) // what is whole is read
	root.limit(text, len(text))
	return root
}

// mostFaults is how many faults of a text in TOML are named before its reader gives up.
const mostFaults = 100

// tomlTree adds the tables from an offset on to a tree. Where they are broken it
// says at which offset.
func tomlTree(root *Node, text []byte, from int) (broken int, err error) {
	table := root
	p := unstable.Parser{}
	p.Reset(text[from:])
	for p.NextExpression() {
		e := p.Expression()
		keys, at := tomlKeys(e.Key())
		at += from
		switch {
		case len(keys) == 0:
		case e.Kind == unstable.KeyValue:
			owner := table.tableAt(keys[:len(keys)-1], at)
			owner.fields = append(owner.fields, newField(keys[len(keys)-1], tomlNode(e.Value(), at, 0)))
		default:
			at = bytes.LastIndexByte(text[:min(at, len(text))], '\n') + 1
			table = root.tableAt(keys[:len(keys)-1], at).table(keys[len(keys)-1], at, e.Kind == unstable.ArrayTable)
		}
	}
	if err = p.Error(); err == nil {
		return 0, nil
	}
	var wrong *unstable.ParserError
	if errors.As(err, &wrong) && len(wrong.Highlight) > 0 {
		return from + int(p.Range(wrong.Highlight).Offset), err
	}
	return from, err
}

// tomlKeys gives the parts of a key, and where it stands.
func tomlKeys(keys unstable.Iterator) (parts []string, at int) {
	for keys.Next() {
		if len(parts) == 0 {
			at = int(keys.Node().Raw.Offset)
		}
		if parts = append(parts, string(keys.Node().Data)); len(parts) > limit.MaxDepth {
			return nil, at
		}
	}
	return parts, at
}

// tableAt gives the table of a path, the last where there are several; it makes
// those that are not there.
func (n *Node) tableAt(path []string, at int) *Node {
	for _, key := range path {
		n = n.table(key, at, false)
	}
	return n
}

// table gives the table of a name; of an array it gives the last, or a new one.
func (n *Node) table(key string, at int, isNew bool) *Node {
	var x *Node
	for i := len(n.fields) - 1; i >= 0 && x == nil; i-- {
		if n.fields[i].key == key {
			x = n.fields[i].node
		}
	}
	if x == nil {
		x = &Node{start: at}
		n.fields = append(n.fields, newField(key, x))
	}
	switch {
	case isNew:
		x.list = append(x.list, &Node{start: at})
		return x.list[len(x.list)-1]
	case len(x.list) > 0:
		return x.list[len(x.list)-1]
	}
	return x
}

func tomlNode(v *unstable.Node, at, depth int) *Node {
	n := &Node{start: at}
	if v == nil || depth > limit.MaxDepth {
		return n
	}
	switch v.Kind {
	case unstable.Array:
		for c := v.Children(); c.Next(); {
			n.list = append(n.list, tomlNode(c.Node(), at, depth+1))
		}
	case unstable.InlineTable:
		for c := v.Children(); c.Next(); {
			if keys, _ := tomlKeys(c.Node().Key()); len(keys) > 0 {
				owner := n.tableAt(keys[:len(keys)-1], at)
				owner.fields = append(owner.fields, newField(keys[len(keys)-1], tomlNode(c.Node().Value(), at, depth+1)))
			}
		}
	default:
		n.text = words.OneLine(string(v.Data))
	}
	return n
}
