// Package front reads the fields ahead of a Markdown text.
package front

import (
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/list/record"
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
	end    int
	fields *tree.Node
}

// ReadFront reads the front matter of a document; nil where it has none.
func ReadFront(source []byte) *front {
	end := FrontMatterEnd(source)
	if end == 0 {
		return nil
	}
	m := frontMatter.FindSubmatchIndex(source[:end])
	if m[2] >= 0 {
		return &front{end, tree.YAMLFields(source[:m[3]], m[2])}
	}
	return &front{end, tree.TOMLFields(source[:m[5]], m[4])}
}

// Title gives the title of the front matter of a document, or of the paper that it
// is about; "" where there is none.
func Title(source []byte) string {
	f := ReadFront(source)
	if f == nil {
		return ""
	}
	return f.title()
}

func (f *front) title() string {
	return strings.Join(f.fields.Field("title", "paper title", "papertitle").Texts(), " ")
}

// Entries gives the papers that the front matter names, given those of the text
// below it: first that of the document, then those of the field in which Pandoc
// and Quarto keep references. The page that a text was taken from is its paper
// only where the text names none.
func (f *front) Entries(below []graph.Entry) []graph.Entry {
	out := tree.Papers(f.fields.Field("references")).Entries
	w, sure := f.work(len(below) == 0)
	if len(w.IDs) == 0 || !sure && w.Title == "" {
		return out
	}
	if e, fault := w.Entry(); fault == nil {
		out = append([]graph.Entry{e}, out...)
	}
	return out
}

// The names of the fields of front matter that name a paper.
var (
	schemes     = map[string]graph.Scheme{"doi": graph.DOI, "arxiv": graph.ArXiv, "arxiv id": graph.ArXiv, "arxivid": graph.ArXiv, "eprint": graph.ArXiv, "pmid": graph.PubMed, "pmcid": graph.PubMedCentral}
	pageNames   = []string{"url pdf", "url paper", "paper url", "paperurl", "paper", "paper link", "paperlink", "pdf", "url", "link", "links", "html", "external link", "openreview", "uri"}
	originNames = []string{"source", "canonicalurl", "canonical url", "canonical", "origin"}
)

// work reads the fields; sure says that one of them is an id. With origin, the
// address that the text was taken from counts.
func (f *front) work(origin bool) (w record.Record, sure bool) {
	w.End = f.end
	for _, name := range []string{"doi", "arxiv", "arxiv id", "arxivid", "eprint", "pmid", "pmcid"} {
		for _, s := range f.fields.Field(name).Texts() {
			w.ID(schemes[name], s)
		}
	}
	sure = len(w.IDs) > 0
	pages := pageNames
	if origin {
		pages = slices.Concat(pageNames, originNames)
	}
	for _, name := range pages {
		for _, s := range f.fields.Field(name).Addresses() {
			if r := address.PageOf(s); r.Scheme.Lookup() || r.Scheme == graph.OpenReview {
				w.IDs = w.IDs.With(r.ExternalID())
			}
		}
	}
	w.Title = f.title()
	w.Authors = f.fields.Field("authors", "author").Names()
	for _, name := range []string{"date", "year", "published", "issued", "publish date", "publishdate", "publication date"} {
		if x := f.fields.Field(name); x != nil {
			w.Date = record.Finer(w.Date, record.LooseDate(x.Date()))
		}
	}
	return w, sure
}
