package field

import (
	"encoding/binary"
	"fmt"
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/parquet-go/parquet-go"
	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
	"citemap/graph"
)

// Whole is how many citations a field may have that is taken whole: then answers are
// those of a snapshot of all its papers. They take some 100 bytes each in the graph and
// in what is reckoned on it, so that more would not fit where snapshots do.
const Whole = 20_000_000

// inGroups has row groups read on all cores; at is the number of the rows ahead of
// one.
func inGroups(groups []*sheet.Group, read func(g *sheet.Group, at int) error) error {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	at := 0
	for _, g := range groups {
		first := at
		at += g.Rows
		work.Go(func() error { return sheet.Guard(g.Path(), func() error { return read(g, first) }) })
	}
	return work.Wait()
}

// rowsBy reads a table of citations whole into compressed rows: those of node n are
// all[start[n]:start[n+1]].
func (f *Field) rowsBy(t *sheet.Table, column string) (start, all []uint32, err error) {
	if f.Header.Citations > math.MaxUint32-1 {
		return nil, nil, fmt.Errorf("%d citations are more than are held in memory", f.Header.Citations)
	}
	groups, err := t.All(f.Header.Citations)
	if err != nil {
		return nil, nil, err
	}
	start, all = make([]uint32, f.Header.Papers+1), make([]uint32, f.Header.Citations)
	err = inGroups(groups, func(g *sheet.Group, at int) error { return f.fill(g, column, start, all[at:at+g.Rows]) })
	if err != nil {
		return nil, nil, err
	}
	for n := 1; n < len(start); n++ {
		start[n] += start[n-1]
	}
	return start, all, nil
}

// blockRows is how many rows are read at once.
const blockRows = 1 << 16

// fill takes in the rows of a group: how many a node has at the entry behind its own.
func (f *Field) fill(g *sheet.Group, column string, start, all []uint32) error {
	papers, last, before := uint32(f.Header.Papers), uint32(0), uint32(0)
	for from := 0; from < g.Rows; from += blockRows {
		to := min(from+blockRows, g.Rows)
		keys, err := g.Numbers(g.Sorted(), from, to)
		if err != nil {
			return err
		}
		others, err := g.Numbers(column, from, to)
		if err != nil {
			return err
		}
		for i, k := range keys {
			key, other := uint32(k), uint32(others[i])
			again := from+i > 0 && key == last
			if key >= papers || other >= papers || key == other || key < last || again && other <= before {
				return fmt.Errorf("row %d is not what it must be: %s %d, %s %d", from+i, g.Sorted(), k, column, others[i])
			}
			all[from+i] = other
			atomic.AddUint32(&start[key+1], 1)
			last, before = key, other
		}
	}
	return nil
}

// A Narrow is the narrow facts of all papers, by node.
type narrow struct {
	ids                          names
	days                         []graph.Day
	global, influential, counted []int32
	unlinked                     []int32
}

// narrow reads the narrow facts of all papers.
func (f *Field) narrow() (*narrow, error) {
	groups, err := f.nodes.All(f.Header.Papers)
	if err != nil {
		return nil, err
	}
	n := int(f.Header.Papers)
	out := &narrow{days: make([]graph.Day, n), global: make([]int32, n), influential: make([]int32, n), counted: make([]int32, n), unlinked: make([]int32, n)}
	out.ids.room(n)
	err = inGroups(groups, func(g *sheet.Group, at int) error {
		if err := out.ids.read(g, at); err != nil {
			return err
		}
		return out.read(g, at)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (x *narrow) read(g *sheet.Group, at int) error {
	if at != int(g.Least) || at+g.Rows != int(g.Most)+1 {
		return fmt.Errorf("papers %d to %d stand in rows %d to %d", g.Least, g.Most, at, at+g.Rows-1)
	}
	days, err := g.NumbersOrNone("day")
	if err != nil {
		return err
	}
	for i, day := range days {
		x.days[at+i] = graph.Day(max(day, 0))
	}
	for _, c := range []struct {
		name string
		into []int32
	}{{"citation_count", x.global}, {"influential_count", x.influential}, {"reference_count", x.counted}, {sheet.Unlinked, x.unlinked}} {
		if c.into == nil || !g.Has(c.name) {
			continue
		}
		counts, err := g.NumbersOrNone(c.name)
		if err != nil {
			return err
		}
		copy(c.into[at:], counts)
	}
	return nil
}

// names are the PaperIDs of all papers, by node, in little room: most are of one length.
type names struct {
	width int
	fixed []byte         // those of the width
	other map[int]string // those of another length
	mu    sync.Mutex
}

func (x *names) of(n int) graph.PaperID {
	if name, other := x.other[n]; other {
		return graph.PaperID(name)
	}
	return graph.PaperID(x.fixed[n*x.width : (n+1)*x.width])
}

// idDigits is the length of almost all PaperIDs.
const idDigits = 40

func (x *names) room(n int) {
	x.width, x.fixed, x.other = idDigits, make([]byte, n*idDigits), map[int]string{}
}

// read takes in the ids of a group.
func (x *names) read(g *sheet.Group, at int) error {
	leaf, err := g.Column("paper_id", parquet.ByteArray)
	if err != nil {
		return err
	}
	f, err := g.FlatLeaf(leaf)
	if err != nil {
		return err
	}
	if f != nil && f.Width == 4+x.width && x.readFlat(f, g.Rows, at) == nil {
		return nil
	}
	return g.Decode(leaf, 0, g.Rows, func(row int, v parquet.Value) error {
		id := v.ByteArray()
		switch {
		case len(id) == 0:
			return fmt.Errorf("paper %d has no paper_id", at+row)
		case len(id) == x.width:
			copy(x.fixed[(at+row)*x.width:], id)
		default:
			x.mu.Lock()
			x.other[at+row] = string(id)
			x.mu.Unlock()
		}
		return nil
	})
}

// readFlat takes in ids that are all of the usual length.
func (x *names) readFlat(f *sheet.Flat, rows, at int) error {
	b := make([]byte, f.Width*min(rows, blockRows))
	for from := 0; from < rows; from += blockRows {
		to := min(from+blockRows, rows)
		if err := f.Read(from, to, b); err != nil {
			return err
		}
		for i := range to - from {
			id := b[i*f.Width : (i+1)*f.Width]
			if int(binary.LittleEndian.Uint32(id)) != x.width {
				return fmt.Errorf("ids of several lengths")
			}
			copy(x.fixed[(at+from+i)*x.width:], id[4:])
		}
	}
	return nil
}
