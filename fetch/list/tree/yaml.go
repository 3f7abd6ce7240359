package tree

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/record"
)

var yamlStart = regexp.MustCompile(`^(?:\s*#[^\n]*\n)*\s*(?:---\s*\n)?(?:\s*#[^\n]*\n)*(?:(?:references|papers|publications|items|entries|bibliography|articles):[ \t]*\r?\n\s*|)- (?:"?(?:title|id|type|name|doi|DOI|author|authors|year|url)"?):[ \t]+[^\n]*\r?\n[ \t]+[\w-]+:`)

// IsYAML tells a list of papers in YAML, by how it begins.
func IsYAML(text []byte) bool { return yamlStart.Match(text[:min(len(text), 1<<12)]) }

// ReadYAML reads the papers of YAML: CSL-YAML, and lists that people keep. Where
// the text is broken, its items are read one by one, and those that are broken are
// named.
func ReadYAML(text []byte) record.Records {
	var w walker
	trees, err := yamlTrees(text, 0)
	if err != nil {
		items := yamlItem
		if first := yamlItem.FindSubmatch(text); first != nil {
			items = regexp.MustCompile(`(?m)^ {0,` + strconv.Itoa(len(first[1])) + `}- `)
		}
		var read int
		trees, read = yamlParts(text, 0, items, func(at int, err error) { w.out.Fault(at, "item "+unreadableYAML(err)) })
		if read < 2 {
			trees, w.out = nil, record.Records{}
			w.out.Fault(yamlPlace(text, err), unreadableYAML(err))
		}
	}
	for _, n := range trees {
		w.element(n, "", true)
	}
	return w.out
}

// YAMLFields gives the fields of YAML that stands in a text from an offset on, as
// ahead of a document. Of what is broken it gives the lines that are whole.
func YAMLFields(text []byte, start int) *Node {
	trees, err := yamlTrees(text[start:], start)
	if err != nil {
		trees, _ = yamlParts(text[start:], start, yamlField, func(int, error) {})
	}
	all := &Node{start: start, end: len(text)}
	for _, n := range trees {
		all.fields = append(all.fields, n.fields...)
	}
	return all
}

// yamlParts reads the parts of a text that is broken each by itself, and tells how
// many there are.
func yamlParts(text []byte, start int, begins *regexp.Regexp, broken func(at int, err error)) (trees []*Node, parts int) {
	starts := begins.FindAllIndex(text, -1)
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		some, err := yamlTrees(text[at[0]:end], start+at[0])
		if err != nil {
			if again, e := looseYAML(inLine(text[at[0]:end]), text[at[0]:end], start+at[0]); e == nil {
				some, err = again, nil
			}
		}
		if trees = append(trees, some...); err != nil {
			broken(start+at[0], err)
		}
	}
	return trees, len(starts)
}

// inLine puts the fields of an item below its first, whose place a person missed by
// a space.
func inLine(item []byte) []byte {
	first := yamlItem.FindSubmatchIndex(item)
	if first == nil {
		return item
	}
	below := []byte("\n" + strings.Repeat(" ", first[1]-first[0]) + "$1")
	return fieldBelow.ReplaceAll(item, below)
}

var fieldBelow = regexp.MustCompile(`\n +([\pL_][\w-]*:(?:[ \r\n]|$))`)

func unreadableYAML(err error) string {
	return "is not YAML: " + words.OneLine(lineInError.ReplaceAllString(strings.TrimPrefix(err.Error(), "yaml: "), ""))
}

var (
	yamlField   = regexp.MustCompile(`(?m)^["']?[\pL_][\w .-]*["']?:`)
	yamlItem    = regexp.MustCompile(`(?m)^( {0,8})- `)
	leadingTab  = regexp.MustCompile(`(?m)^[ \t]*\t`)
	lineInError = regexp.MustCompile(`line (\d+): `)

	// yamlValue is a value that a person wrote without quotes and YAML does not
	// take: it has a colon, or begins with a mark.
	yamlValue = regexp.MustCompile(`(?m)^([ \t]*(?:- +)*[\pL_][\w .-]*:[ \t]+)([^\s"'\[{|>&*!#][^\n]*?: [^\n]*?|[@%` + "`" + `*&!][^\n]*?|\[[^\n\]]*\][^\n]*?[^\s\],][^\n]*?)[ \t]*(\r?)$`)
)

// yamlPlace gives where the line of an error begins.
func yamlPlace(text []byte, err error) int {
	begins := lineStarts(text)
	line := 1
	if m := lineInError.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	return begins[max(0, min(line, len(begins))-1)]
}

// yamlTrees gives the documents of a part of a text that begins at an offset. What
// people write without the quotes that it needs gets them.
func yamlTrees(part []byte, start int) ([]*Node, error) { return looseYAML(part, part, start) }

// looseYAML does so of a part that may have been mended; written is it as it stands.
func looseYAML(part, written []byte, start int) ([]*Node, error) {
	trees, err := decodeYAML(part, written, start)
	if err == nil {
		return trees, nil
	}
	mended := leadingTab.ReplaceAllFunc(part, func(tabs []byte) []byte { return bytes.ReplaceAll(tabs, []byte("\t"), []byte("  ")) })
	mended = yamlValue.ReplaceAllFunc(mended, func(line []byte) []byte {
		m := yamlValue.FindSubmatch(line)
		return []byte(string(m[1]) + "'" + strings.ReplaceAll(string(m[2]), "'", "''") + "'" + string(m[3]))
	})
	if again, e := decodeYAML(mended, written, start); e == nil {
		return again, nil
	}
	return trees, err
}

func decodeYAML(text, written []byte, start int) (trees []*Node, err error) {
	d := yaml.NewDecoder(bytes.NewReader(text))
	t := yamlReader{begins: lineStarts(written), left: len(text) + 1<<10, size: len(written)}
	for {
		var root yaml.Node
		if err := d.Decode(&root); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return trees, err
		}
		if n := t.node(&root, 0); n != nil {
			n.limit(written, len(written))
			n.move(start)
			trees = append(trees, n)
		}
	}
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

// A yamlReader makes nodes of YAML's.
type yamlReader struct {
	begins []int // of the lines
	size   int   // of the text
	left   int   // nodes that may still be made
}

// node makes a node. What an alias stands for is not repeated, so that nothing
// grows.
func (t *yamlReader) node(y *yaml.Node, depth int) *Node {
	if t.left--; depth > limit.MaxDepth || t.left < 0 {
		return nil
	}
	n := &Node{start: min(t.size, t.begins[max(0, min(y.Line, len(t.begins))-1)]+max(0, y.Column-1))}
	switch y.Kind {
	case yaml.DocumentNode:
		if len(y.Content) > 0 {
			return t.node(y.Content[0], depth)
		}
	case yaml.ScalarNode:
		if y.Tag != "!!null" {
			n.text = words.OneLine(y.Value)
		}
	case yaml.SequenceNode:
		for _, c := range y.Content {
			if x := t.node(c, depth+1); x != nil {
				n.list = append(n.list, x)
			}
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(y.Content); i += 2 {
			if x := t.node(y.Content[i+1], depth+1); x != nil {
				n.fields = append(n.fields, newField(y.Content[i].Value, x))
			}
		}
	}
	return n
}
