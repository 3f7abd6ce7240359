package add

import (
	"net/url"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/list/layout"
	"citemap/graph"
)

// address gives the link to a paper: arXiv's in the way the list mostly links
// there, else the page of another id, else the source's own; "" where there is
// none.
func (r *writer) address(n *newPaper) string {
	if id := n.ids.Of(graph.ArXiv); id != "" {
		return "https://arxiv.org/" + r.arxivPages() + "/" + id
	}
	bare := graph.Paper{ID: n.paper.ID, IDs: n.ids}
	if page, is := strings.CutPrefix(bare.Page(), "https://doi.org/"); is {
		return "https://doi.org/" + layout.LinkEscapes.Replace(page)
	}
	for _, page := range []string{bare.Page(), n.paper.Page()} {
		if u, err := url.Parse(page); err == nil && u.Host != "" && u.User == nil {
			return address.Canonical(layout.LinkEscapes.Replace(u.String()), address.Kept{PDF: true})
		}
	}
	return ""
}

// arxivPages tells whether a list links to the papers or to their abstracts.
func (r *writer) arxivPages() string {
	text := string(r.Text)
	if strings.Count(text, "arxiv.org/abs/") > strings.Count(text, "arxiv.org/pdf/") {
		return "abs"
	}
	return "pdf"
}
