package list

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"citemap/fetch/citation"
	"citemap/fetch/list/limit"
	"citemap/fetch/list/markdown"
	"citemap/fetch/list/plain"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// bySurety are the formats whose texts show that they are in them, those that
// show it most surely first. Markdown and plain lines look alike, and are told
// apart by reading them.
var bySurety = []Format{Snapshot, CSL, RDF, Feed, EndNote, RIS, Bibitems, BibTeX, Zotero, Tagged, WebOfScience, RefWorks, Org, YAML, TOML, PubMed, ArXivPages}

// byEnding gives the format that the end of a name tells; Auto where it tells none.
func byEnding(name string) Format {
	end := strings.ToLower(filepath.Ext(name))
	for f := range formatCount {
		if slices.Contains(formats[f].endings, end) {
			return f
		}
	}
	return Auto
}

// recognise says what a list is written in: what it holds decides, then what
// it is called. What may be Markdown or plain lines is Auto, as is a name that
// tells one of the two.
func recognise(name string, text []byte) Format {
	ending := byEnding(name)
	for _, f := range bySurety {
		if formats[f].byName && f == ending || formats[f].recognise(text) {
			return f
		}
	}
	if ending == Markdown || ending == IDs {
		return Auto
	}
	return ending
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

// A parsed text is what was read of it, in which form.
type parsed struct {
	form    Format
	entries []graph.Entry
	broken  span.Faults
}

// parse reads a text in a format, Auto being Markdown or plain lines.
func parse(name string, text []byte, f Format) parsed {
	p := parsed{form: f}
	switch fault := excessive(f, text); {
	case fault != nil:
		p.broken.Add(*fault)
	case f == Auto:
		return parseProse(name, text)
	default:
		p.entries, p.broken = formats[f].read(text)
	}
	return p
}

// parseProse reads what may be Markdown or plain lines: most of whose lines are
// ids is plain, unless they are marked up and as many ids are read as Markdown;
// what has no link and consists of titles is plain too.
func parseProse(name string, text []byte) parsed {
	prose := markdown.Masked(text)
	lines := plain.ReadIDs(prose)
	if lines != nil && !isMarkedUp(lines) {
		return parsed{form: IDs, entries: lines}
	}
	if lines == nil && byEnding(name) == IDs {
		if titles := plain.ReadTitles(prose, false); titles != nil {
			return parsed{form: IDs, entries: titles}
		}
	}
	fault := limit.Markdown(text)
	switch {
	case fault != nil && lines != nil:
		return parsed{form: IDs, entries: lines}
	case fault != nil:
		p := parsed{form: Markdown}
		p.broken.Add(*fault)
		return p
	}
	entries := markdown.Read(text)
	switch {
	case lines != nil && withIDs(entries) < withIDs(lines):
		return parsed{form: IDs, entries: lines}
	case len(entries) > 0:
		return parsed{form: Markdown, entries: entries}
	}
	if titles := plain.ReadTitles(prose, byEnding(name) == Markdown); titles != nil {
		return parsed{form: IDs, entries: titles}
	}
	return parsed{form: IDs, entries: plain.ReadAnyIDs(prose)}
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

// excessive gives what makes a text more than is read in its format; nil where
// nothing does.
func excessive(f Format, text []byte) *span.Fault {
	if x := crowded(f, text); x != nil || f != Markdown {
		return x
	}
	return limit.Markdown(text)
}

// maxCells is how many cells a row of a table may have; the commas in its texts
// are counted too.
const maxCells = 10_000

// crowded gives what is wrong with a text that has far more entries than a list
// that people read, and would take as many times their size; nil where it has
// not. Addresses and texts of several lines are allowed for.
func crowded(f Format, text []byte) *span.Fault {
	const each = 3
	if mark := formats[f].once; mark != "" && bytes.Count(text, []byte(mark)) > each*limit.MaxEntries {
		return limit.TooMany()
	}
	if f != Zotero {
		return nil
	}
	number := 0
	for line := range bytes.Lines(text) {
		if number++; bytes.Count(line, []byte(",")) > maxCells || bytes.Count(line, []byte(";")) > maxCells || bytes.Count(line, []byte("\t")) > maxCells {
			return &span.Fault{Line: number, What: fmt.Sprintf("has more than %d cells in one line, which no table of papers has", maxCells)}
		}
	}
	return nil
}
