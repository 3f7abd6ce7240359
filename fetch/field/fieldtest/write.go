// Package fieldtest writes small fields for tests, as docs/fields.md has them.
package fieldtest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"

	"citemap/fetch/field/titlekey"
	"citemap/graph"
)

// Options say how a field is written. The zero value writes it as engines do.
type Options struct {
	Source, Licence, Date string
	Rows                  int64 // of a row group; 0: some
	Files                 int   // of a table; 0: one
	Packed                bool  // compress all tables, in the pages that Spark writes
}

// Write writes papers as a field into a folder. References that are no papers are left
// out.
func Write(dir string, papers []graph.Paper, o Options) error {
	w := newWriting(dir, papers, o)
	for _, table := range []func() error{w.writeNodes, w.writePapers, w.writeAbstracts, w.writeCitations, w.writeContexts, w.writeKeys} {
		if err := table(); err != nil {
			return fmt.Errorf("write field: %w", err)
		}
	}
	return w.writeHeader()
}

// A writing is a field while it is written.
type writing struct {
	dir    string
	o      Options
	papers []graph.Paper // by node
	nodes  map[graph.PaperID]int32
	cites  []citation
	keys   []keyRow
	titles []keyRow
}

func newWriting(dir string, papers []graph.Paper, o Options) *writing {
	w := &writing{dir: dir, o: o, papers: slices.Clone(papers), nodes: map[graph.PaperID]int32{}}
	slices.SortFunc(w.papers, func(a, b graph.Paper) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
	})
	for n := range w.papers {
		w.nodes[w.papers[n].ID] = int32(n)
	}
	for n := range w.papers {
		for _, id := range w.papers[n].References.IDs {
			if cited, there := w.nodes[id]; there && cited != int32(n) {
				w.cites = append(w.cites, citation{int32(n), cited})
			}
		}
	}
	slices.SortFunc(w.cites, func(a, b citation) int { return cmp.Or(cmp.Compare(a.Citing, b.Citing), cmp.Compare(a.Cited, b.Cited)) })
	w.cites = slices.Compact(w.cites)
	return w
}

type node struct {
	Node        int32  `parquet:"node"`
	PaperID     string `parquet:"paper_id"`
	Day         int32  `parquet:"day"`
	Global      int32  `parquet:"citation_count"`
	Influential int32  `parquet:"influential_count"`
	Counted     int32  `parquet:"reference_count"`
	Unlinked    int32  `parquet:"unlinked_count"`
}

func (w *writing) writeNodes() error {
	var rows []node
	for n := range w.papers {
		p := &w.papers[n]
		rows = append(rows, node{int32(n), string(p.ID), int32(graph.DayOf(p.Date)), count(p.Global), count(p.Influential), count(p.Referenced), w.unlinked(p)})
	}
	return save(w, "nodes", rows, flat)
}

// unlinked counts the references that the source gave and that are no papers, where all
// that it counts are known.
func (w *writing) unlinked(p *graph.Paper) int32 {
	if p.References.State != graph.Known || p.Referenced == nil {
		return 0
	}
	return max(0, int32(*p.Referenced-w.cited(p)))
}

func (w *writing) cited(p *graph.Paper) (n int) {
	for _, id := range p.References.IDs {
		if _, there := w.nodes[id]; there {
			n++
		}
	}
	return n
}

func count(n *int) int32 {
	if n == nil {
		return -1
	}
	return int32(*n)
}

type paper struct {
	Node     int32    `parquet:"node"`
	Title    string   `parquet:"title"`
	Authors  []string `parquet:"authors,list"`
	Venue    *string  `parquet:"venue,optional"`
	CorpusID *int64   `parquet:"corpus_id,optional"`
	DOI      *string  `parquet:"doi,optional"`
	ArXiv    *string  `parquet:"arxiv,optional"`
	ACL      *string  `parquet:"acl,optional"`
	PubMed   *string  `parquet:"pubmed,optional"`
	PMCID    *string  `parquet:"pmcid,optional"`
	MAG      *string  `parquet:"mag,optional"`
	DBLP     *string  `parquet:"dblp,optional"`
	Aliases  []string `parquet:"aliases,list"`
	Kinds    []string `parquet:"kinds,list"`
}

