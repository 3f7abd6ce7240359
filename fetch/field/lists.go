package field

import (
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
)

// References gives the papers that each of the nodes cites, sorted.
func (f *Field) References(nodes []Node) ([][]Node, error) {
	return f.lists(f.byCiting, "cited", nodes)
}

// Citing gives the papers that cite each of the nodes, sorted: from the oldest to the
// newest.
func (f *Field) Citing(nodes []Node) ([][]Node, error) { return f.lists(f.byCited, "citing", nodes) }

// lists gives the rows of each node in a table of citations. Nodes are asked for in
// their order, so that neighbours are read together.
func (f *Field) lists(t *sheet.Table, column string, nodes []Node) ([][]Node, error) {
	out, order := make([][]Node, len(nodes)), inOrder(nodes)
	err := inParts(len(order), func(from, to int) error {
		for _, i := range order[from:to] {
			list, err := f.list(t, column, nodes[i])
			if err != nil {
				return err
			}
			out[i] = list
		}
		return nil
	})
	return out, err
}

// inOrder gives the places of nodes in the order of nodes.
func inOrder(nodes []Node) []int {
	order := make([]int, len(nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(nodes[a]) - int(nodes[b]) })
	return order
}

// inParts has work done on as many parts of a whole as there are cores.
func inParts(whole int, work func(from, to int) error) error {
	var g errgroup.Group
	parts := min(runtime.GOMAXPROCS(0), whole)
	for i := range parts {
		g.Go(func() error { return work(whole*i/parts, whole*(i+1)/parts) })
	}
	return g.Wait()
}

func (f *Field) list(t *sheet.Table, column string, n Node) ([]Node, error) {
	groups, err := sheet.From(t, n, sheet.ByNumber, func(least int32) bool { return least <= n })
	if err != nil {
		return nil, err
	}
	var list []Node
	for _, g := range groups {
		err := sheet.Guard(g.Path(), func() error {
			from, to, err := f.rowsOf(g, n)
			if err != nil || from == to {
				return err
			}
			part, err := f.column(g, column, from, to)
			list = append(list, part...)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return list, f.check(t, n, list)
}

// check sees to it that a list holds papers of the field, sorted, and not the paper
// itself.
func (f *Field) check(t *sheet.Table, n Node, list []Node) error {
	for i, m := range list {
		if m < 0 || int64(m) >= f.Header.Papers || m == n || i > 0 && list[i-1] >= m {
			return &sheet.Damage{Path: t.Dir, Err: fmt.Errorf("the list of paper %d holds %d, which cannot be there", n, m)}
		}
	}
	return nil
}

// keptRows is the largest row group whose decoded numbers are kept.
const keptRows = 1 << 18

// rowsOf is group.rowsOf with the cache in front of what has to be decoded.
func (f *Field) rowsOf(g *sheet.Group, key int32) (from, to int, err error) {
	keys, err := f.decoded(g, g.Sorted())
	if err != nil || keys == nil {
		if err != nil {
			return 0, 0, err
		}
		return g.RowsOf(key)
	}
	from, _ = slices.BinarySearch(keys, key)
	to, _ = slices.BinarySearch(keys[from:], key+1)
	return from, from + to, nil
}

// column gives the numbers of rows.
func (f *Field) column(g *sheet.Group, column string, from, to int) ([]int32, error) {
	all, err := f.decoded(g, column)
	if err != nil {
		return nil, err
	}
	if all == nil {
		return g.Numbers(column, from, to)
	}
	return slices.Clone(all[from:to]), nil
}

// decoded gives a column of numbers that has to be decoded as a whole; nil where only
// the pages wanted need be.
func (f *Field) decoded(g *sheet.Group, column string) ([]int32, error) {
	if g.Rows > keptRows {
		return nil, nil
	}
	if whole, err := g.DecodedWhole(column); err != nil || !whole {
		return nil, err
	}
	return f.cachedNumbers.of(stretch{g, column}, 4*g.Rows, func() ([]int32, error) { return g.Numbers(column, 0, g.Rows) })
}
