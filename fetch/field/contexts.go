package field

import (
	"maps"
	"runtime"
	"slices"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
	"citemap/graph"
)

// quote reads how papers cite those on their lists.
func (f *Field) quote(nodes []Node, lists [][]Node, papers []graph.Paper) error {
	of := map[*sheet.Group][]int{} // papers that cite, by the groups in which their rows may stand
	for i, n := range nodes {
		if len(lists[i]) == 0 {
			continue
		}
		groups, err := sheet.From(f.contexts, n, sheet.ByNumber, func(least int32) bool { return least <= n })
		if err != nil {
			return err
		}
		for _, g := range groups {
			of[g] = append(of[g], i)
		}
	}
	told := make([][]graph.Context, len(nodes))
	groups := slices.SortedFunc(maps.Keys(of), func(a, b *sheet.Group) int { return int(a.Least) - int(b.Least) })
	found := make([][]passage, len(groups))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for k, g := range groups {
		work.Go(func() error {
			return sheet.Guard(g.Path(), func() (err error) { found[k], err = f.passages(g, nodes, of[g]); return err })
		})
	}
	if err := work.Wait(); err != nil {
		return err
	}
	for _, p := range slices.Concat(found...) {
		at, is := slices.BinarySearch(lists[p.paper], p.cited)
		if !is {
			continue // of a citation that the field does not have
		}
		if c, tells := graph.NewContext(papers[p.paper].References.IDs[at], p.texts, p.intents, p.influential); tells {
			told[p.paper] = append(told[p.paper], c)
		}
	}
	for i := range papers {
		papers[i].Contexts = graph.SortContexts(told[i])
	}
	return nil
}

// A passage is what is told of one citation by a paper that was asked for.
type passage struct {
	paper          int
	cited          Node
	influential    bool
	intents, texts []string
}

// passages reads what a group tells of the citations of papers.
func (f *Field) passages(g *sheet.Group, nodes []Node, papers []int) ([]passage, error) {
	var rows []int
	of := map[int][]int{}
	for _, i := range papers {
		from, to, err := f.rowsOf(g, nodes[i])
		if err != nil {
			return nil, err
		}
		for row := from; row < to; row++ {
			of[row] = append(of[row], i)
		}
	}
	if rows = slices.Sorted(maps.Keys(of)); len(rows) == 0 {
		return nil, nil
	}
	read := make([]passage, len(rows))
	for _, c := range contextColumns {
		leaf, err := g.Column(c.name, c.kind)
		if err != nil {
			return nil, err
		}
		if err := g.PickValues(leaf, rows, func(k int, v parquet.Value) {
			if !v.IsNull() {
				c.take(&read[k], v)
			}
		}); err != nil {
			return nil, err
		}
	}
	var out []passage
	for k, row := range rows {
		for _, i := range of[row] {
			read[k].paper = i
			out = append(out, read[k])
		}
	}
	return out, nil
}

var contextColumns = []struct {
	name string
	kind parquet.Kind
	take func(p *passage, v parquet.Value)
}{
	{"cited", parquet.Int32, func(p *passage, v parquet.Value) { p.cited = v.Int32() }},
	{"influential", parquet.Boolean, func(p *passage, v parquet.Value) { p.influential = v.Boolean() }},
	{"intents", parquet.ByteArray, func(p *passage, v parquet.Value) { p.intents = sheet.AppendText(p.intents, v) }},
	{"contexts", parquet.ByteArray, func(p *passage, v parquet.Value) { p.texts = sheet.AppendText(p.texts, v) }},
}
