// Package front reads the fields ahead of a Markdown text.
package front

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"citemap/fetch/address"
	"citemap/fetch/list/record"
	"citemap/fetch/list/span"
	"citemap/fetch/list/tree"
	"citemap/graph"
)

// frontMatter is what a document begins with and is no prose: YAML between
// "---", TOML between "+++". A rule is no fence: what is fenced begins with a key.
var frontMatter = regexp.MustCompile(`^(?:---[ \t]*\r?\n((?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*["']?[\pL_][\w .-]*["']?:(?s:.*?))\r?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n((?s:.*?))\r?\n\+\+\+)[ \t]*(?:\r?\n|$)`)

// mostFront is longer than front matter is.
const mostFront = 256 << 10

// FrontMatterEnd gives the end of the front matter of a document; 0 where it has
// none.
func FrontMatterEnd(source []byte) int {
	if len(source) < 8 || source[0] != '-' && source[0] != '+' {
		return 0
	}
	return len(frontMatter.Find(source[:min(len(source), mostFront)]))
}

// A front is the front matter of a document: the fields of a note on a paper, or
// the references of a text.
type front struct {
	start, end int
	text       string
	fields     map[string]any
}

// ReadFront reads the front matter of a document; nil where it has none.
func ReadFront(source []byte) *front {
	end := FrontMatterEnd(source)
	if end == 0 {
		return nil
	}
	m := frontMatter.FindSubmatchIndex(source[:end])
	f := &front{end: end}
	if m[2] >= 0 {
		f.start, f.text = m[2], string(source[m[2]:m[3]])
		f.fields, _ = tree.ReadYAML(f.text).(map[string]any)
		return f
	}
	f.start, f.text = m[4], string(source[m[4]:m[5]])
	if toml.Unmarshal([]byte(f.text), &f.fields) != nil {
		f.fields = nil
	}
	return f
}

// Entries gives the papers that the front matter names, given those of the text
// below it. The page that a text was taken from is its paper only where the text
// names none.
func (f *front) Entries(below []graph.Entry) []graph.Entry {
	out := f.references()
	w, sure := f.work(len(below) == 0)
	if len(w.IDs) == 0 || !sure && w.Title == "" {
		return out
	}
	if e, fault := w.Entry(0, f.end); fault == nil {
		out = append([]graph.Entry{e}, out...)
	}
	return out
}

// references reads the field in which Pandoc and Quarto keep CSL items.
func (f *front) references() []graph.Entry {
	items, _ := f.fields["references"].([]any)
	starts := f.itemStarts()
	var out []graph.Entry
	for i, item := range items {
		b, err := json.Marshal(item)
		if err != nil || len(starts) != len(items) {
			return out
		}
		end := f.start + len(f.text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		read, _ := tree.ReadJSON([]byte("[" + string(b) + "]"))
		for _, e := range read {
			e.Start, e.End = starts[i], starts[i]+len(strings.TrimRight(string(f.text[starts[i]-f.start:end-f.start]), " \r\n"))
			out = append(out, e)
		}
	}
	return out
}

// itemStarts gives where the items of the references begin: the dashes with the
// least indent.
func (f *front) itemStarts() []int {
	at := strings.Index("\n"+f.text, "\nreferences:")
	if at < 0 {
		return nil
	}
	var starts []int
	indent := -1
	for start, line := range span.Lines([]byte(f.text[at:])) {
		body := strings.TrimLeft(line, " ")
		if start > 0 && body != "" && len(body) == len(line) && body[0] != '-' && body[0] != '#' {
			break // the next field
		}
		if n := len(line) - len(body); strings.HasPrefix(body, "-") && (indent < 0 || n == indent) {
			indent, starts = n, append(starts, f.start+at+start+n)
		}
	}
	return starts
}

// The keys of front matter that name a paper, without case, dashes and strokes.
var (
	idKeys    = map[string]graph.Scheme{"doi": graph.DOI, "arxiv": graph.ArXiv, "arxivid": graph.ArXiv, "eprint": graph.ArXiv, "pmid": graph.PubMed, "pmcid": graph.PubMedCentral}
	pageKeys  = []string{"urlpdf", "urlpaper", "paperurl", "paper", "paperlink", "pdf", "url", "link", "links", "html", "externallink", "openreview", "uri"}
	originKey = []string{"source", "canonicalurl", "canonical", "origin"}
	titleKeys = []string{"title", "papertitle"}
	dateKeys  = []string{"date", "year", "published", "issued", "publishdate", "publicationdate"}
	nameKeys  = []string{"authors", "author"}
)

// work reads the fields; sure says that one of them is an id. With origin, the
// address that the text was taken from counts.
func (f *front) work(origin bool) (w record.Record, sure bool) {
	plain := map[string][]string{}
	for key, value := range f.fields {
		plain[keyOf(key)] = textsOf(value)
	}
	for _, key := range []string{"doi", "arxiv", "arxivid", "eprint", "pmid", "pmcid"} {
		for _, s := range plain[key] {
			w.ID(idKeys[key], s)
		}
	}
	sure = len(w.IDs) > 0
	keys := pageKeys
	if origin {
		keys = slices.Concat(pageKeys, originKey)
	}
	for _, key := range keys {
		for _, s := range plain[key] {
			if r := address.PageOf(s); r.Scheme.Lookup() || r.Scheme == graph.OpenReview {
				w.IDs = w.IDs.With(r.ExternalID())
			}
		}
	}
	w.Title = strings.Join(firstOf(plain, titleKeys), " ")
	w.Authors = firstOf(plain, nameKeys)
	for _, key := range dateKeys {
		for _, s := range plain[key] {
			w.Date = record.Finer(w.Date, record.LooseDate(s))
		}
	}
	return w, sure
}

func keyOf(key string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(key))
}

func firstOf(fields map[string][]string, keys []string) []string {
	for _, key := range keys {
		if len(fields[key]) > 0 && fields[key][0] != "" {
			return fields[key]
		}
	}
	return nil
}

// textsOf gives the texts of a field, one or several; of people in parts, their
// names.
func textsOf(value any) []string {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v {
			out = append(out, textsOf(item)...)
		}
		return out
	case map[string]any:
		for _, key := range []string{"name", "literal", "url", "link"} {
			if s, is := v[key].(string); is {
				return []string{s}
			}
		}
		family, _ := v["family"].(string)
		given, _ := v["given"].(string)
		if family != "" {
			return []string{strings.Trim(family+", "+given, ", ")}
		}
		return nil
	case nil:
		return nil
	}
	b, err := json.Marshal(value)
	if err != nil {
		return nil
	}
	return []string{strings.Trim(string(b), `"`)}
}
