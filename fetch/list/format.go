package list

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/list/bibtex"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/markdown"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/fetch/list/table"
	"citemap/fetch/list/tree"
	"citemap/graph"
)

// readsRecords makes a reader of one that gives records.
func readsRecords(read func([]byte) record.Found) func([]byte) Decoded {
	return reads(func(text []byte) (entries []graph.Entry, broken span.Faults) {
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
	})
}

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
	recognise func(name string, text []byte) bool
	read      func(text []byte) Decoded
	written   bool // citemap writes it, too
}

// row gives what is to be known of the format.
func (f Format) row() formatRow {
	switch f {
	case Markdown:
		return formatRow{name: "markdown", called: "Markdown", wants: "Markdown with links to papers or citations",
			endings: []string{".md", ".markdown"},
			read:    func(text []byte) Decoded { return Decoded{Entries: markdown.Read(text)} },
			written: true}
	case BibTeX:
		return formatRow{name: "bibtex", called: "BibTeX", wants: "entries like @article{key, title = {...}}",
			endings:   []string{".bib", ".bibtex", ".biblatex"},
			recognise: bibtex.Is, read: reads(bibtex.Read), written: true}
	case RIS:
		return formatRow{name: "ris", called: "RIS", wants: "RIS records, each from a line \"TY  - \" to a line \"ER  - \"",
			endings: []string{".ris", ".nbib"}, recognise: byText(record.IsRIS), read: reads(record.ReadRIS)}
	case CSL:
		return formatRow{name: "csl", called: "JSON", wants: "CSL-JSON, an array of items or {\"items\": [...]}",
			endings: []string{".json", ".csljson"}, recognise: byText(tree.IsJSON), read: reads(tree.ReadJSON)}
	case EndNote:
		return formatRow{name: "endnote", called: "EndNote XML", wants: "EndNote XML with <record> elements",
			endings: []string{".xml"}, recognise: byText(record.IsEndNoteXML), read: reads(record.ReadEndNoteXML)}
	case Zotero:
		return formatRow{name: "zotero", called: "a table", wants: "CSV whose first line names its columns, one of them Title or DOI",
			endings: []string{".csv", ".tsv"}, recognise: byText(table.Is), read: reads(table.Read)}
	case IDs:
		return formatRow{name: "ids", called: "plain lines", wants: "an id or a title a line",
			endings: []string{".txt", ".ids", ".lst"}, read: reads(plain.Read), written: true}
	case Snapshot:
		return formatRow{name: "snapshot", called: "a snapshot", wants: "the papers of a snapshot",
			endings: []string{".jsonl"}, recognise: byText(tree.IsSnapshot),
			read: reads(func(text []byte) ([]graph.Entry, span.Faults) { return tree.ReadSnapshot(bytes.NewReader(text)) })}
	}
	return f.foreignRow()
}

