package layout

import (
	"citemap/fetch/address"
	"citemap/fetch/list/span"
	"citemap/graph"
)

// AddressForm is how the list mostly writes the addresses of papers. What adds to it
// and what puts it right go by the same one.
func (r *Layout) AddressForm() address.Form {
	var written []string
	for _, l := range span.Links(r.Text, r.Markdown()) {
		written = append(written, l.Text)
	}
	return address.FormOf(written)
}

// MostLinked is of which kind most addresses of papers are that the list links to,
// arXiv's where there is no other; a publisher's page counts as a DOI, which leads
// there.
func (r *Layout) MostLinked() graph.Scheme {
	times, most := map[graph.Scheme]int{}, graph.ArXiv
	for _, l := range span.Links(r.Text, r.Markdown()) {
		scheme := l.Page.Scheme
		if scheme == graph.Link {
			scheme = graph.DOI
		}
		times[scheme]++
	}
	for _, scheme := range []graph.Scheme{graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral} {
		if times[scheme] > times[most] {
			most = scheme
		}
	}
	return most
}
