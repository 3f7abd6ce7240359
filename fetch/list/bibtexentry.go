package list

import (
	"regexp"
	"strings"

	"citemap/graph"
)

// readBibTeX gives the entries of a BibTeX file, and what is wrong with those
// that are none.
func readBibTeX(text []byte) ([]graph.Entry, []fault) {
	records, broken := parseBibTeX(text)
	var entries []graph.Entry
	for _, r := range records {
		e := r.entry()
		if e.Title == "" && len(e.IDs) == 0 {
			broken = append(broken, fault{r.start, "entry " + r.key + " has neither title nor id"})
			continue
		}
		entries = append(entries, e)
	}
	return entries, broken
}

func (r *record) entry() graph.Entry {
	e := graph.Entry{Start: r.start, End: r.end, Title: fromLaTeX(r.fields["title"]), Authors: r.authors(), Date: r.date(), IDs: r.ids()}
	var words []string
	for _, s := range []string{fromLaTeX(r.fields["author"]), e.Title, e.Date.String()} {
		if s != "" {
			words = append(words, s)
		}
	}
	e.Text = strings.Join(words, ". ")
	if e.Text == "" {
		e.Text = r.key
	}
	return e
}

// date reads BibLaTeX's date, of a period its beginning, or year and month.
func (r *record) date() graph.Date {
	begin, _, _ := strings.Cut(fromLaTeX(r.fields["date"]), "/")
	if d, err := graph.ParseDate(strings.TrimRight(begin, "~?%")); err == nil {
		return d
	}
	for _, field := range []string{r.fields["year"], r.fields["date"]} {
		year := yearDigits.FindString(field)
		if y := yearOf(year); y > 0 {
			return graph.Date{Year: y, Month: monthOf(fromLaTeX(r.fields["month"]))}
		}
	}
	return graph.Date{}
}

var yearDigits = regexp.MustCompile(`\d{4}`)

// monthOf reads a month as a number or by its name; 0 is none.
func monthOf(s string) int {
	s = strings.ToLower(strings.Trim(s, " ."))
	if len(s) > 3 {
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

// ids gives the identifiers of the record, and its address where no source
// takes any of them.
func (r *record) ids() graph.ExternalIDs {
	ids := graph.ExternalIDs{}
	take := func(s graph.Scheme, value string) {
		if x, ok := graph.NewExternalID(s, value); ok && ids[x.Scheme] == "" {
			ids[x.Scheme] = x.Value
		}
	}
	archive := strings.ToLower(fromLaTeX(r.fields["archiveprefix"] + r.fields["eprinttype"]))
	if eprint := literal(r.fields["eprint"]); archive == "arxiv" || archive == "" {
		take(graph.ArXiv, strings.TrimPrefix(strings.ToLower(eprint), "arxiv:"))
	} else if archive == "pubmed" {
		take(graph.PubMed, eprint)
	}
	take(graph.DOI, bareDOI(literal(r.fields["doi"])))
	take(graph.PubMed, literal(r.fields["pmid"]))
	take(graph.PubMedCentral, literal(r.fields["pmcid"]))
	for _, field := range []string{"journal", "journaltitle", "volume", "note", "howpublished", "number"} {
		if m := arxivWritten.FindStringSubmatch(r.fields[field]); m != nil {
			take(graph.ArXiv, m[1])
		}
	}
	r.addresses(ids, take)
	return ids
}

// addresses takes in what the record's addresses say.
func (r *record) addresses(ids graph.ExternalIDs, take func(graph.Scheme, string)) {
	page := ""
	for _, field := range []string{"url", "ee", "link", "howpublished", "note"} {
		address := httpAddress.FindString(literal(r.fields[field]))
		a := readAddress(address)
		if address == "" || a.address == "" || a.barred {
			continue
		}
		if lookups[a.scheme] {
			take(a.scheme, a.value)
			continue
		}
		if a.scheme == graph.OpenReview && ids[graph.OpenReview] == "" {
			ids[graph.OpenReview] = a.value
		}
		if page == "" {
			page = a.address
		}
	}
	for scheme := range ids {
		if lookups[scheme] {
			return
		}
	}
	if page != "" {
		ids[graph.Link] = page
	}
}

var (
	arxivWritten = regexp.MustCompile(`(?i)(?:arxiv:\s*|^abs/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})`)
	httpAddress  = regexp.MustCompile(`https?://[^\s{}]+`)
	doiAddress   = regexp.MustCompile(`(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)`)
)

func bareDOI(s string) string { return doiAddress.ReplaceAllString(s, "") }

// literal takes the escapes of LaTeX out of an id or an address.
func literal(s string) string {
	return strings.TrimSpace(strings.NewReplacer(`\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\~{}`, "~", `{\_}`, "_").Replace(s))
}

// authors gives the names that the entry joins with "and"; "others" is none.
func (r *record) authors() []string {
	var out []string
	for _, name := range strings.Split(strings.Join(strings.Fields(fromLaTeX(r.fields["author"])), " "), " and ") {
		if name = strings.TrimSpace(name); name != "" && name != "others" {
			out = append(out, name)
		}
	}
	return out
}
