package list

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"citemap/graph"
)

// A reference is what an address tells of a paper.
type reference struct {
	scheme  graph.Scheme // "" where the address names no paper by itself
	value   string
	address string // as it goes into IDs[graph.Link]
	pdf     bool   // the address is of a PDF file
	barred  bool   // a site whose pages are not papers, whatever they are called
}

func (r reference) ExternalID() graph.ExternalID {
	return graph.ExternalID{Scheme: r.scheme, Value: r.value}
}

// readAddress says what paper an address is of. Where the site is a
// publisher's and its address holds no id, the scheme is graph.Link.
func readAddress(address string) reference {
	address = strings.TrimRight(strings.TrimSpace(address), ".,;:'\"`\\>]")
	if strings.Count(address, ")") > strings.Count(address, "(") {
		address = strings.TrimRight(address, ")")
	}
	if strings.HasPrefix(address, "www.") {
		address = "http://" + address
	}
	r := reference{address: address}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		r.address, r.barred = "", true
		return r
	}
	if x, ok := graph.ParseURL(address); ok {
		r.scheme, r.value = x.Scheme, x.Value
		return r
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	r.pdf = strings.EqualFold(path.Ext(u.Path), ".pdf")
	r.barred = !r.pdf && onSite(host, notPapers)
	if x, ok := idOnSite(host, u); ok {
		r.scheme, r.value = x.Scheme, x.Value
	} else if isPublisher(host, u.Path) {
		r.scheme, r.value = graph.Link, address
	}
	return r
}

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
	switch {
	case onSite(host, arxivSites):
		return idInArXivPath(u.Path)
	case host == "openreview.net":
		id := u.Query().Get("id")
		return graph.ExternalID{Scheme: graph.OpenReview, Value: id}, id != "" && !strings.Contains(id, "/")
	case host == "nature.com" && strings.HasPrefix(u.Path, "/articles/"):
		return natureDOI(u.Path)
	case onSite(host, noDOI):
		return graph.ExternalID{}, false
	}
	m := doiInPath.FindStringSubmatch(u.Path)
	if m == nil || strings.HasPrefix(m[1], "10.5555/") { // dl.acm.org's own numbers, unknown to doi.org
		return graph.ExternalID{}, false
	}
	doi := doiTail.ReplaceAllString(m[1], "")
	if onSite(host, versioned) {
		doi = doiVersion.ReplaceAllString(doi, "")
	}
	return graph.NewExternalID(graph.DOI, doi)
}

// idInArXivPath finds an arXiv id in the path of a page that has one somewhere:
// behind other folders, or with something stuck to it.
func idInArXivPath(p string) (graph.ExternalID, bool) {
	m := arxivInPath.FindStringSubmatch(p)
	if m == nil {
		return graph.ExternalID{}, false
	}
	return graph.NewExternalID(graph.ArXiv, m[1])
}

func natureDOI(p string) (graph.ExternalID, bool) {
	m := natureArticle.FindStringSubmatch(p)
	if m == nil {
		return graph.ExternalID{}, false
	}
	return graph.NewExternalID(graph.DOI, "10.1038/"+m[1])
}

var (
	arxivInPath   = regexp.MustCompile(`/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\D|$)`)
	doiInPath     = regexp.MustCompile(`/(10\.\d{4,9}/[^?#\s]+)`)
	doiTail       = regexp.MustCompile(`(?i)(?:/(?:full|abstract|pdf|epdf|html|meta|summary|tables)(?:/.*)?|\.full(?:\.pdf|-text)?|\.abstract|\.pdf|/)$`)
	doiVersion    = regexp.MustCompile(`v\d+$`)
	natureArticle = regexp.MustCompile(`^/articles/([a-z]+\d+[a-z0-9-]*?)(?:\.pdf)?/?$`)
)

// isPublisher tells whether a page of a site is a paper's.
func isPublisher(host, p string) bool {
	for _, site := range publishers {
		if (host == site.host || strings.HasSuffix(host, "."+site.host)) && strings.HasPrefix(strings.ToLower(p), site.path) {
			return len(strings.Trim(p, "/")) > len(strings.Trim(site.path, "/"))
		}
	}
	return false
}

var arxivSites = []string{"arxiv.org", "arxiv-vanity.com", "scirate.com", "alphaxiv.org", "ar5iv.org", "xxx.lanl.gov"}

