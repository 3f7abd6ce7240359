package address

import (
	"net/url"
	"strings"

	"citemap/graph"
)

// A Form is how a list mostly writes the addresses of papers on sites that show
// them in several ways. The zero value is the form that the sites have by themselves.
type Form struct {
	pdf  bool // it leads to PDFs
	dot  bool // arXiv's addresses of PDFs end in .pdf, as they need not
	bare bool // those of pages do not end in a slash, as they may
}

// FormOf gives the form of most of the addresses.
func FormOf(addresses []string) Form {
	var all, pdf, arxivPDF, dot, slashed, bare int
	for _, a := range addresses {
		u, err := url.Parse(a)
		if err != nil {
			continue
		}
		r := PageOf(a)
		site, kind := siteOf(r, u)
		switch {
		case kind == pdfPage && r.Scheme == graph.ArXiv:
			arxivPDF++
			if strings.HasSuffix(u.Path, ".pdf") {
				dot++
			}
			fallthrough
		case kind == pdfPage:
			pdf++
			all++
		case kind == abstractPage:
			all++
			if whole := site.page + r.Value; site.pageEnd == "/" && a == whole {
				bare++
			} else if a == whole+"/" {
				slashed++
			}
		}
	}
	return Form{pdf: 2*pdf > all, dot: 2*dot > arxivPDF, bare: bare > slashed}
}

// Of gives the address of an id in the list's form; "" where its site has but one.
func (f Form) Of(id graph.ExternalID) string {
	for i := range canonicalSites {
		if site := &canonicalSites[i]; site.scheme == id.Scheme {
			return site.address(id.Value, f.pdf && site.pdf != "", f)
		}
	}
	return ""
}
