package list

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

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
)

var formatNames = []string{"auto", "markdown", "bibtex", "ris", "csl", "endnote", "zotero", "ids", "snapshot"}

// wants says of each format what was looked for in vain.
var wants = []string{
	Auto:     "Markdown with links to papers or citations, BibTeX, RIS, CSL-JSON, EndNote XML, Zotero CSV, a snapshot, or an id or a title a line",
	Markdown: "Markdown with links to papers or citations", BibTeX: "entries like @article{key, title = {...}}",
	RIS: "RIS records, each from a line \"TY  - \" to a line \"ER  - \"", CSL: "CSL-JSON, an array of items or {\"items\": [...]}",
	EndNote: "EndNote XML with <record> elements", Zotero: "CSV whose first line names its columns, one of them Title or DOI",
	IDs: "an id or a title a line", Snapshot: "the papers of a snapshot",
}

// FormatNames lists the formats as a user writes them.
func FormatNames() []string { return slices.Clone(formatNames) }

func (f Format) String() string { return formatNames[f] }

// MarshalText gives the name of the format.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the name of a format; the error lists them.
func (f *Format) UnmarshalText(b []byte) error {
	i := slices.Index(formatNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown list format %q: want one of %s", b, strings.Join(formatNames, ", "))
	}
	*f = Format(i)
	return nil
}

// Set and Type make a Format a command-line flag.
func (f *Format) Set(s string) error { return f.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (f *Format) Type() string { return "format" }

// extensions are the ends of names that tell a format where the text does not.
var extensions = map[string]Format{
	".bib": BibTeX, ".bibtex": BibTeX, ".biblatex": BibTeX, ".ris": RIS, ".nbib": RIS, ".json": CSL, ".csljson": CSL, ".xml": EndNote,
	".csv": Zotero, ".tsv": Zotero, ".jsonl": Snapshot, ".md": Markdown, ".markdown": Markdown,
	".txt": IDs, ".ids": IDs, ".lst": IDs,
}

func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// recognise says what a list is written in: what it holds decides, then what
// it is called. Markdown and plain lines look alike, and are told apart by
// reading them: that is Auto, as is a name that tells one of the two.
func recognise(name string, text []byte) Format {
	begin := bytes.TrimLeft(text, " \t\r\n")
	switch {
	case isSnapshot(begin):
		return Snapshot
	case jsonStart.Match(begin):
		return CSL
	case isEndNote(begin):
		return EndNote
	case isRIS(text):
		return RIS
	case isBibTeX(name, text):
		return BibTeX
	}
	if _, _, ok := tableHead(text); ok {
		return Zotero
	}
	switch f := extensions[ending(name)]; f {
	case Markdown, IDs:
		return Auto
	default:
		return f
	}
}

// jsonStart is how JSON begins and a link of Markdown does not.
var jsonStart = regexp.MustCompile(`^(?:\[\s*(?:\{\s*["}]|\]\s*$)|\{\s*")`)

// readPapers reads a text in a format that is known.
func (f Format) readPapers(name string, text []byte) reading {
	var r reading
	switch f {
	case BibTeX:
		r.entries, r.broken = readBibTeX(text)
	case RIS:
		r.entries, r.broken = readRIS(text)
	case CSL:
		r.entries, r.broken = readCSL(text)
	case EndNote:
		r.entries, r.broken = readEndNote(text)
	case Zotero:
		r.entries, r.broken = readTable(text)
	case Snapshot:
		r.entries, r.broken = readSnapshot(bytes.NewReader(text))
	case IDs:
		r.entries, r.broken = readLines(text)
	case Markdown:
		r.entries = readMarkdown(text)
	default:
		return readAuto(name, text)
	}
	r.form = f
	return r
}

// readAuto reads what may be Markdown or plain lines: most of whose lines are
// ids is plain, unless they are marked up and as many ids are read as Markdown;
// what has no link and consists of titles is plain too.
func readAuto(name string, text []byte) reading {
	prose := masked(text)
	plain := readPlain(prose)
	if plain != nil && !isMarkedUp(plain) {
		return reading{form: IDs, entries: plain}
	}
	if plain == nil && extensions[ending(name)] == IDs {
		if entries := readTitles(prose, false); entries != nil {
			return reading{form: IDs, entries: entries}
		}
	}
	entries := readMarkdown(text)
	switch {
	case plain != nil && withIDs(entries) < withIDs(plain):
		return reading{form: IDs, entries: plain}
	case len(entries) > 0:
		return reading{form: Markdown, entries: entries}
	}
	return reading{form: IDs, entries: readTitles(prose, extensions[ending(name)] == Markdown)}
}

// isMarkedUp tells whether a line of entries has marks that only Markdown has.
func isMarkedUp(entries []graph.Entry) bool {
	return slices.ContainsFunc(entries, func(e graph.Entry) bool {
		body := trimBullet(e.Text)
		for _, mark := range []string{"**", "~~", "<br", "</"} {
			if strings.Contains(body, mark) {
				return true
			}
		}
		return strings.Count(body, "*") > 1 || len(body) > 3 && body[0] == '[' && body[2] == ']' && body[3] == ' ' || referenceMark.MatchString(body)
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
