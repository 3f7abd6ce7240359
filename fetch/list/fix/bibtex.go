package fix

import (
	"strconv"
	"strings"

	"citemap/fetch/list/bibtex"
	"citemap/fetch/list/layout"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// A field is one field of a BibTeX record as it is written.
type field struct {
	name  string // in small letters
	end   int    // behind its value
	value span.Span
}

// fields gives the fields of a BibTeX entry, as far as they can be told apart.
func (w *round) fields(e *graph.Entry) []field {
	text := string(w.Text[e.Start:e.End])
	_, at := bibtex.RecordHead(text)
	var out []field
	for at < len(text) {
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], ", \t\r\n"))
		n := strings.IndexByte(text[at:], '=')
		if n < 0 || strings.ContainsAny(text[at:at+n], "{}(),\"") {
			break
		}
		f := field{name: strings.ToLower(strings.TrimSpace(text[at : at+n]))}
		start, end := valueIn(text, at+n+1)
		if end <= start {
			break
		}
		f.end, f.value = e.Start+end, span.Span{Start: e.Start + start, End: e.Start + end}
		if c := text[start]; c == '{' || c == '"' {
			f.value = span.Span{Start: f.value.Start + 1, End: f.value.End - 1}
		}
		out, at = append(out, f), end
	}
	return out
}

// valueIn finds the value behind an offset: up to the comma or bracket that
// ends it.
func valueIn(text string, at int) (start, end int) {
	start = at + len(text[at:]) - len(strings.TrimLeft(text[at:], " \t\r\n"))
	depth, quoted := 0, false
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '{':
			depth++
		case c == '"' && depth == 0:
			quoted = !quoted
		case depth == 0 && !quoted && (c == ',' || c == '}' || c == ')'):
			return start, start + len(strings.TrimRight(text[start:i], " \t\r\n"))
		case c == '}':
			depth--
		}
	}
	return start, start
}

// noise are the fields that say where a record comes from, or again what its
// ids say.
var noise = map[string]bool{"bibsource": true, "biburl": true, "timestamp": true, "archiveprefix": true, "eprinttype": true,
	"primaryclass": true, "eprintclass": true, "url": true, "ee": true, "link": true, "urldate": true}

// bibtexWords gives what a record says, without its addresses.
func (w *round) bibtexWords(entry int) string {
	var values []string
	for _, f := range w.fields(&w.Entries[entry]) {
		if value := string(w.Text[f.value.Start:f.value.End]); !noise[f.name] {
			values = append(values, bibtex.FromLaTeX(record.HttpAddress.ReplaceAllString(value, "")))
		}
	}
	return strings.Join(values, " ")
}

// isReferredTo tells whether another record names the key of a record that the
// first of its paper does not have.
func (w *round) isReferredTo(entry int) bool {
	if w.referredTo == nil {
		w.referredTo = map[string]bool{}
		for i := range w.Entries {
			for _, f := range w.fields(&w.Entries[i]) {
				if !references[f.name] {
					continue
				}
				for _, key := range strings.FieldsFunc(string(w.Text[f.value.Start:f.value.End]), func(r rune) bool { return r == ',' || r == ' ' }) {
					w.referredTo[key] = true
				}
			}
		}
	}
	return w.referredTo[w.key(entry)] && w.key(w.advice[entry].Same) != w.key(entry)
}

// references are the fields that name other records.
var references = map[string]bool{"crossref": true, "xref": true, "xdata": true, "related": true, "entryset": true}

// linkFields are the fields whose addresses are links.
var linkFields = map[string]bool{"url": true, "ee": true, "link": true, "howpublished": true}

// linkStretches gives the values of a BibTeX file that are links.
func (w *round) linkStretches() []span.Span {
	var out []span.Span
	for i := range w.Entries {
		for _, f := range w.fields(&w.Entries[i]) {
			if linkFields[f.name] {
				out = append(out, f.value)
			}
		}
	}
	return out
}

