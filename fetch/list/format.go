package list

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"citemap/fetch/list/bibtex"
	"citemap/fetch/list/markdown"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/fetch/list/table"
	"citemap/fetch/list/tree"
	"citemap/graph"
)

// A Format is a way of writing lists down. The zero Format stands for whatever
// the list is recognised as.
type Format uint8

const (
	Auto Format = iota
	Markdown
	BibTeX   // and BibLaTeX
	RIS      // Research Information Systems: EndNote, Mendeley, publishers' pages
	CSL      // CSL-JSON, and the JSON of Zotero and Better BibTeX
	EndNote  // EndNote XML
	Zotero   // Zotero CSV, and other tables with a column of titles
	IDs      // an id or a title a line
	Snapshot // the papers of a snapshot

	Tagged       // EndNote's tagged records, .enw
	WebOfScience // the plain text of Web of Science
	RefWorks     // RefWorks' tagged records
	Bibitems     // LaTeX's \bibitem, and what biber writes
	Feed         // Atom, in which arXiv answers, and RSS
	RDF          // of Zotero
	YAML         // CSL-YAML, and lists that people keep
	TOML
	Org        // the outlines of Emacs
	PubMed     // summaries and abstracts in plain text
	ArXivPages // results, listings and mails of arXiv, pasted

	formatCount
)

// A formatRow is all that is to be known of a format.
type formatRow struct {
	name   string // as a user writes it
	called string // as a person calls a text in it
	wants  string // what was looked for in vain

	endings   []string // of the names of files, where the text does not tell
	byName    bool     // the end of the name decides before the text does
	recognise func(text []byte) bool
	read      func(text []byte) ([]graph.Entry, span.Faults)
	once      string // what an entry has once, by which crowds are counted; "" where reading counts
	written   bool   // citemap writes it, too
}

// formats has a row for each format.
var formats = [formatCount]formatRow{
	Auto: {name: "auto", called: "a list", once: "\n",
		wants: "Markdown with links to papers or citations, BibTeX, RIS, CSL-JSON, EndNote XML, Zotero CSV, a snapshot, or an id or a title a line"},
	Markdown: {name: "markdown", called: "Markdown", wants: "Markdown with links to papers or citations",
		endings: []string{".md", ".markdown"},
		read:    func(text []byte) ([]graph.Entry, span.Faults) { return markdown.Read(text), span.Faults{} },
		written: true},
	BibTeX: {once: "@", name: "bibtex", called: "BibTeX", wants: "entries like @article{key, title = {...}}",
		endings:   []string{".bib", ".bibtex", ".biblatex"},
		byName:    true,
		recognise: bibtex.Is, read: bibtex.Read, written: true},
	RIS: {once: "TY  -", name: "ris", called: "RIS", wants: "RIS records, each from a line \"TY  - \" to a line \"ER  - \"",
		endings: []string{".ris", ".nbib"}, recognise: record.IsRIS, read: record.ReadRIS},
	CSL: {name: "csl", called: "JSON", wants: "CSL-JSON, an array of items or {\"items\": [...]}",
		endings: []string{".json", ".csljson"}, recognise: tree.IsJSON, read: tree.ReadJSON},
	EndNote: {once: "<record", name: "endnote", called: "EndNote XML", wants: "EndNote XML with <record> elements",
		endings: []string{".xml"}, recognise: record.IsEndNoteXML, read: record.ReadEndNoteXML},
	Zotero: {once: "\n", name: "zotero", called: "a table", wants: "CSV whose first line names its columns, one of them Title or DOI",
		endings: []string{".csv", ".tsv"}, recognise: table.Is, read: table.Read},
	IDs: {once: "\n", name: "ids", called: "plain lines", wants: "an id or a title a line",
		endings: []string{".txt", ".ids", ".lst"}, read: plain.Read, written: true},
	Snapshot: {once: "\n", name: "snapshot", called: "a snapshot", wants: "the papers of a snapshot",
		endings: []string{".jsonl"}, recognise: tree.IsSnapshot,
		read: func(text []byte) ([]graph.Entry, span.Faults) { return tree.ReadSnapshot(bytes.NewReader(text)) }},
	Tagged: {name: "enw", called: "EndNote's tagged form", wants: "EndNote's tagged records, each with a line \"%T \"",
		endings: []string{".enw"}, recognise: record.IsEndNote, read: readsRecords(record.EndNote)},
	WebOfScience: {name: "wos", called: "Web of Science's plain text", wants: "records of Web of Science, each from a line \"PT \" to a line \"ER\"",
		endings: []string{".ciw", ".isi"}, recognise: record.IsWebOfScience, read: readsRecords(record.WebOfScience)},
	RefWorks: {name: "refworks", called: "RefWorks' tagged form", wants: "RefWorks' tagged records, each from a line \"RT \"",
		recognise: record.IsRefWorks, read: readsRecords(record.RefWorks)},
	Bibitems: {name: "bbl", called: "LaTeX", wants: "a LaTeX bibliography of \\bibitem, or one of biber",
		endings: []string{".bbl"}, recognise: isBBL, read: readsRecords(readBBL)},
	Feed: {name: "atom", called: "a feed", wants: "a feed with entries, in Atom or RSS",
		endings: []string{".atom", ".rss"}, recognise: record.IsFeed, read: readsRecords(record.Feed)},
	RDF: {name: "rdf", called: "Zotero RDF", wants: "Zotero RDF with items",
		endings: []string{".rdf"}, recognise: record.IsRDF, read: readsRecords(record.RDF)},
	YAML: {name: "yaml", called: "YAML", wants: "YAML, a list of papers with title, doi, url or arxiv",
		endings: []string{".yml", ".yaml"}, byName: true, recognise: record.IsYAML, read: readsRecords(record.YAML)},
	TOML: {name: "toml", called: "TOML", wants: "TOML, tables of papers with title, doi, url or arxiv",
		endings: []string{".toml"}, byName: true, recognise: record.IsTOML, read: readsRecords(record.TOML)},
	Org: {name: "org", called: "org", wants: "an outline with links to papers, or with their properties",
		endings: []string{".org"}, byName: true, recognise: record.IsOrg, read: readsRecords(record.Org)},
	PubMed: {name: "pubmed", called: "PubMed's text", wants: "summaries or abstracts of PubMed, each with its PMID",
		recognise: record.IsPubMed, read: readsRecords(record.PubMed)},
	ArXivPages: {name: "arxiv", called: "a pasted page of arXiv", wants: "papers, each below a line like \"arXiv:2305.11206 [pdf]\"",
		recognise: record.IsArXivPage, read: readsRecords(record.ArXivPage)},
}

