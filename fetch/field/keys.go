package field

import (
	"bytes"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sort"
	"sync"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
)

// Keys are a table of keys with the nodes that bear them. What was asked once is
// remembered.
type keys struct {
	*sheet.Table
	papers int64

	mu    sync.Mutex
	known map[string][]Node
}

func newKeys(t *sheet.Table, papers int64) *keys {
	return &keys{Table: t, papers: papers, known: map[string][]Node{}}
}

// find gives the nodes that bear each key, in their order.
func (k *keys) find(names []string) (map[string][]Node, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	unknown := slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(names))), func(name string) bool {
		_, known := k.known[name]
		return known
	})
	if len(unknown) > 0 {
		found, err := k.read(unknown)
		if err != nil {
			return nil, err
		}
		for _, name := range unknown {
			k.known[name] = found[name]
		}
	}
	out := map[string][]Node{}
	for _, name := range names {
		out[name] = k.known[name]
	}
	return out, nil
}

// read looks for keys, which are sorted, in the table.
func (k *keys) read(sorted []string) (map[string][]Node, error) {
	of := map[*sheet.Group][]string{}
	for _, key := range sorted {
		groups, err := sheet.From(k.Table, key, sheet.ByText, func(least string) bool { return least <= key })
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			of[g] = append(of[g], key)
		}
	}
	groups := slices.Collect(maps.Keys(of))
	found := make([]map[string][]Node, len(groups))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, g := range groups {
		work.Go(func() error {
			return sheet.Guard(g.Path(), func() (err error) { found[i], err = findIn(g, k.papers, of[g]); return err })
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	out := map[string][]Node{}
	for _, nodes := range found {
		for key, of := range nodes {
			out[key] = append(out[key], of...)
		}
	}
	for _, nodes := range out {
		slices.Sort(nodes)
	}
	return out, nil
}

// findIn looks for sorted keys in a group.
func findIn(g *sheet.Group, papers int64, keys []string) (map[string][]Node, error) {
	leaf, err := g.Column(g.Sorted(), parquet.ByteArray)
	if err != nil {
		return nil, err
	}
	first, last := []byte(keys[0]), []byte(keys[len(keys)-1])
	from, to := g.Window(leaf, func(least, most parquet.Value) int {
		switch {
		case bytes.Compare(most.ByteArray(), first) < 0:
			return -1
		case bytes.Compare(least.ByteArray(), last) > 0:
			return 1
		}
		return 0
	})
	all, err := g.Texts(g.Sorted(), from, to)
	if err != nil {
		return nil, err
	}
	var rows []int
	var of []string
	for _, key := range keys {
		i := sort.Search(all.Rows(), func(i int) bool { return bytes.Compare(all.Of(i), []byte(key)) >= 0 })
		for ; i < all.Rows() && string(all.Of(i)) == key; i++ {
			rows, of = append(rows, all.First+i), append(of, key)
		}
	}
	return nodesIn(g, papers, rows, of)
}

// nodesIn gives the nodes in rows, by their keys.
func nodesIn(g *sheet.Group, papers int64, rows []int, keys []string) (map[string][]Node, error) {
	nodes, err := g.PickNumbers("node", rows)
	if err != nil {
		return nil, err
	}
	out := map[string][]Node{}
	for i, n := range nodes {
		if n < 0 || int64(n) >= papers {
			return nil, fmt.Errorf("%q is the key of paper %d, which is none", keys[i], n)
		}
		out[keys[i]] = append(out[keys[i]], n)
	}
	return out, nil
}
