package address

import (
	"net/url"
	"regexp"
	"strings"

	"citemap/graph"
)

func onSite(host string, sites []string) bool {
	for _, site := range sites {
		if host == site || strings.HasSuffix(host, "."+site) {
			return true
		}
	}
	return false
}

// idOnSite finds ids in addresses of sites other than the ones whose addresses
// are accepted as ids: of arXiv's mirrors, of OpenReview, and DOIs in the
// paths of publishers.
func idOnSite(host string, u *url.URL) (graph.ExternalID, bool) {
	if onSite(host, noDOI) {
		return graph.ExternalID{}, false
	}
	if host == "openreview.net" {
		id := u.Query().Get("id")
		return graph.ExternalID{Scheme: graph.OpenReview, Value: id}, id != "" && !strings.Contains(id, "/")
	}
	for _, s := range idSites {
		if m := s.path.FindStringSubmatch(u.Path); m != nil && onSite(host, s.hosts) {
			return graph.NewExternalID(s.scheme, s.prefix+strings.Join(m[1:], "."))
		}
	}
	if id := u.Query().Get("abstract_id"); id != "" && onSite(host, []string{"ssrn.com"}) {
		return graph.NewExternalID(graph.DOI, "10.2139/ssrn."+id)
	}
	for _, key := range []string{"id", "doi"} {
		if doi, ok := TrimDOI(u.Query().Get(key)); ok {
			return graph.NewExternalID(graph.DOI, doi)
		}
	}
	return doiInAddress(host, u)
}

// idSites are sites in whose paths an id can be found: the groups of the
// pattern, joined by full stops, behind the prefix.
var idSites = []struct {
	hosts  []string
	path   *regexp.Regexp
	scheme graph.Scheme
	prefix string
}{
	{[]string{"arxiv.org", "arxiv-vanity.com", "scirate.com", "alphaxiv.org", "ar5iv.org", "xxx.lanl.gov", "catalyzex.com", "emergentmind.com"},
		regexp.MustCompile(`[/:](\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\D|$)`), graph.ArXiv, ""},
	{[]string{"hf.co", "huggingface.co"}, regexp.MustCompile(`^/papers/(\d{4}\.\d{4,5})`), graph.ArXiv, ""},
	{[]string{"adsabs.harvard.edu"}, regexp.MustCompile(`/\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z]`), graph.ArXiv, ""},
	{[]string{"aclanthology.org", "aclanthology.info", "aclweb.org", "aclanthology.coli.uni-saarland.de"},
		regexp.MustCompile(`(?i)/([a-z]\d\d-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)(?:v\d+)?(?:\.pdf|\.bib)?/?$`), graph.ACL, ""},
	{[]string{"europepmc.org"}, regexp.MustCompile(`(?i)/med/(\d+)`), graph.PubMed, ""},
	{[]string{"europepmc.org"}, regexp.MustCompile(`(?i)/pmc/(?:articles/)?PMC(\d+)`), graph.PubMedCentral, ""},
	{[]string{"nature.com"}, regexp.MustCompile(`^/articles/([a-z]+\d+[a-z0-9-]*|[a-z]+\.\d+(?:\.\d+)?)(?:\.pdf)?(?:/.*)?$`), graph.DOI, "10.1038/"},
	{[]string{"nature.com"}, regexp.MustCompile(`^/[a-z]+/journal/v[^/]+/n[^/]+/(?:full|abs|pdf)/([a-z]+\d+|[a-z]+\.\d+(?:\.\d+)?)(?:\.html|\.pdf|_\w+\.html)?$`), graph.DOI, "10.1038/"},
	{[]string{"biorxiv.org", "medrxiv.org"}, regexp.MustCompile(`^/content/(?:biorxiv/|medrxiv/)?early/\d{4}/\d\d/\d\d/((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?:\.\d+)?(?:\.|/|v|$)`), graph.DOI, "10.1101/"},
	{[]string{"elifesciences.org"}, regexp.MustCompile(`^/articles/(\d+)`), graph.DOI, "10.7554/elife."},
	{[]string{"thelancet.com"}, regexp.MustCompile(`/PII(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])(?:/|$)`), graph.DOI, "10.1016/"},
	{[]string{"ssrn.com"}, regexp.MustCompile(`^/abstract=(\d+)`), graph.DOI, "10.2139/ssrn."},
	{[]string{"pubs.rsc.org"}, regexp.MustCompile(`/article(?:landing|html|pdf)/\d{4}/\w+/(\w+)`), graph.DOI, "10.1039/"},
	{[]string{"academic.oup.com", "direct.mit.edu"}, regexp.MustCompile(`/doi/(10\.\d{4,9}/.+)/\d+$`), graph.DOI, ""},
}

// doiInAddress finds a DOI in the path of a publisher's page.
func doiInAddress(host string, u *url.URL) (graph.ExternalID, bool) {
	found := DOIs("https://" + host + u.EscapedPath())
	if len(found) == 0 || strings.HasPrefix(found[0].Value, "10.5555/") { // dl.acm.org's own numbers, unknown to doi.org
		return graph.ExternalID{}, false
	}
	doi := found[0].Value
	if onSite(host, versioned) {
		doi = doiVersion.ReplaceAllString(doi, "")
	}
	return graph.NewExternalID(graph.DOI, doi)
}

var doiVersion = regexp.MustCompile(`v\d+$`)

// versioned are the preprint servers that put a version behind a DOI.
var versioned = []string{"biorxiv.org", "medrxiv.org"}

// noDOI are sites in whose paths a DOI may be of something else than a paper,
// or is none: "delivery.acm.org/10.1145/3230000/3220078/p2847.pdf".
var noDOI = []string{"github.com", "zenodo.org", "figshare.com", "citeseerx.ist.psu.edu", "delivery.acm.org"}
