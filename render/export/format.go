package export

import (
	"bufio"
	"io"
	"strings"
)

// A Format is one form in which other programs read the graph.
type Format struct {
	Name      string
	Extension string // without a dot before it; no two formats share one
	About     string // who reads it, for help texts
	Binary    bool   // not for a terminal
	Papers    bool   // it holds papers and nothing that joins them

	// Beside are the names of formats that a program looks for beside a file of
	// this one.
	Beside []string

	write func(w io.Writer, x *Export) error
}

// Write writes the papers and citations of an export.
func (f Format) Write(w io.Writer, x *Export) error { return f.write(w, x) }

var formats = []Format{
	{Name: "graphml", Extension: "graphml", About: "networkx, igraph, yEd, Cytoscape, Gephi", write: buffered(graphML)},
	{Name: "gexf", Extension: "gexf", About: "Gephi, with the dates of papers and citations", write: buffered(gexf)},
	{Name: "cytoscape", Extension: "cyjs", About: "Cytoscape and Cytoscape.js", write: buffered(cytoscape)},
	{Name: "vosviewer", Extension: "vosviewer.json", About: "VOSviewer, map and network in one", write: buffered(vosviewer)},
	{Name: "pajek", Extension: "net", About: "Pajek; with -o also its partition and its vector beside it", Beside: []string{"pajek-partition", "pajek-vector"}, write: buffered(pajek)},
	{Name: "pajek-partition", Extension: "clu", About: "Pajek: the communities", Papers: true, write: buffered(pajekPartition)},
	{Name: "pajek-vector", Extension: "vec", About: "Pajek: the scores by which citemap ranks", Papers: true, write: buffered(pajekVector)},
	{Name: "gml", Extension: "gml", About: "networkx, igraph, Gephi", write: buffered(gml)},
	{Name: "dot", Extension: "dot", About: "Graphviz", write: buffered(dot)},
	{Name: "jsongraph", Extension: "jgf.json", About: "JSON Graph Format 2", write: buffered(jsonGraph)},
	{Name: "papers-csv", Extension: "papers.csv", About: "spreadsheets: a row a paper", Papers: true, write: papersCSV},
	{Name: "citations-csv", Extension: "citations.csv", About: "spreadsheets: a row a citation or other link", write: citationsCSV},
	{Name: "papers-parquet", Extension: "papers.parquet", About: "DuckDB, Spark, pandas: a row a paper", Binary: true, Papers: true, write: papersParquet},
	{Name: "citations-parquet", Extension: "citations.parquet", About: "DuckDB, Spark, pandas: a row a citation or other link", Binary: true, write: citationsParquet},
	{Name: "bibtex", Extension: "bib", About: "LaTeX and reference managers: the papers", Papers: true, write: buffered(bibTeX)},
	{Name: "ris", Extension: "ris", About: "EndNote, Zotero, Mendeley: the papers", Papers: true, write: buffered(ris)},
	{Name: "csl-json", Extension: "csl.json", About: "Zotero, pandoc: the papers", Papers: true, write: buffered(cslJSON)},
	{Name: "md", Extension: "md", About: "a reading list as citemap reads it: the papers", Papers: true, write: buffered(markdown)},
}

// Formats lists all formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// Names lists the formats as a user writes them.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

// others are what people call formats, too: by the papers where there are two.
var others = map[string]string{
	"bib": "bibtex", "csl": "csl-json", "csv": "papers-csv", "cyjs": "cytoscape", "jgf": "jsongraph",
	"markdown": "md", "net": "pajek", "parquet": "papers-parquet",
}

// ByName finds a format by its name, or by another that people use for it.
func ByName(name string) (f Format, found bool) {
	if known, other := others[name]; other {
		name = known
	}
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// ByFile finds the format of a file by the end of its name, in any case. The
// endings ".csv", ".parquet" and ".json" alone are those of several formats and
// tell none.
func ByFile(path string) (f Format, found bool) {
	for _, f := range formats {
		if strings.HasSuffix(strings.ToLower(path), "."+f.Extension) {
			return f, true
		}
	}
	return Format{}, false
}

// buffered gives a writer of many small pieces a buffer, which keeps the first
// error for it.
func buffered(write func(b *bufio.Writer, x *Export)) func(io.Writer, *Export) error {
	return func(w io.Writer, x *Export) error {
		b := bufio.NewWriterSize(w, 1<<16)
		write(b, x)
		return b.Flush()
	}
}
