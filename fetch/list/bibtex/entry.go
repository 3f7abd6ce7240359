package bibtex

import (
	"cmp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"citemap/fetch/citation/dates"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/record"
	"citemap/graph"
	"citemap/graph/latex"
)

// work reads the fields.
func (r *Item) work() *record.Record {
	w := &record.Record{Start: r.start, End: r.end, Name: r.Key, Title: FromLaTeX(cmp.Or(r.fields["title"], r.fields["booktitle"])), Authors: r.authors(), Date: r.date()}
	if subtitle := FromLaTeX(r.fields["subtitle"]); subtitle != "" && w.Title != "" {
		w.Title = strings.TrimRight(w.Title, ":. ") + ": " + subtitle
	}
	w.SetSource(literal(r.fields["source"]))
	r.ids(w)
	return w
}

// date reads BibLaTeX's date, of a period its beginning, or year and month.
func (r *Item) date() graph.Date {
	begin, _, _ := strings.Cut(FromLaTeX(r.fields["date"]), "/")
	begin, _, _ = strings.Cut(begin, "T")
	if d, err := graph.ParseDate(strings.TrimRight(begin, "~?%")); err == nil {
		return d
	}
	for _, field := range []string{r.fields["year"], r.fields["date"], r.fields["pub_year"], r.fields["publication_year"]} {
		year := record.YearDigits.FindString(field)
		if y := dates.YearOf(year); y > 0 {
			return graph.Date{Year: y, Month: record.FirstMonth(FromLaTeX(r.fields["month"]))}
		}
	}
	return graph.Date{}
}

// ids takes in the identifiers that the fields tell.
func (r *Item) ids(w *record.Record) {
	archive := strings.ToLower(FromLaTeX(r.fields["archiveprefix"] + r.fields["eprinttype"]))
	switch eprint := literal(r.fields["eprint"]); archive {
	case "arxiv", "":
		id := record.ArxivPrefix.ReplaceAllString(eprint, "")
		if class := literal(r.fields["primaryclass"] + r.fields["eprintclass"]); len(id) == 7 && words.IsNumber(id) && class != "" {
			id = class + "/" + id
		}
		w.AddID(graph.ArXiv, id)
		w.AddAddresses(eprint)
	case "pubmed", "pmid":
		w.AddPubMed(eprint)
	case "pmc", "pmcid":
		w.AddPubMedCentral(eprint)
	}
	if strings.HasPrefix(literal(r.fields["eprint"]), "10.") {
		w.AddDOI(literal(r.fields["eprint"]))
	}
	w.AddDOI(literal(r.fields["doi"]))
	w.AddPubMed(literal(r.fields["pmid"]))
	w.AddPubMedCentral(literal(r.fields["pmcid"]))
	w.AddID(graph.ArXiv, record.ArxivPrefix.ReplaceAllString(literal(r.fields["arxiv"]+r.fields["arxivid"]), ""))
	for _, field := range []string{"url", "ee", "link", "pdf", "bdsk-url-1", "bdsk-url-2", "html", "paper", "paperurl", "arxivurl", "arxiv_url", "doiurl", "doi-url", "pdfurl", "fulltext", "openaccess", "website"} {
		if s := r.fields[field]; s != "" {
			w.AddWritten(literal(s))
		}
	}
	for _, field := range []string{"howpublished", "journal", "journaltitle", "volume", "number", "pages", "eid",
		"booktitle", "series", "publisher", "institution", "organization", "type", "version"} {
		if s := r.fields[field]; s != "" {
			w.AddWritten(unbraced(literal(s)))
		}
	}
	if x, err := graph.ParseID(r.Key); err == nil && (x.Scheme == graph.DOI || x.Scheme == graph.ArXiv) {
		w.AddID(x.Scheme, x.Value)
	}
	for _, field := range []string{"note", "annote", "annotation", "addendum", "comment"} {
		if s := r.fields[field]; s != "" {
			w.AddRemark(unbraced(literal(s)))
		}
	}
}

// unbraced takes away the braces that hold the case of words, "{PMID:} 123".
func unbraced(s string) string {
	if !strings.ContainsAny(s, "{}") {
		return s
	}
	return noBraces.Replace(s)
}

var noBraces = strings.NewReplacer("}{", " ", "{", "", "}", "")

// literal takes the escapes of LaTeX out of an id or an address, and the braces
// that some programs set around every value.
func literal(s string) string {
	if strings.Contains(s, `\`) {
		s = literalEscapes.Replace(s)
	}
	s = strings.TrimSpace(s)
	for range 3 {
		inside, found := latex.Group(s)
		if !found || s[0] != '{' || len(inside)+2 < len(s) {
			break
		}
		s = strings.TrimSpace(inside)
	}
	return s
}

var literalEscapes = strings.NewReplacer(`{\_}`, "_", `{\%}`, "%", `{\&}`, "&", `{\#}`, "#", `{\~{}}`, "~", `{\~}`, "~", `{\textunderscore}`, "_", `{\textasciitilde}`, "~",
	`{\textless}`, "<", `{\textgreater}`, ">", `\textless{}`, "<", `\textgreater{}`, ">",
	`\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\~{}`, "~", `\textunderscore{}`, "_", `\textunderscore `, "_",
	`\url`, " ", `\href`, " ", `\path`, " ", `\textasciitilde{}`, "~", `\textasciitilde`, "~")

// authors gives the names that the entry joins with "and" outside braces;
// "others" is none.
func (r *Item) authors() (out []string) {
	for _, name := range splitNames(r.fields["author"]) {
		if name = inParts(strings.Trim(nameMarks.Replace(FromLaTeX(name)), " ,;")); name != "" && !record.IsOthers(name) {
			out = append(out, name)
		}
	}
	return out
}

// inParts writes a name that BibLaTeX has in parts, "family=Berg, given=Ann,
// prefix=van den", as others are written.
func inParts(name string) string {
	if !strings.Contains(name, "family=") {
		return name
	}
	parts := map[string]string{}
	for _, part := range strings.Split(name, ",") {
		key, value, _ := strings.Cut(part, "=")
		parts[strings.TrimSpace(key)] = strings.Trim(value, ` "”`)
	}
	return strings.Trim(strings.TrimSpace(parts["prefix"]+" "+parts["family"])+", "+parts["given"], ", ")
}

// nameMarks are signs that say of an author what is not the name.
var nameMarks = strings.NewReplacer("*", "", "†", "", "‡", "", "§", "", "¶", "")

func splitNames(s string) (names []string) {
	depth, begin := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		case ' ', '\t', '\n', '\r':
			if depth <= 0 && i+4 < len(s) && strings.EqualFold(s[i+1:i+4], "and") && strings.IndexByte(" \t\n\r", s[i+4]) >= 0 {
				names, begin = append(names, s[begin:i]), i+5
				i += 3
			}
		}
	}
	return append(names, s[min(begin, len(s)):])
}

// FromLaTeX gives the text of a field as a person reads it, letters and accents
// in one.
func FromLaTeX(s string) string { return norm.NFC.String(latex.Text(s)) }
