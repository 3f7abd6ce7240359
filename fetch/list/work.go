package list

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	scan "citemap/fetch/address"
	"citemap/graph"
)

// A work is a paper as a reference manager describes it.
type work struct {
	title   string
	authors []string
	date    graph.Date
	ids     graph.ExternalIDs
	page    string // the first address that may be its page; one on a site of papers goes before others
	sure    bool   // the page is on such a site
	exact   bool   // HTML in the title is the title's own

	accession string // a database's number for it, PubMed's unless the database is another
	elsewhere bool   // it is another
}

// entry gives the entry of a work that stands at text[start:end]. One without
// title and id is a fault.
func (w *work) entry(start, end int) (graph.Entry, *fault) {
	if !w.exact {
		w.title = plainTitle(w.title)
	}
	if w.title = oneLine(w.title); !strings.ContainsFunc(w.title, isWordRune) {
		w.title = ""
	}
	if w.page != "" && !w.named() {
		w.take(graph.Link, w.page)
	}
	if w.title == "" && len(w.ids) == 0 {
		return graph.Entry{}, &fault{at: start, what: "entry has neither title nor id"}
	}
	e := graph.Entry{Start: start, End: end, Title: w.title, Authors: w.authors, Date: w.date, IDs: w.ids}
	var words []string
	for _, s := range []string{strings.Join(w.authors, " and "), w.title, w.date.String()} {
		if s != "" {
			words = append(words, s)
		}
	}
	e.Text = strings.Join(words, ". ")
	if w.title == "" {
		for _, id := range w.ids {
			e.Text += " " + id.String()
		}
		e.Text = strings.TrimSpace(e.Text)
	}
	return e, nil
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// named tells whether the work has an id that a source can be asked for.
func (w *work) named() bool {
	return slices.ContainsFunc(w.ids, func(id graph.ExternalID) bool { return id.Scheme.Lookup() })
}

// source notes who wrote the record: citemap says so where the title is to stay
// as it is.
func (w *work) source(name string) { w.exact = w.exact || name == "citemap" }

// take takes an id in, if it is one; the first of a scheme counts.
func (w *work) take(s graph.Scheme, value string) {
	if x, ok := graph.NewExternalID(s, value); ok {
		w.ids = w.ids.With(x)
	}
}

// doi takes in what a field for a DOI holds: one, or its address at doi.org or
// at a publisher, escaped or not, in braces or brackets; or the id of another
// kind that somebody put there.
func (w *work) doi(s string) {
	if s = graph.Unescape(s); strings.Contains(s, "$") {
		s = dollarSigns.Replace(s)
	}
	s = strings.ReplaceAll(s, "%20", " ")
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '{' || r == '}' || r == '\u200b' }) {
		if x, err := graph.ParseID(withoutOdd(word)); err == nil && x.Scheme != graph.DOI && x.Scheme.Lookup() && strings.ContainsAny(word, ":/") {
			w.take(x.Scheme, x.Value)
		}
	}
	for _, d := range scan.DOIs(s) {
		w.take(graph.DOI, d.Value)
	}
}

// withoutOdd takes off a word the brackets at its ends whose other half is
// missing, and those around it.
func withoutOdd(word string) string {
	for _, pair := range []string{"()", "[]", "<>", "\"\"", "''"} {
		word = strings.TrimPrefix(word, pair[:1])
		for strings.HasSuffix(word, pair[1:]) && (strings.Count(word, pair[1:]) > strings.Count(word, pair[:1]) || pair[0] == pair[1]) {
			word = strings.TrimSuffix(word, pair[1:])
		}
	}
	return word
}

// key takes in the key of a record where it is an id.
func (w *work) key(s string) {
	if x, err := graph.ParseID(s); err == nil && x.Scheme != graph.DBLP && x.Scheme != graph.OpenReview {
		w.take(x.Scheme, x.Value)
	}
}

// pmid and pmcid take in numbers of PubMed, with their prefixes or without.
func (w *work) pmid(s string) {
	w.take(graph.PubMed, bareNumber.ReplaceAllString(strings.TrimSpace(s), ""))
}

func (w *work) pmcid(s string) {
	w.take(graph.PubMedCentral, bareNumber.ReplaceAllString(strings.TrimSpace(s), ""))
}

// written takes in the ids that a running text names, and its addresses.
func (w *work) written(s string) {
	if len(s) < 5 || !strings.ContainsAny(s, "0123456789/") {
		return // most fields say nothing of ids
	}
	if m := arxivWritten.FindStringSubmatch(s); m != nil {
		w.take(graph.ArXiv, m[1])
	}
	for _, m := range idWritten.FindAllStringSubmatchIndex(s, 8) {
		value := s[m[1]:]
		switch strings.ToLower(s[m[2]:m[3]]) {
		case "doi":
			if found := scan.DOIs(value[:min(len(value), maxRemark)]); len(found) > 0 && found[0].Start == 0 {
				w.take(graph.DOI, found[0].Value)
			}
		case "pmid":
			w.take(graph.PubMed, pubmedNumber.FindString(value))
		case "pmcid":
			w.take(graph.PubMedCentral, pubmedNumber.FindString(value))
		}
	}
	w.addresses(s)
}