func (w *writing) writePapers() error {
	var rows []paper
	for n := range w.papers {
		p := &w.papers[n]
		r := paper{
			Node: int32(n), Title: p.Title, Authors: p.Authors, Venue: some(p.Venue), Kinds: p.Types, DOI: some(p.IDs.Of(graph.DOI)), ArXiv: some(p.IDs.Of(graph.ArXiv)),
			ACL: some(p.IDs.Of(graph.ACL)), PubMed: some(p.IDs.Of(graph.PubMed)), PMCID: some(p.IDs.Of(graph.PubMedCentral)), MAG: some(p.IDs.Of(graph.MAG)), DBLP: some(p.IDs.Of(graph.DBLP)),
		}
		var corpusID int64
		if _, err := fmt.Sscan(p.IDs.Of(graph.CorpusID), &corpusID); err == nil {
			r.CorpusID = &corpusID
		}
		for _, id := range p.Aliases {
			r.Aliases = append(r.Aliases, string(id))
		}
		rows = append(rows, r)
	}
	return save(w, "papers", rows, packed)
}

func some(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

type abstract struct {
	Node     int32  `parquet:"node"`
	Abstract string `parquet:"abstract"`
}

func (w *writing) writeAbstracts() error {
	var rows []abstract
	for n := range w.papers {
		if text := w.papers[n].Abstract; text != "" {
			rows = append(rows, abstract{int32(n), text})
		}
	}
	return save(w, "abstracts", rows, packed)
}

type citation struct {
	Citing int32 `parquet:"citing"`
	Cited  int32 `parquet:"cited"`
}

func (w *writing) writeCitations() error {
	if err := save(w, "citations/by-citing", w.cites, flat); err != nil {
		return err
	}
	by := slices.Clone(w.cites)
	slices.SortFunc(by, func(a, b citation) int { return cmp.Or(cmp.Compare(a.Cited, b.Cited), cmp.Compare(a.Citing, b.Citing)) })
	return save(w, "citations/by-cited", by, flat)
}

type passage struct {
	Citing      int32    `parquet:"citing"`
	Cited       int32    `parquet:"cited"`
	Influential bool     `parquet:"influential"`
	Intents     []string `parquet:"intents,list"`
	Contexts    []string `parquet:"contexts,list"`
}

func (w *writing) writeContexts() error {
	var rows []passage
	for _, c := range w.cites {
		p, cited := &w.papers[c.Citing], &w.papers[c.Cited]
		if x := p.ContextOf(cited); x != nil {
			rows = append(rows, passage{c.Citing, c.Cited, x.Influential, x.Intents, x.Texts})
		}
	}
	return save(w, "contexts", rows, packed)
}

type keyRow struct {
	Key  string `parquet:"key"`
	Node int32  `parquet:"node"`
}

func (w *writing) writeKeys() error {
	add := func(key string, n int) { w.keys = append(w.keys, keyRow{strings.ToLower(key), int32(n)}) }
	for n := range w.papers {
		p := &w.papers[n]
		add(string(p.ID), n)
		for _, id := range p.Aliases {
			add(string(id), n)
		}
		for _, id := range p.IDs {
			add(id.String(), n)
		}
		if p.Title != "" {
			w.titles = append(w.titles, keyRow{titlekey.Of(p.Title), int32(n)})
		}
	}
	for _, rows := range []*[]keyRow{&w.keys, &w.titles} {
		slices.SortFunc(*rows, func(a, b keyRow) int { return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Node, b.Node)) })
		*rows = slices.Compact(*rows)
	}
	if err := save(w, "ids", w.keys, packed); err != nil {
		return err
	}
	return save(w, "titles", w.titles, packed)
}

func (w *writing) writeHeader() error {
	text, err := json.Marshal(map[string]any{
		"format": "citemap-field", "version": 1, "source": cmp.Or(w.o.Source, "a test"), "licence": w.o.Licence, "date": w.o.Date, "engine": "fieldtest",
		"papers": len(w.papers), "citations": len(w.cites), "ids": len(w.keys), "titles": len(w.titles),
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(w.dir, "field.json"), text, 0o644)
}

// A form says how the pages of a table are written.
type form bool

const (
	flat   form = false // so that values can be read where they lie
	packed form = true
)

// save writes a table of rows.
func save[T any](w *writing, name string, rows []T, as form) error {
	dir := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	options := []parquet.WriterOption{parquet.MaxRowsPerRowGroup(cmp.Or(w.o.Rows, 100)), parquet.DataPageVersion(1)}
	if as == packed || w.o.Packed {
		options = append(options, parquet.Compression(&parquet.Zstd))
	}
	if w.o.Packed {
		options = append(options, parquet.DataPageVersion(2), parquet.PageBufferSize(256))
	}
	files := max(w.o.Files, 1)
	for i := range files {
		part := rows[len(rows)*i/files : len(rows)*(i+1)/files]
		if err := saveFile(filepath.Join(dir, fmt.Sprintf("part-%05d.parquet", i)), part, options); err != nil {
			return err
		}
	}
	return nil
}

func saveFile[T any](path string, rows []T, options []parquet.WriterOption) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := parquet.NewGenericWriter[T](f, options...)
	if _, err := out.Write(rows); err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return err
	}
	return f.Close()
}
