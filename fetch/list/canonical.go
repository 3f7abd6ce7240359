package list

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
	abstractPage pageKind = iota // the page that names the paper
	pdfPage                      // the paper itself
	otherPage
)

// kept says which ways to show a paper are meant as they are: a PDF, and all
// others than a PDF and the page that names it.
type kept struct{ pdf, other bool }

// canonical gives the one address of the page that an address is of, without
// version and tracking; the address itself where it is none of a known paper, or
// says more than that. What it shows of the paper changes to the page that names
// it, unless it is to be kept.
func canonical(address string, keep kept) string {
	r := readAddress(address)
	u, err := url.Parse(address)
	if err != nil || r.scheme == "" || r.scheme == graph.Link || u.Fragment != "" || u.User != nil || u.Port() != "" {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if r.scheme == graph.OpenReview {
		return openReview(address, u, keep)
	}
	if host == "doi.org" || host == "dx.doi.org" {
		return "https://doi.org/" + strings.TrimLeft(address[strings.Index(address, u.Host)+len(u.Host):], "/")
	}
	for _, site := range canonicalSites {
		m := site.path.FindStringSubmatch(u.EscapedPath())
		if r.scheme != site.scheme || m == nil || !onSite(host, site.hosts) {
			continue
		}
		if x, ok := graph.NewExternalID(site.scheme, m[2]); !ok || x.Value != r.value {
			continue
		}
		kind := kindOf(m[1], u.Path)
		switch {
		case kind == otherPage && keep.other || kind == pdfPage && keep.pdf && site.pdf == "":
			return address
		case kind == pdfPage && keep.pdf:
			return site.pdf + r.value + site.pdfEnd
		}
		return site.page + r.value + site.pageEnd
	}
	return address
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

func openReview(address string, u *url.URL, keep kept) string {
	q := u.Query()
	if len(q) != 1 || u.Path != "/forum" && u.Path != "/pdf" {
		return address
	}
	page := "forum"
	if keep.pdf && u.Path == "/pdf" {
		page = "pdf"
	}
	return "https://openreview.net/" + page + "?id=" + url.QueryEscape(q.Get("id"))
}

// canonicalSites are the sites whose addresses have one form: the first group
// of the path is the way in which the paper is shown, the second its id.
var canonicalSites = []struct {
	scheme        graph.Scheme
	hosts         []string
	path          *regexp.Regexp
	page, pageEnd string
	pdf, pdfEnd   string // "" where PDFs have no address of that kind
}{
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

// isMirror tells whether an address shows a paper on another site than the one
// it is published on.
func isMirror(address string) bool {
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

// A mention is a paper in an entry.
type mention struct {
	entry int
	id    graph.ExternalID
}

// links makes the addresses of papers canonical. One that its text or column
// calls a PDF, or that is one of several for its paper, stays what it is; so
// does one of several at a mirror, and one that is called by its version.
func (w *workshop) links() {
	all := addressesIn(w.text, w.markdown())
	if w.bibtex() {
		w.bareDOIs()
		values := w.linkStretches()
		all = slices.DeleteFunc(all, func(a address) bool {
			return !slices.ContainsFunc(values, func(s stretch) bool { return s.holds(a.start) })
		})
	}
	times := map[mention]int{}
	for _, a := range all {
		times[mention{w.entryAt(a.start), a.at.ExternalID()}]++
	}
	lines := newLineCount(w.text)
	for i, a := range all {
		several := times[mention{w.entryAt(a.start), a.at.ExternalID()}] > 1 && !isTwin(all, i)
		label := a.linked && (a.anchor == "" || isLabel(a.anchor))
		if isMirror(a.text) && (several || label) || versionWord.MatchString(a.anchor) {
			continue
		}
		now := canonical(a.text, kept{pdf: several || w.calledPDF(a), other: several || label})
		if now != a.text {
			w.add(correction{edits: []edit{{a.start, a.end, now}}, entry: -1,
				change: w.change(lines.at(a.start), "link "+a.text+" is now "+now)})
		}
	}
}

var (
	pdfWord     = regexp.MustCompile(`(?i)\bpdf\b|📄`)
	versionWord = regexp.MustCompile(`^[vV]\d+$`)
)

// calledPDF tells whether the list calls what is at an address a PDF: in the
// link's text, ahead of the address, or at the head of the column.
func (w *workshop) calledPDF(a address) bool {
	ahead := string(w.text[w.text.lineStart(a.outer.start):a.outer.start])
	if pdfWord.MatchString(a.anchor) || pdfWord.MatchString(ahead[max(0, len(ahead)-6):]) {
		return true
	}
	if !w.markdown() || !strings.Contains(ahead, "|") {
		return false
	}
	head := w.tableHead(a.start)
	if head < 0 {
		return false
	}
	header := cutRow(w.text.line(head))
	column := strings.Count(strings.ReplaceAll(strings.TrimPrefix(strings.TrimLeft(ahead, " \t>"), "|"), `\|`, ""), "|")
	return column < len(header) && pdfWord.MatchString(header[column])
}

// entryAt gives the entry in whose span an offset is; -1 where there is none.
func (r *layout) entryAt(at int) int {
	found := -1
	for i := range r.entries {
		if e := &r.entries[i]; e.Start <= at && at < max(e.End, e.Start+1) {
			found = i
		}
	}
	return found
}

// isTwin tells whether an address is the text of the link to it, or the target
// of a link whose text is an address: the two count as one.
func isTwin(all []address, i int) bool {
	return i+1 < len(all) && all[i+1].outer.holds(all[i].start) || i > 0 && all[i].outer.holds(all[i-1].start)
}
