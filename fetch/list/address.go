package list

import (
	"net/url"
	"path"
	"strings"

	scan "citemap/fetch/address"
	"citemap/graph"
)

// A reference is what an address tells of a paper.
type reference struct {
	scheme  graph.Scheme // "" where the address names no paper by itself
	value   string
	address string // as it goes into IDs[graph.Link]; "" where it does not
	pdf     bool   // the address is of a PDF file
	barred  bool   // a site whose pages are not papers, whatever they are called
}

func (r reference) ExternalID() graph.ExternalID {
	return graph.ExternalID{Scheme: r.scheme, Value: r.value}
}

// readAddress says what paper an address is of. Where the site is a
// publisher's and its address holds no id, the scheme is graph.Link.
func readAddress(link string) reference {
	link = strings.TrimRight(strings.TrimSpace(link), ".,;:'\"`\\>]")
	if strings.Count(link, ")") > strings.Count(link, "(") {
		link = strings.TrimRight(link, ")")
	}
	if strings.HasPrefix(link, "www.") {
		link = "http://" + link
	}
	r := reference{address: link}
	u, err := url.Parse(link)
	if err == nil && u.Scheme == "" && u.Host == "" && strings.EqualFold(path.Ext(u.Path), ".pdf") {
		return reference{pdf: true} // a file beside the list
	}
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		r.address, r.barred = "", true
		return r
	}
	if x, ok := graph.ParseURL(link); ok {
		if doi, found := scan.TrimDOI(link); found && x.Scheme == graph.DOI {
			x, _ = graph.NewExternalID(graph.DOI, doi)
		}
		r.scheme, r.value = x.Scheme, x.Value
		return r
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	r.pdf = strings.EqualFold(path.Ext(u.Path), ".pdf")
	r.barred = !r.pdf && onSite(host, notPapers)
	if x, ok := idOnSite(host, u); ok {
		r.scheme, r.value = x.Scheme, x.Value
	} else if isPublisher(host, u) {
		r.scheme, r.value = graph.Link, link
	}
	return r
}