func isBBL(text []byte) bool { return record.IsBibitems(text) || record.IsBiber(text) }

func readBBL(text []byte) record.Found {
	if record.IsBiber(text) {
		return record.Biber(text)
	}
	return record.Bibitems(text)
}

// readsRecords makes a reader of one that gives records.
func readsRecords(read func([]byte) record.Found) func([]byte) ([]graph.Entry, span.Faults) {
	return func(text []byte) (entries []graph.Entry, broken span.Faults) {
		found := read(text)
		for i := range found.Records {
			r := &found.Records[i]
			w := record.FromFields(r)
			e, f := w.Entry(r.Start, r.End)
			if f != nil {
				broken.Add(*f)
				continue
			}
			entries = append(entries, e)
		}
		for _, f := range found.Faults {
			broken.Add(span.Fault{At: f.At, What: f.What})
		}
		return entries, broken
	}
}

// FormatNames lists the formats as a user writes them.
func FormatNames() (names []string) {
	for f := range formatCount {
		names = append(names, f.String())
	}
	return names
}

func (f Format) String() string { return formats[f].name }

// Called gives what a person calls a text in the format.
func (f Format) Called() string { return formats[f].called }

// IsWritten tells whether citemap writes the format, too.
func (f Format) IsWritten() bool { return formats[f].written }

// MarshalText gives the name of the format.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the name of a format; the error lists them.
func (f *Format) UnmarshalText(b []byte) error {
	i := slices.Index(FormatNames(), string(b))
	if i < 0 {
		return fmt.Errorf("unknown list format %q: want one of %s", b, strings.Join(FormatNames(), ", "))
	}
	*f = Format(i)
	return nil
}

// Set and Type make a Format a command-line flag.
func (f *Format) Set(s string) error { return f.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (f *Format) Type() string { return "format" }
