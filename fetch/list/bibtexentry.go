package list

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"citemap/graph"
	"citemap/graph/latex"
)

// readBibTeX gives the entries of a BibTeX file, and what is wrong with those
// that are none. A volume of proceedings that others take their fields from is
// no paper of the list.
func readBibTeX(text []byte) (entries []graph.Entry, broken faults) {
	records, broken := parseBibTeX(text)
	inherit(records, len(text))
	used := map[string]bool{}
	for _, r := range records {
		used[strings.ToLower(r.fields["crossref"])] = true
	}
	for i := range records {
		r := &records[i]
		if notPaperKinds[r.kind] || containers[r.kind] && used[strings.ToLower(r.key)] {
			continue
		}
		w := r.work()
		e, f := w.entry(r.start, r.end)
		if f != nil {
			f.what = "entry " + oneLine(r.key) + " has neither title nor id"
			broken.add(*f)
			continue
		}
		entries = append(entries, e)
	}
	return entries, broken
}

var (
	notPaperKinds = map[string]bool{"xdata": true, "set": true, "bibnote": true, "control": true}
	containers    = map[string]bool{"proceedings": true, "mvproceedings": true, "collection": true, "mvcollection": true, "reference": true,
		"mvreference": true, "periodical": true}
)

// work reads the fields.
func (r *record) work() work {
	w := work{title: fromLaTeX(cmp.Or(r.fields["title"], r.fields["booktitle"])), authors: r.authors(), date: r.date()}
	if subtitle := fromLaTeX(r.fields["subtitle"]); subtitle != "" && w.title != "" {
		w.title = strings.TrimRight(w.title, ":. ") + ": " + subtitle
	}
	w.source(literal(r.fields["source"]))
	r.ids(&w)
	return w
}

// date reads BibLaTeX's date, of a period its beginning, or year and month.
func (r *record) date() graph.Date {
	begin, _, _ := strings.Cut(fromLaTeX(r.fields["date"]), "/")
	begin, _, _ = strings.Cut(begin, "T")
	if d, err := graph.ParseDate(strings.TrimRight(begin, "~?%")); err == nil {
		return d
	}
	for _, field := range []string{r.fields["year"], r.fields["date"], r.fields["pub_year"], r.fields["publication_year"]} {
		year := yearDigits.FindString(field)
		if y := yearOf(year); y > 0 {
			return graph.Date{Year: y, Month: firstMonth(fromLaTeX(r.fields["month"]))}
		}
	}
	return graph.Date{}
}

var yearDigits = regexp.MustCompile(`\d{4}`)

// firstMonth reads a month by itself, or the first that is named among days and
// other months: "June 3–5", "12 mar", "Sept.-Oct."; 0 is none.
func firstMonth(s string) int {
	if month := monthOf(s); month > 0 {
		return month
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if month := monthOf(word); month > 0 {
			return month
		}
	}
	return 0
}

// monthOf reads a month as a number or by its name; 0 is none.
func monthOf(s string) int {
	s = strings.ToLower(strings.Trim(s, " ."))
	if len(s) > 3 && s[0] > '9' {
		s = s[:3]
	}
	if number, known := months[s]; known {
		s = number
	}
	s = strings.TrimPrefix(s, "0")
	if !isNumber(s) || len(s) == 0 || len(s) > 2 || len(s) == 2 && s > "12" || s == "0" {
		return 0
	}
	month := int(s[0] - '0')
	if len(s) == 2 {
		month = 10*month + int(s[1]-'0')
	}
	return month
}

// ids takes in the identifiers that the fields tell.
func (r *record) ids(w *work) {
	archive := strings.ToLower(fromLaTeX(r.fields["archiveprefix"] + r.fields["eprinttype"]))
	switch eprint := literal(r.fields["eprint"]); archive {
	case "arxiv", "":
		id := arxivPrefix.ReplaceAllString(eprint, "")
		if class := literal(r.fields["primaryclass"] + r.fields["eprintclass"]); len(id) == 7 && isNumber(id) && class != "" {
			id = class + "/" + id
		}
		w.take(graph.ArXiv, id)
		w.addresses(eprint)
	case "pubmed", "pmid":
		w.pmid(eprint)
	case "pmc", "pmcid":
		w.pmcid(eprint)
	}
	if strings.HasPrefix(literal(r.fields["eprint"]), "10.") {
		w.doi(literal(r.fields["eprint"]))
	}
	w.doi(literal(r.fields["doi"]))
	w.pmid(literal(r.fields["pmid"]))
	w.pmcid(literal(r.fields["pmcid"]))
	w.take(graph.ArXiv, arxivPrefix.ReplaceAllString(literal(r.fields["arxiv"]+r.fields["arxivid"]), ""))
	for _, field := range []string{"url", "ee", "link", "pdf", "bdsk-url-1", "bdsk-url-2", "html", "paper", "paperurl", "arxivurl", "arxiv_url", "doiurl", "doi-url", "pdfurl", "fulltext", "openaccess", "website"} {
		if s := r.fields[field]; s != "" {
			w.written(literal(s))
		}
	}
	for _, field := range []string{"howpublished", "journal", "journaltitle", "volume", "number", "pages", "eid",
		"booktitle", "series", "publisher", "institution", "organization", "type", "version"} {
		if s := r.fields[field]; s != "" {
			w.written(unbraced(literal(s)))
		}
	}
	if x, err := graph.ParseID(r.key); err == nil && (x.Scheme == graph.DOI || x.Scheme == graph.ArXiv) {
		w.take(x.Scheme, x.Value)
	}
	for _, field := range []string{"note", "annote", "annotation", "addendum", "comment"} {
		if s := r.fields[field]; s != "" {
			w.remark(unbraced(literal(s)))
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
func (r *record) authors() (out []string) {
	for _, name := range splitNames(r.fields["author"]) {
		if name = inParts(strings.Trim(nameMarks.Replace(fromLaTeX(name)), " ,;")); name != "" && !isOthers(name) {
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

// isOthers tells what stands for the people who are not named.
func isOthers(name string) bool {
	switch strings.ToLower(strings.Trim(name, " .,{}")) {
	case "others", "et al", "et. al", "and others", "...", "…":
		return true
	}
	return false
}

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

// fromLaTeX gives the text of a field as a person reads it, letters and accents
// in one.
func fromLaTeX(s string) string { return norm.NFC.String(latex.Text(s)) }