// bareDOIs takes the address off DOIs in their field.
func (w *round) bareDOIs() {
	for i := range w.Entries {
		e := &w.Entries[i]
		for _, f := range w.fields(e) {
			value := string(w.Text[f.value.Start:f.value.End])
			m := record.DOIAddress.FindString(value)
			if f.name == "doi" && m != "" && !strings.ContainsAny(m, "\r\n") && strings.HasPrefix(value[len(m):], "10.") {
				w.add(correction{edits: []span.Edit{{Start: f.value.Start, End: f.value.Start + len(m), Text: ""}}, entry: -1,
					change: w.change(e.Line, "doi is now "+value[len(m):])})
			}
		}
	}
}

// ids adds to BibTeX records the ids that most other records have, or that are
// the only ones.
func (w *round) ids() {
	if !w.Bibtex() {
		return
	}
	has := w.shares()
	for i, a := range w.advice {
		if a.Paper == nil || a.Same >= 0 {
			continue
		}
		e := &w.Entries[i]
		bare := len(e.Lookups()) == 0
		var add [][2]string
		doi, arxiv := a.Paper.IDs.Of(graph.DOI), a.Paper.IDs.Of(graph.ArXiv)
		if doi != "" && e.IDs.Of(graph.DOI) == "" && (bare || has["doi"]) {
			add = append(add, [2]string{"doi", layout.InURL(doi)})
		}
		if arxiv != "" && e.IDs.Of(graph.ArXiv) == "" && (bare && doi == "" || has["eprint"]) {
			archive := "archivePrefix"
			if has["eprinttype"] {
				archive = "eprinttype"
			}
			add = append(add, [2]string{"eprint", arxiv}, [2]string{archive, "arXiv"})
		}
		w.addFields(i, add)
	}
}

// shares tells which fields at least half of the records have.
func (w *round) shares() map[string]bool {
	count, has := map[string]int{}, map[string]bool{}
	for i := range w.Entries {
		for _, f := range w.fields(&w.Entries[i]) {
			count[f.name]++
			has[f.name] = has[f.name] || 2*count[f.name] >= len(w.Entries)
		}
	}
	return has
}

// addFields writes fields behind the last one of a record, set as it is.
func (w *round) addFields(entry int, add [][2]string) {
	e := &w.Entries[entry]
	there := w.fields(e)
	var said []string
	var b strings.Builder
	s := w.RecordStyle(e)
	between := "\n" + s.Indent
	if !strings.Contains(string(w.Text[e.Start:e.End]), "\n") {
		between, s.Equals = " ", 0
		s.Indent = ""
	}
	for _, f := range add {
		if hasField(there, strings.ToLower(f[0])) {
			continue
		}
		name := f[0]
		switch {
		case s.Equals > 0:
			name += strings.Repeat(" ", max(1, s.Equals-len(s.Indent)-len(name))) + "= "
		case s.Tight:
			name += "="
		default:
			name += " = "
		}
		b.WriteString("," + between + name + "{" + f[1] + "}")
		said = append(said, f[0]+" = "+f[1])
	}
	if len(said) == 0 || len(there) == 0 {
		return
	}
	at := there[len(there)-1].end
	w.add(correction{edits: []span.Edit{{Start: at, End: at, Text: b.String()}}, entry: entry, gains: true,
		change: w.change(e.Line, shown(e)+" now has "+strings.Join(said, ", "))})
}

func hasField(fields []field, name string) bool {
	for _, f := range fields {
		if f.name == name {
			return true
		}
	}
	return false
}

// bibtexDates adds the year to records without a date.
func (w *round) bibtexDates() {
	name := "year"
	if s := w.shares(); s["date"] && !s["year"] {
		name = "date"
	}
	for i, a := range w.advice {
		if a.Paper == nil || a.Same >= 0 || a.Paper.Date.IsZero() || !w.Entries[i].Date.IsZero() {
			continue
		}
		value := strconv.Itoa(a.Paper.Date.Year)
		if name == "date" {
			value = a.Paper.Date.String()
		}
		w.addFields(i, [][2]string{{name, value}})
	}
}

// bibtexTitles adds the title to records without one.
func (w *round) bibtexTitles() {
	for i, a := range w.advice {
		if a.Paper != nil && a.Same < 0 && w.Entries[i].Title == "" && layout.Printable(a.Paper.Title) != "" {
			w.addFields(i, [][2]string{{"title", layout.InBibTeX(record.PlainTitle(layout.Printable(a.Paper.Title)))}})
		}
	}
}
