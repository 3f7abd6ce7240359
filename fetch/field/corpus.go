package field

import (
	"slices"

	"citemap/graph"
)

// Corpus is the papers of a field that an answer about listed papers goes by: all, where
// the field has no more citations than most, as Whole is; else those around the list.
func (f *Field) Corpus(listed []graph.PaperID, most int64) (*Corpus, error) {
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
	columns, err := f.Among(extent.Nodes)
	return f.corpus(columns, *extent), err
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
