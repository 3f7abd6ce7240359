package field

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"citemap/fetch/field/sheet"
	"citemap/graph"
)

// Papers reads papers whole but for what cites them: what they are, their reference
// lists and how they cite.
func (f *Field) Papers(nodes []Node) ([]graph.Paper, error) {
	facts, err := f.Facts(nodes)
	if err != nil {
		return nil, err
	}
	lists, err := f.References(nodes)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Paper, len(nodes))
	for i := range nodes {
		p := &out[i]
		p.ID, p.Date = facts.IDs[i], facts.Days[i].Date()
		p.Global, p.Influential, p.Referenced = known(facts.Global[i]), known(facts.Influential[i]), known(facts.Counted[i])
		p.References.State = StateOf(len(lists[i]), facts.Counted[i], facts.Unlinked[i])
	}
	if err := f.describe(nodes, out); err != nil {
		return nil, err
	}
	if err := f.abstract(nodes, out); err != nil {
		return nil, err
	}
	if err := f.name(lists, out); err != nil {
		return nil, err
	}
	return out, f.quote(nodes, lists, out)
}

func known(count int32) *int {
	if count < 0 {
		return nil
	}
	n := int(count)
	return &n
}

// StateOf says what is known of a reference list of which the field has so many papers,
// the source counts so many, less than 0 where it does not, and told of so many that
// lead nowhere: where it counts some and shows none, they are withheld.
func StateOf(has int, counted, unlinked int32) graph.State {
	switch {
	case has > 0 && int(counted) > has+int(max(unlinked, 0)):
		return graph.Cut
	case has > 0:
		return graph.Known
	case counted > 0:
		return graph.Withheld
	}
	return graph.Empty
}

// name gives the papers the ids of those on their lists.
func (f *Field) name(lists [][]Node, papers []graph.Paper) error {
	ids, err := f.IDs(slices.Concat(lists...))
	if err != nil {
		return err
	}
	for i, list := range lists {
		if len(list) > 0 {
			papers[i].References.IDs, ids = ids[:len(list):len(list)], ids[len(list):]
		}
	}
	return nil
}

// describe reads what people call papers, and by which ids.
func (f *Field) describe(nodes []Node, papers []graph.Paper) error {
	runs, err := f.runs(f.papers, nodes, denseRow)
	if err != nil {
		return err
	}
	return inRuns(runs, func(r *run) error {
		for _, c := range columns {
			if err := r.take(c.name, c.kind, func(i int, v parquet.Value) { c.take(&papers[i], v) }); err != nil {
				return err
			}
		}
		for _, places := range r.places {
			for _, i := range places {
				slices.Sort(papers[i].Aliases)
				papers[i].Aliases = slices.Compact(papers[i].Aliases)
			}
		}
		return nil
	})
}

// take gives the values of a column, each with the place of its paper.
func (r *run) take(column string, kind parquet.Kind, take func(i int, v parquet.Value)) error {
	leaf, err := r.group.Column(column, kind)
	if err != nil {
		return err
	}
	if r.group.Empty(leaf) {
		return nil
	}
	return r.group.PickValues(leaf, r.rows, func(k int, v parquet.Value) {
		if !v.IsNull() {
			for _, i := range r.places[k] {
				take(i, v)
			}
		}
	})
}

// columns are those of papers, in the order in which ids claim a scheme: an arXiv id
// counts before the one that an arXiv DOI gives.
var columns = []struct {
	name string
	kind parquet.Kind
	take func(p *graph.Paper, v parquet.Value)
}{
	{"title", parquet.ByteArray, func(p *graph.Paper, v parquet.Value) { p.Title = sheet.Text(v) }},
	{"authors", parquet.ByteArray, func(p *graph.Paper, v parquet.Value) { p.Authors = sheet.AppendText(p.Authors, v) }},
	{"venue", parquet.ByteArray, func(p *graph.Paper, v parquet.Value) { p.Venue = sheet.Text(v) }},
	{"acl", parquet.ByteArray, identifier(graph.ACL)},
	{"arxiv", parquet.ByteArray, identifier(graph.ArXiv)},
	{"corpus_id", parquet.Int64, func(p *graph.Paper, v parquet.Value) {
		p.IDs = withID(p.IDs, graph.CorpusID, strconv.FormatInt(v.Int64(), 10))
	}},
	{"dblp", parquet.ByteArray, identifier(graph.DBLP)},
	{"doi", parquet.ByteArray, identifier(graph.DOI)},
	{"mag", parquet.ByteArray, identifier(graph.MAG)},
	{"pubmed", parquet.ByteArray, identifier(graph.PubMed)},
	{"pmcid", parquet.ByteArray, identifier(graph.PubMedCentral)},
	{"aliases", parquet.ByteArray, func(p *graph.Paper, v parquet.Value) {
		if id := sheet.Text(v); id != "" && graph.PaperID(id) != p.ID {
			p.Aliases = append(p.Aliases, graph.PaperID(id))
		}
	}},
	{"kinds", parquet.ByteArray, func(p *graph.Paper, v parquet.Value) { p.Types = sheet.AppendText(p.Types, v) }},
}

func identifier(s graph.Scheme) func(p *graph.Paper, v parquet.Value) {
	return func(p *graph.Paper, v parquet.Value) { p.IDs = withID(p.IDs, s, sheet.Text(v)) }
}

func withID(ids graph.ExternalIDs, s graph.Scheme, value string) graph.ExternalIDs {
	if x, ok := graph.NewExternalID(s, value); ok {
		return ids.With(x)
	}
	return ids
}

// sparseRow finds the row of a node in a group of which nodes may be missing.
func (f *Field) sparseRow(g *sheet.Group, n Node) (row int, is bool, err error) {
	from, to, err := f.rowsOf(g, n)
	if to-from > 1 {
		return 0, false, fmt.Errorf("paper %d is there twice", n)
	}
	return from, from < to, err
}

// abstract reads the abstracts of papers that have one.
func (f *Field) abstract(nodes []Node, papers []graph.Paper) error {
	runs, err := f.runs(f.abstracts, nodes, f.sparseRow)
	if err != nil {
		return err
	}
	return inRuns(runs, func(r *run) error {
		return r.take("abstract", parquet.ByteArray, func(i int, v parquet.Value) { papers[i].Abstract = sheet.Text(v) })
	})
}