// foreignRow gives what is to be known of a format that package record reads.
func (f Format) foreignRow() formatRow {
	switch f {
	case Tagged:
		return formatRow{name: "enw", called: "EndNote's tagged form", wants: "EndNote's tagged records, each with a line \"%T \"",
			endings: []string{".enw"}, recognise: byText(record.IsEndNote), read: readsRecords(record.EndNote)}
	case WebOfScience:
		return formatRow{name: "wos", called: "Web of Science's plain text", wants: "records of Web of Science, each from a line \"PT \" to a line \"ER\"",
			endings: []string{".ciw", ".isi"}, recognise: byText(record.IsWebOfScience), read: readsRecords(record.WebOfScience)}
	case RefWorks:
		return formatRow{name: "refworks", called: "RefWorks' tagged form", wants: "RefWorks' tagged records, each from a line \"RT \"",
			recognise: byText(record.IsRefWorks), read: readsRecords(record.RefWorks)}
	case Bibitems:
		return formatRow{name: "bbl", called: "LaTeX", wants: "a LaTeX bibliography of \\bibitem, or one of biber",
			endings: []string{".bbl"}, recognise: byText(isBBL), read: readsRecords(readBBL)}
	case Feed:
		return formatRow{name: "atom", called: "a feed", wants: "a feed with entries, in Atom or RSS",
			endings: []string{".atom", ".rss"}, recognise: byText(record.IsFeed), read: readsRecords(record.Feed)}
	case RDF:
		return formatRow{name: "rdf", called: "Zotero RDF", wants: "Zotero RDF with items",
			endings: []string{".rdf"}, recognise: byText(record.IsRDF), read: readsRecords(record.RDF)}
	case YAML:
		return formatRow{name: "yaml", called: "YAML", wants: "YAML, a list of papers with title, doi, url or arxiv",
			endings: []string{".yml", ".yaml"}, recognise: called(YAML, record.IsYAML), read: readsRecords(record.YAML)}
	case TOML:
		return formatRow{name: "toml", called: "TOML", wants: "TOML, tables of papers with title, doi, url or arxiv",
			endings: []string{".toml"}, recognise: called(TOML, record.IsTOML), read: readsRecords(record.TOML)}
	case Org:
		return formatRow{name: "org", called: "org", wants: "an outline with links to papers, or with their properties",
			endings: []string{".org"}, recognise: called(Org, record.IsOrg), read: readsRecords(record.Org)}
	case PubMed:
		return formatRow{name: "pubmed", called: "PubMed's text", wants: "summaries or abstracts of PubMed, each with its PMID",
			recognise: byText(record.IsPubMed), read: readsRecords(record.PubMed)}
	case ArXivPages:
		return formatRow{name: "arxiv", called: "a pasted page of arXiv", wants: "papers, each below a line like \"arXiv:2305.11206 [pdf]\"",
			recognise: byText(record.IsArXivPage), read: readsRecords(record.ArXivPage)}
	}
	return formatRow{name: "auto", called: "a list",
		wants: "Markdown with links to papers or citations, BibTeX, RIS, CSL-JSON, EndNote XML, Zotero CSV, a snapshot, or an id or a title a line"}
}

// told are the formats whose texts tell that they are in them, those that tell
// it most surely first. Markdown and plain lines look alike, and are told apart
// by reading them.
func told() []Format {
	return []Format{Snapshot, CSL, RDF, Feed, EndNote, RIS, Bibitems, BibTeX, Zotero, Tagged, WebOfScience, RefWorks, Org, YAML, TOML, PubMed, ArXivPages}
}

func isBBL(text []byte) bool { return record.IsBibitems(text) || record.IsBiber(text) }

func readBBL(text []byte) record.Found {
	if record.IsBiber(text) {
		return record.Biber(text)
	}
	return record.Bibitems(text)
}

// called recognises a format by the end of a name, or by the text.
func called(f Format, is func([]byte) bool) func(string, []byte) bool {
	return func(name string, text []byte) bool { return byEnding(name) == f || is(text) }
}

func byText(is func([]byte) bool) func(string, []byte) bool {
	return func(_ string, text []byte) bool { return is(text) }
}

func reads(read func([]byte) ([]graph.Entry, span.Faults)) func([]byte) Decoded {
	return func(text []byte) (r Decoded) {
		r.Entries, r.broken = read(text)
		return r
	}
}

// FormatNames lists the formats as a user writes them.
func FormatNames() (names []string) {
	for f := range formatCount {
		names = append(names, f.String())
	}
	return names
}

func (f Format) String() string { return f.row().name }

// Called gives what a person calls a text in the format.
func (f Format) Called() string { return f.row().called }

// IsWritten tells whether citemap writes the format, too.
func (f Format) IsWritten() bool { return f.row().written }

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

// byEnding gives the format that the end of a name tells; Auto where it tells none.
func byEnding(name string) Format {
	end := strings.ToLower(filepath.Ext(name))
	for f := range formatCount {
		if slices.Contains(f.row().endings, end) {
			return f
		}
	}
	return Auto
}

