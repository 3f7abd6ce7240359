// Package field asks a whole field: a folder of Parquet files made from the dumps of a
// source (docs/fields.md). What a question needs of it is read, in pages, when it is
// asked; nobody is asked on the network.
package field

import (
	"fmt"
	"sync"

	"citemap/fetch/field/sheet"
	"citemap/graph"
)

// A Field is open. Several goroutines may ask it at once.
type Field struct {
	Header Header

	nodes, papers, abstracts, contexts *sheet.Table
	byCiting, byCited                  *sheet.Table
	byID, byTitle                      *keys

	cachedNumbers *cache[[]int32]
	cachedTitles  *cache[*sheet.Texts]

	whole struct {
		once    sync.Once
		columns *graph.Columns
		err     error
	}

	mu      sync.Mutex
	titleOf map[Node]string // those that were read of few papers
}

// Open opens the field in a folder. Its tables are looked at when they are first
// needed.
func Open(dir string) (*Field, error) {
	h, err := ReadHeader(dir)
	if err != nil {
		return nil, err
	}
	f := &Field{Header: h, cachedNumbers: newCache[[]int32](mostDecoded), cachedTitles: newCache[*sheet.Texts](mostDecoded), titleOf: map[Node]string{}}
	var ids, titles *sheet.Table
	for _, t := range []struct {
		table        **sheet.Table
		name, sorted string
	}{
		{&f.nodes, "nodes", "node"}, {&f.papers, "papers", "node"}, {&f.abstracts, "abstracts", "node"}, {&f.contexts, "contexts", "citing"},
		{&f.byCiting, "citations/by-citing", "citing"}, {&f.byCited, "citations/by-cited", "cited"}, {&ids, "ids", "key"}, {&titles, "titles", "key"},
	} {
		if *t.table, err = sheet.New(dir, t.name, t.sorted); err != nil {
			return nil, err
		}
	}
	f.byID, f.byTitle = newKeys(ids, h.Papers), newKeys(titles, h.Papers)
	return f, nil
}

// mostDecoded is how many bytes of decoded columns are kept, of numbers and of titles.
const mostDecoded = 48 << 20

// Close closes the files.
func (f *Field) Close() {
	for _, t := range []*sheet.Table{f.nodes, f.papers, f.abstracts, f.contexts, f.byCiting, f.byCited, f.byID.Table, f.byTitle.Table} {
		t.Close()
	}
}

// Provenance names the field's source, its release and its licence.
func (f *Field) Provenance() graph.Provenance {
	name := f.Header.Source
	if f.Header.Release != "" {
		name = fmt.Sprintf("%s, release %s", name, f.Header.Release)
	}
	return graph.Provenance{Name: name, Licence: f.Header.Licence}
}
