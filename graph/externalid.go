package graph

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// lookups are the schemes that a source can be asked for, the most telling first.
var lookups = []Scheme{S2, CorpusID, ArXiv, DOI, ACL, PubMed, PubMedCentral, MAG}

// Lookup tells whether a source can be asked for an id of the scheme.
func (s Scheme) Lookup() bool { return slices.Contains(lookups, s) }

// A Scheme is a family of identifiers, under Semantic Scholar's name for it.
type Scheme string

const (
	ArXiv         Scheme = "ArXiv"
	DOI           Scheme = "DOI"
	ACL           Scheme = "ACL"
	PubMed        Scheme = "PubMed"
	PubMedCentral Scheme = "PubMedCentral"
	MAG           Scheme = "MAG"
	CorpusID      Scheme = "CorpusId"
	DBLP          Scheme = "DBLP"
	OpenReview    Scheme = "OpenReview"
	S2            Scheme = "S2" // a PaperID
	Link          Scheme = "URL"
	OpenAlex      Scheme = "OpenAlex" // a work there, W and a number; no user writes it
)

// ExternalIDs are the identifiers of one paper, one a scheme, by rising scheme,
// each bare: no prefix, no version; DOIs in lower case. Most papers have one or
// two, for which a map is ten times as large.
type ExternalIDs []ExternalID

// Of gives the identifier of a scheme, "" where there is none.
func (x ExternalIDs) Of(s Scheme) string {
	for _, id := range x {
		if id.Scheme == s {
			return id.Value
		}
	}
	return ""
}

// With gives the identifiers with one more; one that is there already of its
// scheme stays. What x holds is left as it is.
func (x ExternalIDs) With(id ExternalID) ExternalIDs {
	at, found := slices.BinarySearchFunc(x, id, func(a, b ExternalID) int { return cmp.Compare(a.Scheme, b.Scheme) })
	if found {
		return x
	}
	return slices.Concat(x[:at], ExternalIDs{id}, x[at:])
}

// An ExternalID is one identifier in its scheme.
type ExternalID struct {
	Scheme Scheme
	Value  string
}

// prefixes are the written forms that name a scheme, in lower case. The first
// of a scheme's prefixes is not special: written gives the form we write.
var prefixes = map[string]Scheme{
	"arxiv": ArXiv, "doi": DOI, "acl": ACL, "pmid": PubMed, "pubmed": PubMed,
	"pmcid": PubMedCentral, "mag": MAG, "corpusid": CorpusID, "s2": S2,
	"openreview": OpenReview, "dblp": DBLP,
}

var written = map[Scheme]string{
	ArXiv: "arXiv:", DOI: "DOI:", ACL: "ACL:", PubMed: "PMID:", PubMedCentral: "PMCID:",
	MAG: "MAG:", CorpusID: "CorpusId:", DBLP: "DBLP:", OpenReview: "OpenReview:", Link: "URL:",
	OpenAlex: "OpenAlex:",
}

// String writes the identifier with its prefix, as PaperID does; an S2 id is
// written bare.
func (x ExternalID) String() string { return written[x.Scheme] + x.Value }

// The forms of an id by itself, without what people write around it. Where one
// stands in a text is found by package fetch/address, which graph may not see.
var (
	arxivID  = regexp.MustCompile(`^(?i)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?$`)
	arxivDOI = regexp.MustCompile(`^(?i)10\.48550/arxiv\.(.+)$`)
	doiID    = regexp.MustCompile(`^10\.\d{4,9}/\S+$`)
	paperID  = regexp.MustCompile(`^(?i)(?:[0-9a-f]{40})$`)
	titleID  = regexp.MustCompile(`^(?i)title:[0-9a-f]{16}$`)
	aclID    = regexp.MustCompile(`^(?i:[a-z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)$`)
	digits   = regexp.MustCompile(`^\d+$`)
)

// NewExternalID gives the identifier of a scheme in its one normal form:
// an arXiv id loses its version, a DOI its case, an arXiv DOI becomes the
// arXiv id. ok is false where value is not an identifier of that scheme.
func NewExternalID(s Scheme, value string) (x ExternalID, ok bool) {
	value = strings.TrimSpace(value)
	switch s {
	case ArXiv:
		m := arxivID.FindStringSubmatch(strings.TrimSuffix(value, ".pdf"))
		if m == nil {
			return x, false
		}
		return ExternalID{ArXiv, normalArXiv(m[1])}, true
	case DOI:
		if m := arxivDOI.FindStringSubmatch(value); m != nil {
			return NewExternalID(ArXiv, m[1])
		}
		return ExternalID{DOI, strings.ToLower(value)}, doiID.MatchString(value)
	case ACL:
		return ExternalID{ACL, normalACL(value)}, aclID.MatchString(value)
	case S2:
		if titleID.MatchString(value) || paperID.MatchString(value) {
			return ExternalID{S2, strings.ToLower(value)}, true
		}
		return x, false
	case PubMedCentral:
		value = strings.TrimPrefix(strings.ToUpper(value), "PMC")
		return ExternalID{s, value}, digits.MatchString(value)
	case PubMed, MAG, CorpusID:
		return ExternalID{s, value}, digits.MatchString(value)
	}
	return ExternalID{s, value}, value != ""
}