// versioned are the preprint servers that put a version behind a DOI.
var versioned = []string{"biorxiv.org", "medrxiv.org"}

// noDOI are sites in whose paths a DOI may be of something else than a paper.
var noDOI = []string{"github.com", "zenodo.org", "figshare.com", "citeseerx.ist.psu.edu"}

var publishers = []struct{ host, path string }{
	{"openreview.net", "/pdf/"},
	{"papers.nips.cc", "/"}, {"papers.neurips.cc", "/"}, {"proceedings.neurips.cc", "/"}, {"books.nips.cc", "/papers/"},
	{"nips.cc", "/paper"},
	{"proceedings.mlr.press", "/v"}, {"jmlr.org", "/papers/"}, {"jmlr.org", "/proceedings/papers/"}, {"jmlr.csail.mit.edu", "/papers/"},
	{"openaccess.thecvf.com", "/content"}, {"cv-foundation.org", "/openaccess/content"}, {"ecva.net", "/papers/"},
	{"ieeexplore.ieee.org", "/document/"}, {"ieeexplore.ieee.org", "/abstract/document/"}, {"ieeexplore.ieee.org", "/iel"},
	{"ieeexplore.ieee.org", "/stamp/"}, {"computer.org", "/csdl/proceedings-article/"},
	{"dl.acm.org", "/citation.cfm"}, {"dl.acm.org", "/doi/"}, {"portal.acm.org", "/citation.cfm"},
	{"nature.com", "/articles/"}, {"nature.com", "/nature/journal/"},
	{"science.org", "/doi/"}, {"sciencemag.org", "/content/"}, {"pnas.org", "/content/"}, {"pnas.org", "/doi/"},
	{"biorxiv.org", "/content/"}, {"medrxiv.org", "/content/"},
	{"link.springer.com", "/article/"}, {"link.springer.com", "/chapter/"}, {"link.springer.com", "/content/pdf/"},
	{"sciencedirect.com", "/science/article/"}, {"onlinelibrary.wiley.com", "/doi/"}, {"academic.oup.com", "/"},
	{"tandfonline.com", "/doi/"}, {"cell.com", "/"}, {"mdpi.com", "/"}, {"iopscience.iop.org", "/article/"},
	{"ojs.aaai.org", "/index.php/"}, {"aaai.org", "/ojs/index.php/"}, {"aaai.org", "/ocs/index.php/"}, {"aaai.org", "/papers/"},
	{"ijcai.org", "/proceedings/"}, {"ijcai.org", "/abstract/"}, {"jair.org", "/index.php/jair/article/"},
	{"projecteuclid.org", "/"}, {"pdfs.semanticscholar.org", "/"}, {"isca-speech.org", "/archive/"}, {"vldb.org", "/pvldb/"},
	{"distill.pub", "/20"}, {"hal.science", "/hal-"}, {"ssrn.com", "/abstract"}, {"ssrn.com", "/sol3/papers.cfm"},
	{"citeseerx.ist.psu.edu", "/viewdoc/"}, {"openresearch-repository.anu.edu.au", "/"}, {"eprint.iacr.org", "/"},
	{"usenix.org", "/system/files/"}, {"roboticsproceedings.org", "/rss"}, {"mitpressjournals.org", "/doi/"},
	{"direct.mit.edu", "/"}, {"journals.plos.org", "/"}, {"frontiersin.org", "/articles/"}, {"jstor.org", "/stable/"},
	{"research.google", "/pubs/"}, {"research.google.com", "/pubs/"},
}

// notPapers are the sites whose pages are no papers even where a list calls
// them so; a PDF that lies there may be one.
var notPapers = []string{
	"github.com", "gitlab.com", "bitbucket.org", "github.io", "gitter.im", "shields.io", "awesome.re", "colab.research.google.com",
	"youtube.com", "youtu.be", "vimeo.com", "bilibili.com", "twitter.com", "x.com", "reddit.com", "linkedin.com", "facebook.com",
	"medium.com", "towardsdatascience.com", "substack.com", "wordpress.com", "blogspot.com", "quora.com", "zhihu.com", "notion.site",
	"wikipedia.org", "amazon.com", "huggingface.co", "kaggle.com", "paperswithcode.com", "pytorch.org", "tensorflow.org", "pypi.org",
	"slideslive.com", "slideshare.net", "docs.google.com", "imdb.com", "wandb.ai", "zenodo.org", "figshare.com", "discord.gg", "t.me",
}
