package address

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"citemap/graph"
)

// A pageKind is what a link leads to, where a site shows a paper in several ways.
type pageKind uint8

const (
	noPage       pageKind = iota
	abstractPage          // the page that names the paper
	pdfPage               // the paper itself
	otherPage
)

// Kept says which ways to show a paper are meant as they are: a PDF, and all
// others than a PDF and the page that names it; and how the list writes addresses.
type Kept struct {
	PDF, Other bool
	Form       Form
}

// Canonical gives the one address of the page that an address is of, without
// version and tracking; the address itself where it is none of a known paper, or
// says more than that. What it shows of the paper changes to the page that names
// it, unless it is to be kept or the list mostly links to PDFs.
func Canonical(address string, keep Kept) string {
	r := PageOf(address)
	u, err := url.Parse(address)
	if err != nil || r.Scheme == "" || r.Scheme == graph.Link || u.Fragment != "" || u.User != nil || u.Port() != "" {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if r.Scheme == graph.OpenReview {
		return openReview(address, u, keep)
	}
	if host == "doi.org" || host == "dx.doi.org" {
		return "https://doi.org/" + strings.TrimLeft(address[strings.Index(address, u.Host)+len(u.Host):], "/")
	}
	site, kind := siteOf(r, u)
	if site == nil || kind == otherPage && keep.Other || kind == pdfPage && keep.PDF && site.pdf == "" {
		return address
	}
	pdf := kind == pdfPage && site.pdf != "" && (keep.PDF || keep.Form.pdf)
	return site.address(r.Value, pdf, keep.Form)
}

// siteOf gives the site whose addresses have one form that an address is on, nil
// where it is on none, and what it shows of the paper.
func siteOf(r Page, u *url.URL) (*canonicalSite, pageKind) {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	for i := range canonicalSites {
		site := &canonicalSites[i]
		m := site.path.FindStringSubmatch(u.EscapedPath())
		if r.Scheme != site.scheme || m == nil || !onSite(host, site.hosts) {
			continue
		}
		if x, ok := graph.NewExternalID(site.scheme, m[2]); ok && x.Value == r.Value {
			return site, kindOf(m[1], u.Path)
		}
	}
	return nil, noPage
}

// address gives the address of a paper on the site in a list's form.
func (s *canonicalSite) address(id string, pdf bool, form Form) string {
	switch {
	case pdf && form.dot && s.scheme == graph.ArXiv:
		return s.pdf + id + ".pdf"
	case pdf:
		return s.pdf + id + s.pdfEnd
	case form.bare:
		return s.page + id + strings.TrimSuffix(s.pageEnd, "/")
	}
	return s.page + id + s.pageEnd
}

// kindOf tells what a path shows of a paper.
func kindOf(folder, path string) pageKind {
	switch {
	case strings.EqualFold(folder, "pdf") || strings.HasSuffix(strings.ToLower(path), ".pdf"):
		return pdfPage
	case folder == "" || folder == "abs":
		return abstractPage
	}
	return otherPage
}

func openReview(address string, u *url.URL, keep Kept) string {
	q := u.Query()
	if len(q) != 1 || u.Path != "/forum" && u.Path != "/pdf" {
		return address
	}
	page := "forum"
	if keep.PDF && u.Path == "/pdf" {
		page = "pdf"
	}
	return "https://openreview.net/" + page + "?id=" + url.QueryEscape(q.Get("id"))
}

// A canonicalSite is a site whose addresses have one form: the first group of the
// path is the way in which the paper is shown, the second its id.
type canonicalSite struct {
	scheme        graph.Scheme
	hosts         []string
	path          *regexp.Regexp
	page, pageEnd string
	pdf, pdfEnd   string // "" where PDFs have no address of that kind
}

var canonicalSites = []canonicalSite{
	{graph.ArXiv, slices.Concat(arxivHosts, mirrors),
		regexp.MustCompile(`^/(abs|pdf|html|format|e-print|ps|papers?|arxiv|overview|ftp/arxiv/papers/\d{4})/([^/]+(?:/\d{7})??)(?:v\d+)?(?:\.pdf|\.html)?/?$`),
		"https://arxiv.org/abs/", "", "https://arxiv.org/pdf/", ""},
	{graph.ACL, []string{"aclanthology.org", "aclweb.org", "aclanthology.info"},
		regexp.MustCompile(`^/(?:anthology/)?(?:[A-Z]/[A-Z]\d\d/)?()([A-Za-z0-9._-]+?)(?:v\d+)?(?:\.pdf)?/?$`),
		"https://aclanthology.org/", "/", "https://aclanthology.org/", ".pdf"},
	{graph.PubMed, []string{"ncbi.nlm.nih.gov"}, regexp.MustCompile(`^/(?:pubmed/)?()(\d+)/?$`),
		"https://pubmed.ncbi.nlm.nih.gov/", "/", "", ""},
	{graph.PubMedCentral, []string{"ncbi.nlm.nih.gov"}, regexp.MustCompile(`^/(?:pmc/)?articles/()PMC(\d+)/?$`),
		"https://pmc.ncbi.nlm.nih.gov/articles/PMC", "/", "", ""},
}

// IsMirror tells whether an address shows a paper on another site than the one
// it is published on.
func IsMirror(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := strings.ToLower(u.Hostname())
	return onSite(host, mirrors)
}

// arxivHosts are arXiv's own names; mirrors show its papers elsewhere.
var (
	arxivHosts = []string{"arxiv.org", "xxx.lanl.gov"}
	mirrors    = []string{"ar5iv.labs.arxiv.org", "ar5iv.org", "arxiv-vanity.com", "scirate.com", "alphaxiv.org", "huggingface.co"}
)