// remark takes in the ids that a note names. A long one is about other papers: a
// list of references, an excerpt.
func (w *work) remark(s string) {
	if len(s) <= maxRemark && !referenceList.MatchString(s) {
		w.written(s)
	}
}

// remarks does so line by line, of a field each line of which says something else.
func (w *work) remarks(s string) {
	for line := range strings.Lines(s) {
		w.remark(line)
	}
}

const maxRemark = 300

// addresses takes in what the addresses in a text say.
func (w *work) addresses(s string) {
	for _, place := range httpAddress.FindAllStringIndex(s, 16) {
		link := s[place[0]:place[1]]
		if found := scan.DOIs(s[place[0]:]); len(found) > 0 && found[0].Start < len(link) {
			link = s[place[0] : place[0]+max(len(link), found[0].End)] // a SICI has angle brackets
		}
		a := readAddress(strings.TrimRight(link, ";"))
		if a.address == "" || a.barred {
			continue
		}
		if a.scheme.Lookup() {
			w.take(a.scheme, a.value)
			continue
		}
		if a.scheme == graph.OpenReview {
			w.take(a.scheme, a.value)
		}
		if w.page == "" || a.scheme != "" && !w.sure {
			w.page, w.sure = a.address, a.scheme != ""
		}
	}
}

// dollarSigns are signs that a program took for formulas.
var dollarSigns = strings.NewReplacer("$<$", "<", "$>$", ">", `$\_$`, "_", "$_$", "_")

var (
	arxivWritten  = regexp.MustCompile(`(?i)(?:\barxiv(?:\.org)?[\s:,/]*(?:(?:e-?prints?|preprints?)[\s:,]*)?(?:arxiv[\s:]*)?(?:abs/|pdf/)?|^abs/|\babs/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})`)
	idWritten     = regexp.MustCompile(`(?i)\b(doi|pmid|pmcid)(?:\s*[:=]\s*|\s+)(?:https?://(?:dx\.)?doi\.org/)?`)
	pubmedNumber  = regexp.MustCompile(`^(?i:PMC)?\d+`)
	httpAddress   = regexp.MustCompile(`https?://[^\s{}<>"]+`)
	doiAddress    = regexp.MustCompile(`(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)`)
	referenceList = regexp.MustCompile(`(?i)^\s*(?:cited )?references\b`)
	bareNumber    = regexp.MustCompile(`(?i)^(?:pmc?id:?\s*|pubmed:?\s*)+`)
)

// people splits names that one field joins with semicolons.
func people(s string) (names []string) {
	for _, name := range strings.Split(graph.Unescape(s), ";") {
		if name = oneLine(strings.Trim(name, " ,")); name != "" && !isOthers(name) {
			names = append(names, name)
		}
	}
	return names
}

// looseDate reads a date as programs write it: YYYY/MM/DD/text with parts left
// out, a date as a person writes it, or anything with a year in it.
func looseDate(s string) graph.Date {
	s = oneLine(s)
	if y := yearOf(s); y > 0 {
		return graph.Date{Year: y}
	}
	if d := wholeDate(s); !d.IsZero() {
		return d
	}
	if day, _, timed := strings.Cut(s, "T"); timed {
		if d := wholeDate(day); !d.IsZero() {
			return d
		}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/- ,.", r) })
	var d graph.Date
	for i, part := range parts {
		switch {
		case i == 0 && yearOf(part) > 0:
			d.Year = yearOf(part)
		case i == 1 && d.Year > 0:
			d.Month = monthOf(part)
		case i == 2 && d.Month > 0:
			d.Day = dayOf(part)
		}
	}
	if d.Year > 0 {
		return d
	}
	return graph.Date{Year: yearOf(yearDigits.FindString(s))}
}

// dayOf reads the day of a month; 0 is none.
func dayOf(s string) int {
	s = strings.TrimPrefix(s, "0")
	if !isNumber(s) || s == "" || len(s) > 2 || len(s) == 2 && s > "31" {
		return 0
	}
	day := 0
	for _, c := range s {
		day = 10*day + int(c-'0')
	}
	return day
}

// finer gives the date that is known more precisely, of two that agree; of
// others the first.
func finer(a, b graph.Date) graph.Date {
	if a.IsZero() || a.Year == b.Year && (a.Month == 0 && b.Month > 0 || a.Day == 0 && b.Day > 0 && a.Month == b.Month) {
		return b
	}
	return a
}