// recognise says what a list is written in: what it holds decides, then what
// it is called. What may be Markdown or plain lines is Auto, as is a name that
// tells one of the two.
func recognise(name string, text []byte) Format {
	for _, f := range told() {
		if f.row().recognise(name, text) {
			return f
		}
	}
	switch f := byEnding(name); f {
	case Markdown, IDs:
		return Auto
	default:
		return f
	}
}

// recognised gives the format of a list, or says of a form that is not read what
// to do instead.
func recognised(name string, text []byte) (Format, error) {
	f := recognise(name, text)
	if f == Auto || f == EndNote || f == CSL {
		if called, instead := record.Refused(name, text); called != "" {
			return f, fmt.Errorf("%s: is %s, which citemap does not read: %s", name, called, instead)
		}
	}
	return f, nil
}

// isForeign tells a format whose texts are never Markdown or plain lines, even
// where no entry is found in them.
func (f Format) isForeign() bool { return f >= Tagged && f < formatCount }

// readPapers reads a text in a format that is known.
func (f Format) readPapers(name string, text []byte) Decoded {
	if x := f.tooLarge(text); x != nil {
		r := Decoded{Form: f}
		r.broken.Add(*x)
		return r
	}
	read := f.row().read
	if read == nil {
		return readAuto(name, text)
	}
	r := read(text)
	r.Form = f
	return r
}

// readAuto reads what may be Markdown or plain lines: most of whose lines are
// ids is plain, unless they are marked up and as many ids are read as Markdown;
// what has no link and consists of titles is plain too.
func readAuto(name string, text []byte) Decoded {
	prose := markdown.Masked(text)
	bare := plain.ReadIDs(prose)
	if bare != nil && !isMarkedUp(bare) {
		return Decoded{Form: IDs, Entries: bare}
	}
	if bare == nil && byEnding(name) == IDs {
		if entries := plain.ReadTitles(prose, false); entries != nil {
			return Decoded{Form: IDs, Entries: entries}
		}
	}
	if f := limit.Markdown(text); f != nil {
		if bare != nil {
			return Decoded{Form: IDs, Entries: bare}
		}
		r := Decoded{Form: Markdown}
		r.broken.Add(*f)
		return r
	}
	entries := markdown.Read(text)
	switch {
	case bare != nil && withIDs(entries) < withIDs(bare):
		return Decoded{Form: IDs, Entries: bare}
	case len(entries) > 0:
		return Decoded{Form: Markdown, Entries: entries}
	}
	if titles := plain.ReadTitles(prose, byEnding(name) == Markdown); titles != nil {
		return Decoded{Form: IDs, Entries: titles}
	}
	return Decoded{Form: IDs, Entries: plain.ReadAnyIDs(prose)}
}

// isMarkedUp tells whether a line of entries has marks that only Markdown has.
func isMarkedUp(entries []graph.Entry) bool {
	return slices.ContainsFunc(entries, func(e graph.Entry) bool {
		body := plain.TrimBullet(e.Text)
		for _, mark := range []string{"**", "~~", "<br", "</"} {
			if strings.Contains(body, mark) {
				return true
			}
		}
		mark, _ := citation.CutMark(body)
		return strings.Count(body, "*") > 1 || len(body) > 3 && body[0] == '[' && body[2] == ']' && body[3] == ' ' || mark.IsCertain()
	})
}

func withIDs(entries []graph.Entry) (n int) {
	for i := range entries {
		if len(entries[i].IDs) > 0 {
			n++
		}
	}
	return n
}

// tooLarge gives what makes a text more than is read in its format; nil where
// nothing does.
func (f Format) tooLarge(text []byte) *span.Fault {
	if x := crowded(f, text); x != nil || f != Markdown {
		return x
	}
	return limit.Markdown(text)
}
