package add

import (
	"net/url"

	"citemap/fetch/address"
	"citemap/fetch/list/layout"
	"citemap/graph"
)

// links is how a list links to papers.
type links struct {
	most graph.Scheme // of most of its links
	form address.Form
}

// of gives the link to a paper: to where the list mostly links, else to arXiv, else
// the page of another id, else the source's own, each as the list writes it; "" where
// there is none.
func (l links) of(n *newPaper) string {
	for _, scheme := range []graph.Scheme{l.most, graph.ArXiv} {
		if id := n.ids.Of(scheme); id != "" {
			return l.page(graph.ExternalID{Scheme: scheme, Value: id})
		}
	}
	bare := graph.Paper{ID: n.paper.ID, IDs: n.ids}
	if id := n.ids.Of(graph.DOI); id != "" {
		return l.page(graph.ExternalID{Scheme: graph.DOI, Value: id})
	}
	for _, page := range []string{bare.Page(), n.paper.Page()} {
		if u, err := url.Parse(page); err == nil && u.Host != "" && u.User == nil {
			return address.Canonical(layout.LinkEscapes.Replace(u.String()), address.Kept{PDF: true, Form: l.form})
		}
	}
	return ""
}

// page is the address of an id as the list writes those of its site.
func (l links) page(id graph.ExternalID) string {
	if page := l.form.Of(id); page != "" {
		return page
	}
	return layout.LinkEscapes.Replace(id.Page())
}
