// Package sheet reads tables that are folders of Parquet files, sorted over all of them:
// a few rows at their place where the files allow it, else pages.
package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
)

// A table is a folder of Parquet files whose rows are sorted, over all files in the
// order of their names, by the column sorted. Footers are read when they are needed.
type Table struct {
	Dir    string
	sorted string
	parts  []*part
}

// newTable finds the files of a table.
func New(field, name, sorted string) (*Table, error) {
	dir := filepath.Join(field, filepath.FromSlash(name))
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: the field lacks its table %s: build it again", field, name)
	}
	if err != nil {
		return nil, fmt.Errorf("read field: %w", err)
	}
	t := &Table{Dir: dir, sorted: sorted}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".parquet") && !strings.HasPrefix(f.Name(), ".") && !strings.HasPrefix(f.Name(), "_") {
			t.parts = append(t.parts, &part{path: filepath.Join(dir, f.Name()), sorted: sorted})
		}
	}
	return t, nil
}

func (t *Table) Close() {
	for _, p := range t.parts {
		p.close()
	}
}

// groups gives all row groups in their order.
func (t *Table) Groups() ([]*Group, error) {
	var all []*Group
	for _, p := range t.parts {
		if err := p.open(); err != nil {
			return nil, err
		}
		all = append(all, p.groups...)
	}
	return all, nil
}

// From gives the row groups, in their order, from the first whose largest key is not
// below key on. It stops where more says so, given a group's smallest key.
func From[K cmp.Ordered](t *Table, key K, bounds func(*Group) (least, most K), more func(least K) bool) (all []*Group, err error) {
	first := sort.Search(len(t.parts), func(i int) bool {
		for _, p := range t.parts[i:] {
			if err == nil {
				err = p.open()
			}
			if err != nil {
				return true
			}
			if n := len(p.groups); n > 0 { // else its rows are none: the next file tells
				_, most := bounds(p.groups[n-1])
				return most >= key
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	for _, p := range t.parts[first:] {
		if err := p.open(); err != nil {
			return nil, err
		}
		n, _ := slices.BinarySearchFunc(p.groups, key, func(g *Group, key K) int {
			_, most := bounds(g)
			return cmp.Compare(most, key)
		})
		for _, g := range p.groups[n:] {
			if least, _ := bounds(g); !more(least) {
				return all, nil
			}
			all = append(all, g)
		}
	}
	return all, nil
}

// A part is one file of a table.
type part struct {
	path   string
	sorted string

	once   sync.Once
	err    error
	file   *os.File
	size   int64
	groups []*Group
	leaf   map[string]int // the place of a column's values among the leaves
}

// Path names the file of a group.
func (g *Group) Path() string { return g.part.path }

// Sorted names the column by which its rows are sorted.
func (g *Group) Sorted() string { return g.part.sorted }

// DecodedWhole reports whether a column of numbers can be had only by decoding all of it.
func (g *Group) DecodedWhole(column string) (bool, error) {
	leaf, there := g.part.leaf[column]
	if !there || g.about[leaf].OffsetIndexOffset > 0 {
		return false, nil
	}
	flat, err := g.FlatNumbers(leaf)
	return flat == nil && err == nil, err
}

// All gives the row groups of a table, which must have so many rows.
func (t *Table) All(counted int64) ([]*Group, error) {
	groups, err := t.Groups()
	if err != nil {
		return nil, err
	}
	rows := int64(0)
	for _, g := range groups {
		rows += int64(g.Rows)
	}
	if rows != counted {
		return nil, &Damage{t.Dir, fmt.Errorf("it has %d rows, and the field counts %d", rows, counted)}
	}
	return groups, nil
}
