package record

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"citemap/fetch/address"
	"citemap/graph"
	"citemap/graph/titles"
)

// ID takes in an id, with its prefix or as an address or without.
func (w *Record) ID(s graph.Scheme, value string) {
	if x, err := graph.ParseID(strings.TrimSpace(value)); err == nil && x.Scheme != graph.S2 {
		w.IDs = w.IDs.With(x)
		return
	}
	if s == graph.DOI {
		w.AddDOI(value)
		return
	}
	w.AddID(s, value)
}

// HasLookup tells whether the work has an id that a source can be asked for.
func (w *Record) HasLookup() bool {
	return slices.ContainsFunc(w.IDs, func(id graph.ExternalID) bool { return id.Scheme.Lookup() })
}

// AddID takes an id in, if it is one; the first of a scheme counts.
func (w *Record) AddID(s graph.Scheme, value string) {
	if x, ok := graph.NewExternalID(s, value); ok {
		w.IDs = w.IDs.With(x)
	}
}

// AddDOI takes in what a field for a DOI holds: one, or its address at doi.org or
// at a publisher, escaped or not, in braces or brackets; or the id of another
// kind that somebody put there.
func (w *Record) AddDOI(s string) {
	if s = titles.Unescape(s); strings.Contains(s, "$") {
		s = dollarSigns.Replace(s)
	}
	s = strings.ReplaceAll(s, "%20", " ")
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '{' || r == '}' || r == '\u200b' }) {
		if x, err := graph.ParseID(withoutOdd(word)); err == nil && x.Scheme != graph.DOI && x.Scheme.Lookup() && strings.ContainsAny(word, ":/") {
			w.AddID(x.Scheme, x.Value)
		}
	}
	for _, d := range address.DOIs(s) {
		w.AddID(graph.DOI, d.Value)
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

// AddKey takes in the key of a record where it is an id.
func (w *Record) AddKey(s string) {
	if x, err := graph.ParseID(s); err == nil && x.Scheme != graph.DBLP && x.Scheme != graph.OpenReview {
		w.AddID(x.Scheme, x.Value)
	}
}

// AddPubMed and AddPubMedCentral take in numbers of PubMed, with their prefixes,
// as addresses or without.
func (w *Record) AddPubMed(s string) {
	w.AddID(graph.PubMed, bareNumber.ReplaceAllString(strings.TrimSpace(s), ""))
}

func (w *Record) AddPubMedCentral(s string) {
	w.AddID(graph.PubMedCentral, bareNumber.ReplaceAllString(strings.TrimSpace(s), ""))
}

// AddWritten takes in the ids that a running text names, and its addresses.
func (w *Record) AddWritten(s string) {
	if len(s) < 5 || !strings.ContainsAny(s, "0123456789/") {
		return // most fields say nothing of ids
	}
	if m := arxivWritten.FindStringSubmatch(s); m != nil {
		w.AddID(graph.ArXiv, m[1])
	}
	for _, m := range idWritten.FindAllStringSubmatchIndex(s, 8) {
		value := s[m[1]:]
		switch strings.ToLower(s[m[2]:m[3]]) {
		case "doi":
			if found := address.DOIs(value[:min(len(value), MaxRemark)]); len(found) > 0 && found[0].Start == 0 {
				w.AddID(graph.DOI, found[0].Value)
			}
		case "pmid":
			w.AddID(graph.PubMed, leadingNumber.FindString(value))
		case "pmcid":
			w.AddID(graph.PubMedCentral, leadingNumber.FindString(value))
		}
	}
	w.AddAddresses(s)
}

// AddRemark takes in the ids that a note names. A long one is about other papers: a
// list of references, an excerpt.
func (w *Record) AddRemark(s string) {
	if len(s) <= MaxRemark && !referenceList.MatchString(s) {
		w.AddWritten(s)
	}
}

// AddRemarks does so line by line, of a field each line of which says something else.
func (w *Record) AddRemarks(s string) {
	for line := range strings.Lines(s) {
		w.AddRemark(line)
	}
}

const MaxRemark = 300

// AddAddresses takes in what the addresses in a text say.
func (w *Record) AddAddresses(s string) {
	for _, place := range HttpAddress.FindAllStringIndex(s, 16) {
		link := s[place[0]:place[1]]
		if found := address.DOIs(s[place[0]:]); len(found) > 0 && found[0].Start < len(link) {
			link = s[place[0] : place[0]+max(len(link), found[0].End)] // a SICI has angle brackets
		}
		a := address.PageOf(strings.TrimRight(link, ";"))
		if a.Address == "" || a.Barred {
			continue
		}
		if a.Scheme.Lookup() {
			w.AddID(a.Scheme, a.Value)
			continue
		}
		if a.Scheme == graph.OpenReview {
			w.AddID(a.Scheme, a.Value)
		}
		if w.page == "" || a.Scheme != "" && !w.sure {
			w.page, w.sure = a.Address, a.Scheme != ""
		}
	}
}

// dollarSigns are signs that a program took for formulas.
var dollarSigns = strings.NewReplacer("$<$", "<", "$>$", ">", `$\_$`, "_", "$_$", "_")

var (
	arxivWritten  = regexp.MustCompile(`(?i)(?:\barxiv(?:\.org)?[\s:,/]*(?:(?:e-?prints?|preprints?)[\s:,]*)?(?:arxiv[\s:]*)?(?:abs/|pdf/)?|^abs/|\babs/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})`)
	idWritten     = regexp.MustCompile(`(?i)\b(doi|pmid|pmcid)(?:\s*[:=]\s*|\s+)(?:https?://(?:dx\.)?doi\.org/)?`)
	leadingNumber = regexp.MustCompile(`^(?i:PMC)?\d+`)
	HttpAddress   = regexp.MustCompile(`https?://[^\s{}<>"]+`)
	DOIAddress    = regexp.MustCompile(`(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)`)
	referenceList = regexp.MustCompile(`(?i)^\s*(?:cited )?references\b`)
	ArxivPrefix   = regexp.MustCompile(`(?i)^\s*arxiv:\s*|\s*\[.*$`)
	bareNumber    = regexp.MustCompile(`(?i)^(?:pmc?id:?\s*|pubmed:?\s*|https?://\S*/)+`)
)
