package field

import (
	"slices"

	"citemap/fetch"
	"citemap/graph"
)

// Corpus is the papers of a field that an answer about listed papers goes by: all, where
// the field has no more citations than most, as Whole is; else those around the list,
// and those beside it that are named.
func (f *Field) Corpus(listed, beside []graph.PaperID, most int64) (*Corpus, error) {
	if f.Header.Citations <= most {
		f.whole.once.Do(func() { f.whole.columns, f.whole.err = f.Columns() })
		return f.corpus(f.whole.columns, Extent{}), f.whole.err
	}
	nodes, err := f.nodesOf(listed)
	if err != nil {
		return nil, err
	}
	extent, err := f.Around(nodes)
	if err != nil {
		return nil, err
	}
	also, err := f.nodesOf(beside)
	if err != nil {
		return nil, err
	}
	extent.Nodes = slices.Compact(slices.Sorted(slices.Values(slices.Concat(extent.Nodes, also))))
	columns, err := f.Among(extent.Nodes)
	return f.corpus(columns, *extent), err
}

// Held gives the PaperID that the field has for each of papers, "" where it holds none of
// its ids.
func (f *Field) Held(papers []graph.Paper) ([]graph.PaperID, error) {
	var about []fetch.Subject
	var of []int
	for i := range papers {
		p := &papers[i]
		for _, id := range append([]graph.PaperID{p.ID}, p.Aliases...) {
			about, of = append(about, fetch.Subject{ID: graph.ExternalID{Scheme: graph.S2, Value: string(id)}}), append(of, i)
		}
		for _, id := range p.IDs {
			about, of = append(about, fetch.Subject{ID: id}), append(of, i)
		}
	}
	nodes, err := (&source{f}).byIDs(about)
	if err != nil {
		return nil, err
	}
	first := slices.Repeat([]Node{none}, len(papers))
	for k, n := range nodes {
		if i := of[k]; first[i] == none {
			first[i] = n
		}
	}
	out := make([]graph.PaperID, len(papers))
	for i, n := range first {
		if n == none {
			continue
		}
		ids, err := f.IDs([]Node{n})
		if err != nil {
			return nil, err
		}
		out[i] = ids[0]
	}
	return out, nil
}

// A Corpus is what was taken of a field.
type Corpus struct {
	graph.Corpus
	Extent Extent // what belongs to it; no nodes: all
}

func (f *Field) corpus(columns *graph.Columns, e Extent) *Corpus {
	return &Corpus{graph.Corpus{Columns: columns, Oldest: f.Header.Date, Newest: f.Header.Date}, e}
}

// nodesOf gives the nodes of PaperIDs that the field gave.
func (f *Field) nodesOf(ids []graph.PaperID) ([]Node, error) {
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = key(id)
	}
	found, err := f.byID.find(keys)
	if err != nil {
		return nil, err
	}
	var out []Node
	for i, id := range ids {
		nodes := found[keys[i]]
		bear, err := f.IDs(nodes)
		if err != nil {
			return nil, err
		}
		if at := slices.Index(bear, id); at >= 0 {
			out = append(out, nodes[at])
		}
	}
	return out, nil
}
