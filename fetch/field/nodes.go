package field

import (
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
	"citemap/graph"
)

// A run is nodes asked for that stand in one row group.
type run struct {
	group  *sheet.Group
	rows   []int   // in the group, rising, none twice
	places [][]int // for each row the places of its node among those asked for
}

// runs finds the row groups of nodes, in a table that has a row a node or fewer. Each
// group is told once, so that its pages are read once.
func (f *Field) runs(t *sheet.Table, nodes []Node, rowOf func(*sheet.Group, Node) (row int, is bool, err error)) ([]*run, error) {
	var runs []*run
	var now *run
	for _, i := range inOrder(nodes) {
		n := nodes[i]
		if now == nil || now.group.Most < n {
			groups, err := sheet.From(t, n, sheet.ByNumber, func(least int32) bool { return least <= n })
			if err != nil {
				return nil, err
			}
			if len(groups) == 0 {
				continue
			}
			now = &run{group: groups[0]}
			runs = append(runs, now)
		}
		var row int
		var is bool
		if err := sheet.Guard(now.group.Path(), func() (err error) { row, is, err = rowOf(now.group, n); return err }); err != nil {
			return nil, err
		}
		if last := len(now.rows) - 1; is && last >= 0 && now.rows[last] == row {
			now.places[last] = append(now.places[last], i)
		} else if is {
			now.rows, now.places = append(now.rows, row), append(now.places, []int{i})
		}
	}
	return runs, nil
}

// denseRow is the row of a node in a group of which no node is missing.
func denseRow(g *sheet.Group, n Node) (row int, is bool, err error) {
	if int(g.Most)-int(g.Least)+1 != g.Rows {
		return 0, false, fmt.Errorf("rows of papers %d to %d are missing, or there twice", g.Least, g.Most)
	}
	if n < g.Least {
		return 0, false, fmt.Errorf("paper %d is missing", n)
	}
	return int(n - g.Least), true, nil
}

// inRuns reads runs on all cores.
func inRuns(runs []*run, read func(r *run) error) error {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for _, r := range runs {
		if len(r.rows) > 0 {
			work.Go(func() error { return sheet.Guard(r.group.Path(), func() error { return read(r) }) })
		}
	}
	return work.Wait()
}

// Facts are the narrow facts of papers, an entry a paper in each.
type Facts struct {
	IDs                          []graph.PaperID
	Days                         []graph.Day
	Global, Influential, Counted []int32 // citing papers, those of influence, and references, as the source counts them; less than 0 where it does not
	Unlinked                     []int32 // references of which the source tells and that lead to no paper of the field
}

func newFacts(n int) *Facts {
	return &Facts{make([]graph.PaperID, n), make([]graph.Day, n), make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)}
}

// Facts gives the narrow facts of nodes.
func (f *Field) Facts(nodes []Node) (*Facts, error) {
	runs, err := f.runs(f.nodes, nodes, denseRow)
	if err != nil {
		return nil, err
	}
	out := newFacts(len(nodes))
	err = inRuns(runs, func(r *run) error {
		ids, err := r.group.PickTexts("paper_id", r.rows)
		if err != nil {
			return err
		}
		for k, id := range ids {
			if id == "" {
				return fmt.Errorf("paper %d has no paper_id", int(r.group.Least)+r.rows[k])
			}
			for _, i := range r.places[k] {
				out.IDs[i] = graph.PaperID(id)
			}
		}
		return r.numbers(out)
	})
	return out, err
}

// numbers reads the numbers of a run.
func (r *run) numbers(out *Facts) error {
	days, err := r.group.PickNumbers("day", r.rows)
	if err != nil {
		return err
	}
	for k, day := range days {
		for _, i := range r.places[k] {
			out.Days[i] = graph.Day(max(day, 0))
		}
	}
	for _, c := range []struct {
		name string
		into []int32
	}{{"citation_count", out.Global}, {"influential_count", out.Influential}, {"reference_count", out.Counted}, {sheet.Unlinked, out.Unlinked}} {
		if !r.group.Has(c.name) {
			continue
		}
		counts, err := r.group.PickNumbers(c.name, r.rows)
		if err != nil {
			return err
		}
		for k, n := range counts {
			for _, i := range r.places[k] {
				c.into[i] = n
			}
		}
	}
	return nil
}

// IDs gives the PaperIDs of nodes.
func (f *Field) IDs(nodes []Node) ([]graph.PaperID, error) {
	runs, err := f.runs(f.nodes, nodes, denseRow)
	if err != nil {
		return nil, err
	}
	out := make([]graph.PaperID, len(nodes))
	err = inRuns(runs, func(r *run) error {
		ids, err := r.group.PickTexts("paper_id", r.rows)
		for k, id := range ids {
			for _, i := range r.places[k] {
				out[i] = graph.PaperID(id)
			}
		}
		return err
	})
	return out, err
}
