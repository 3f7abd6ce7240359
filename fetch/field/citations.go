package field

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"citemap/fetch/field/sheet"
	"citemap/graph"
	"citemap/graph/rank"
)

// A Ranked is a field whose papers are to be ranked by all its citations, which are too
// many for a graph.
type Ranked struct {
	*Field
	Room   int64 // bytes that ranking takes, the citations among them where they are held
	OnDisk bool  // citations are read anew whenever they are told
}

// What ranking takes a paper and a citation, in bytes: columns and scores; and the node of
// who cites.
const (
	roomPaper    = 110
	roomCitation = 4
)

// Ranked tells how a field would be ranked in so many bytes of memory.
func (f *Field) Ranked(memory int64) *Ranked {
	r := &Ranked{Field: f, Room: f.Header.Papers * roomPaper}
	held := r.Room + f.Header.Citations*roomCitation
	if r.OnDisk = held > memory; !r.OnDisk {
		r.Room = held
	}
	return r
}

// Columns gives the papers with their dates and, where they are wanted, the source's own
// counts, and no citations.
func (r *Ranked) Columns(withCounts bool) (*graph.Columns, error) {
	groups, err := r.nodes.All(r.Header.Papers)
	if err != nil {
		return nil, err
	}
	n := r.Header.Papers
	c := &graph.Columns{Days: make([]graph.Day, n), States: make([]graph.State, n), CitedFrom: make([]uint32, n+1)}
	facts := &narrow{days: c.Days}
	if withCounts {
		facts.global, facts.influential = make([]int32, n), make([]int32, n)
	}
	if err := inGroups(groups, facts.read); err != nil {
		return nil, err
	}
	c.Global, c.Influential = counts(facts.global), counts(facts.influential)
	own := &reading{field: r.Field, days: c.Days, id: r.id}
	own.serve(c)
	return c, nil
}

// id reads the PaperID of a paper.
func (f *Field) id(place int) graph.PaperID {
	ids, err := f.IDs([]Node{Node(place)})
	if err != nil {
		return ""
	}
	return ids[0]
}

// Rows gives who cites each paper, and how many papers each cites, by node.
func (r *Ranked) Rows() (citing *graph.Rows, references []uint32, err error) {
	var both errgroup.Group
	citing = &graph.Rows{}
	both.Go(func() (err error) { references, err = r.howMany(r.byCiting); return err })
	both.Go(func() (err error) { citing.Start, citing.All, err = r.rowsBy(r.byCited, "citing"); return err })
	return citing, references, both.Wait()
}

// Citations gives all citations, to be read from the files as often as they are told. It
// ends when ctx does.
func (r *Ranked) Citations(ctx context.Context) (rank.Citations, error) {
	references, err := r.howMany(r.byCiting)
	return rank.Citations{
		Papers: int(r.Header.Papers), References: references,
		Newest: func(tell func(graph.Node, []graph.Node)) error { return r.tellFromFiles(ctx, tell) },
	}, err
}

// howMany counts the rows of each node.
func (f *Field) howMany(t *sheet.Table) ([]uint32, error) {
	groups, err := t.All(f.Header.Citations)
	if err != nil {
		return nil, err
	}
	counts := make([]uint32, f.Header.Papers)
	return counts, inGroups(groups, func(g *sheet.Group, _ int) error {
		for from := 0; from < g.Rows; from += blockRows {
			keys, err := g.Numbers(g.Sorted(), from, min(from+blockRows, g.Rows))
			if err != nil {
				return err
			}
			for _, k := range keys {
				if k < 0 || int(k) >= len(counts) {
					return fmt.Errorf("a citation by paper %d, which is none", k)
				}
				atomic.AddUint32(&counts[k], 1)
			}
		}
		return nil
	})
}

// A block is rows of citations as they stand in a file.
type block struct {
	cited, citing []int32
}

// tellFromFiles reads the table by cited papers from its end, block by block; the next
// block is read while one is told.
func (f *Field) tellFromFiles(ctx context.Context, tell func(graph.Node, []graph.Node)) error {
	groups, err := f.byCited.All(f.Header.Citations)
	if err != nil {
		return err
	}
	blocks := make(chan block, 1)
	reading, ctx := errgroup.WithContext(ctx)
	reading.Go(func() error {
		defer close(blocks)
		for _, g := range slices.Backward(groups) {
			if err := sheet.Guard(g.Path(), func() error { return f.sendBlocks(ctx, g, blocks) }); err != nil {
				return err
			}
		}
		return nil
	})
	for b := range blocks {
		b.tell(tell)
	}
	return reading.Wait()
}

// sendBlocks reads a group from its end.
func (f *Field) sendBlocks(ctx context.Context, g *sheet.Group, blocks chan<- block) error {
	for to := g.Rows; to > 0; to -= blockRows {
		from := max(0, to-blockRows)
		var b block
		var err error
		if b.cited, err = g.Numbers("cited", from, to); err != nil {
			return err
		}
		if b.citing, err = g.Numbers("citing", from, to); err != nil {
			return err
		}
		if err := f.sound(&b); err != nil {
			return fmt.Errorf("rows %d to %d: %w", from, to, err)
		}
		select {
		case blocks <- b:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// sound is an error where a block holds what is no paper, or is not sorted.
func (f *Field) sound(b *block) error {
	last := int32(0)
	for i, cited := range b.cited {
		if cited < last || int64(cited) >= f.Header.Papers || b.citing[i] < 0 || int64(b.citing[i]) >= f.Header.Papers {
			return fmt.Errorf("paper %d cited by %d cannot stand there", cited, b.citing[i])
		}
		last = cited
	}
	return nil
}

// tell tells the rows of a block from its end, paper by paper.
func (b *block) tell(tell func(graph.Node, []graph.Node)) {
	citing := make([]graph.Node, len(b.citing))
	for i, c := range b.citing {
		citing[i] = graph.Node(c)
	}
	for end := len(b.cited); end > 0; {
		begin := end - 1
		for begin > 0 && b.cited[begin-1] == b.cited[end-1] {
			begin--
		}
		tell(graph.Node(b.cited[end-1]), citing[begin:end])
		end = begin
	}
}
