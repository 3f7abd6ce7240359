package settings

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"citemap/cmd/citemap/usage"
	"citemap/render"
)

// parse reads TOML. The settings of verbs come before those of all, and
// within a table they are in the order of their keys.
func parse(path string, text []byte) ([]setting, error) {
	var tree map[string]any
	var wrong *toml.DecodeError
	if err := toml.Unmarshal(text, &tree); errors.As(err, &wrong) {
		line, column := wrong.Position()
		return nil, usage.Errorf("%s:%d:%d: %s", path, line, column, render.Clean(strings.TrimPrefix(wrong.Error(), "toml: ")))
	} else if err != nil {
		return nil, usage.Errorf("%s: %s", path, render.Clean(err.Error()))
	}
	lines := keyLines(text)
	var all []setting
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		table, is := tree[key].(map[string]any)
		if !is {
			all = append(all, newSetting("", key, tree[key], lines[keyPath(key)]))
			continue
		}
		for _, inner := range slices.Sorted(maps.Keys(table)) {
			all = append(all, newSetting(key, inner, table[inner], lines[keyPath(key, inner)]))
		}
	}
	slices.SortStableFunc(all, func(a, b setting) int { return cmp.Compare(b.verb, a.verb) })
	return all, nil
}

func newSetting(verb, key string, value any, line int) setting {
	x := setting{verb: verb, key: key, flag: key, line: line}
	if key == "n" {
		x.flag = "number"
	}
	values, list := value.([]any)
	if !list {
		values = []any{value}
	}
	x.list = list
	for _, v := range values {
		switch v.(type) {
		case map[string]any, []any:
			x.table = true
		}
		x.values = append(x.values, fmt.Sprint(v))
	}
	return x
}

// keyPath is the way to a key as one string.
func keyPath(keys ...string) string { return strings.Join(keys, "\x00") }

// keyLines finds the line on which each key is first named.
func keyLines(text []byte) map[string]int {
	k := keys{lines: map[string]int{}}
	k.Reset(text)
	var table []string
	for k.NextExpression() {
		switch e := k.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = k.note(nil, e.Key())
		case unstable.KeyValue:
			k.value(table, e)
		}
	}
	return k.lines
}

type keys struct {
	unstable.Parser
	lines map[string]int
}

// deepest is how deep a setting stands: a verb's key.
const deepest = 2

// note takes up a key that may be dotted and gives the way to it, no farther
// than settings go.
func (k *keys) note(table []string, key unstable.Iterator) []string {
	way := slices.Clone(table)
	for key.Next() && len(way) < deepest {
		way = append(way, string(key.Node().Data))
		if path := keyPath(way...); k.lines[path] == 0 {
			k.lines[path] = k.Shape(key.Node().Raw).Start.Line
		}
	}
	return way
}

// value takes up a key and, where its value is a table on one line, those in it.
func (k *keys) value(table []string, e *unstable.Node) {
	way := k.note(table, e.Key())
	if e.Value().Kind != unstable.InlineTable || len(way) == deepest {
		return
	}
	for inner := e.Value().Children(); inner.Next(); {
		if inner.Node().Kind == unstable.KeyValue {
			k.value(way, inner.Node())
		}
	}
}
