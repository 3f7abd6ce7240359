package field

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
type table struct {
	dir    string
	sorted string
	parts  []*part
}

// newTable finds the files of a table.
func newTable(field, name, sorted string) (*table, error) {
	dir := filepath.Join(field, filepath.FromSlash(name))
	files, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: the field lacks its table %s: build it again", field, name)
	}
	if err != nil {
		return nil, fmt.Errorf("read field: %w", err)
	}
	t := &table{dir: dir, sorted: sorted}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".parquet") && !strings.HasPrefix(f.Name(), ".") && !strings.HasPrefix(f.Name(), "_") {
			t.parts = append(t.parts, &part{path: filepath.Join(dir, f.Name()), sorted: sorted})
		}
	}
	return t, nil
}

func (t *table) close() {
	for _, p := range t.parts {
		p.close()
	}
}

// groups gives all row groups in their order.
func (t *table) groups() ([]*group, error) {
	var all []*group
	for _, p := range t.parts {
		if err := p.open(); err != nil {
			return nil, err
		}
		all = append(all, p.groups...)
	}
	return all, nil
}

// groupsFrom gives the row groups, in their order, from the first whose largest key is not
// below key on. It stops where more says so, given a group's smallest key.
func groupsFrom[K cmp.Ordered](t *table, key K, bounds func(*group) (least, most K), more func(least K) bool) (all []*group, err error) {
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
		n, _ := slices.BinarySearchFunc(p.groups, key, func(g *group, key K) int {
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
	groups []*group
	leaf   map[string]int // the place of a column's values among the leaves
}