// normalArXiv drops the subject class of an old id (math.AG/0601001 and
// math/0601001 are one paper).
func normalArXiv(id string) string {
	archive, number, old := strings.Cut(strings.ToLower(id), "/")
	if !old {
		return id
	}
	archive, _, _ = strings.Cut(archive, ".")
	return archive + "/" + number
}

// normalACL writes the letter of an old id large (P02-1040), a new one small.
func normalACL(id string) string {
	if len(id) > 3 && id[3] == '-' {
		return strings.ToUpper(id)
	}
	return strings.ToLower(id)
}

// ParseID reads an identifier as a person writes it: with a prefix in any case
// ("arXiv:2305.11206", "doi:10.1/x", "CorpusId:1"), a bare DOI, arXiv id, ACL
// id or PaperID, or a URL of a site whose addresses name a paper.
func ParseID(s string) (ExternalID, error) {
	s = strings.TrimSpace(s)
	if strings.Contains(s, "://") {
		if x, ok := ParseURL(s); ok {
			return x, nil
		}
		return ExternalID{}, fmt.Errorf("id %q: this address names no paper that can be looked up", s)
	}
	if head, rest, found := strings.Cut(s, ":"); found {
		if scheme, known := prefixes[strings.ToLower(head)]; known {
			if x, ok := NewExternalID(scheme, rest); ok {
				return x, nil
			}
			return ExternalID{}, fmt.Errorf("id %q: not a valid %s id", s, scheme)
		}
	}
	for _, scheme := range []Scheme{S2, ArXiv, DOI, ACL} {
		if x, ok := NewExternalID(scheme, s); ok {
			return x, nil
		}
	}
	return ExternalID{}, fmt.Errorf("id %q: want a paperId, arXiv:, DOI:, ACL:, PMID:, PMCID:, MAG: or CorpusId: id, or the address of a paper", s)
}

// ParseURL finds the identifier in the address of a paper on arxiv.org (and
// its mirrors), doi.org, aclanthology.org, semanticscholar.org or PubMed.
func ParseURL(address string) (ExternalID, bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return ExternalID{}, false
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	path := strings.Trim(u.Path, "/")
	for _, site := range sites {
		if host == site.host || strings.HasSuffix(host, "."+site.host) {
			if m := site.path.FindStringSubmatch(path); m != nil {
				if x, ok := NewExternalID(site.scheme, m[1]); ok {
					return x, true
				}
			}
		}
	}
	return ExternalID{}, false
}

// sites are the addresses that name a paper: the identifier is the first
// group of the path's pattern.
var sites = []struct {
	host   string
	path   *regexp.Regexp
	scheme Scheme
}{
	{"arxiv.org", regexp.MustCompile(`^(?:abs|pdf|html|format|e-print|ps)/(.+?)(?:\.pdf)?$`), ArXiv},
	{"ar5iv.org", regexp.MustCompile(`^(?:abs|html|pdf)/(.+)$`), ArXiv},
	{"ar5iv.labs.arxiv.org", regexp.MustCompile(`^html/(.+)$`), ArXiv},
	{"alphaxiv.org", regexp.MustCompile(`^(?:abs|pdf|overview)/(.+)$`), ArXiv},
	{"huggingface.co", regexp.MustCompile(`^papers/(.+)$`), ArXiv},
	{"doi.org", regexp.MustCompile(`^(10\..+)$`), DOI},
	{"aclanthology.org", regexp.MustCompile(`^([A-Za-z0-9._-]+?)(?:v\d+)?(?:\.pdf|\.bib)?$`), ACL},
	{"aclweb.org", regexp.MustCompile(`^anthology/(?:[A-Z]/[A-Z]\d\d/)?([A-Za-z0-9._-]+?)(?:v\d+)?(?:\.pdf)?$`), ACL},
	{"semanticscholar.org", regexp.MustCompile(`^(?i)(?:reader|paper(?:/[^/]+)?)/([0-9a-f]{40})`), S2},
	{"api.semanticscholar.org", regexp.MustCompile(`^(?i)corpusid:(\d+)$`), CorpusID},
	{"pubmed.ncbi.nlm.nih.gov", regexp.MustCompile(`^(\d+)$`), PubMed},
	{"ncbi.nlm.nih.gov", regexp.MustCompile(`^pubmed/(\d+)$`), PubMed},
	{"ncbi.nlm.nih.gov", regexp.MustCompile(`^pmc/articles/PMC(\d+)`), PubMedCentral},
	{"pmc.ncbi.nlm.nih.gov", regexp.MustCompile(`^articles/PMC(\d+)`), PubMedCentral},
}

// pages are the addresses at which a person reads a paper of a scheme.
var pages = map[Scheme]string{
	ArXiv: "https://arxiv.org/abs/", DOI: "https://doi.org/", ACL: "https://aclanthology.org/",
	PubMed: "https://pubmed.ncbi.nlm.nih.gov/", PubMedCentral: "https://pmc.ncbi.nlm.nih.gov/articles/PMC",
	CorpusID: "https://api.semanticscholar.org/CorpusID:",
}

// Page gives the address at which a paper with this identifier can be read or
// looked up; "" where its scheme has none. What would begin a query or a fragment
// there, as a DOI may hold, is escaped: ParseURL reads it back.
func (x ExternalID) Page() string {
	page, ok := pages[x.Scheme]
	if !ok {
		return ""
	}
	return page + inPath.Replace(x.Value)
}

var inPath = strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F")
