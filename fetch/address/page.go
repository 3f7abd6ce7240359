package address

import (
	"net/url"
	"path"
	"strings"

	"citemap/graph"
)

// A Page is what an address tells of a paper.
type Page struct {
	Scheme  graph.Scheme // "" where the address names no paper by itself
	Value   string
	Address string // as it goes into IDs[graph.Link]; "" where it does not
	PDF     bool   // the address is of a PDF file
	Barred  bool   // a site whose pages are not papers, whatever they are called
}

func (r Page) ExternalID() graph.ExternalID {
	return graph.ExternalID{Scheme: r.Scheme, Value: r.Value}
}

// PageOf says what paper an address is of. Where the site is a
// publisher's and its address holds no id, the scheme is graph.Link.
func PageOf(link string) Page {
	link = strings.TrimRight(strings.TrimSpace(link), ".,;:'\"`\\>]")
	if strings.Count(link, ")") > strings.Count(link, "(") {
		link = strings.TrimRight(link, ")")
	}
	if strings.HasPrefix(link, "www.") {
		link = "http://" + link
	}
	r := Page{Address: link}
	u, err := url.Parse(strings.ReplaceAll(link, "%20", ""))
	if err == nil && u.Scheme == "" && u.Host == "" && strings.EqualFold(path.Ext(u.Path), ".pdf") {
		return Page{PDF: true} // a file beside the list
	}
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		r.Address, r.Barred = "", true
		return r
	}
	if x, ok := graph.ParseURL(strings.ReplaceAll(link, "%20", "")); ok {
		if doi, found := TrimDOI(link); found && x.Scheme == graph.DOI {
			x, _ = graph.NewExternalID(graph.DOI, doi)
		}
		r.Scheme, r.Value = x.Scheme, x.Value
		return r
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	r.PDF = strings.EqualFold(path.Ext(u.Path), ".pdf")
	r.Barred = !r.PDF && onSite(host, notPapers)
	if x, ok := idOnSite(host, u); ok {
		r.Scheme, r.Value = x.Scheme, x.Value
	} else if isPublisher(host, u) {
		r.Scheme, r.Value = graph.Link, link
	}
	return r
}
