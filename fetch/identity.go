package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"citemap/graph"
	"citemap/graph/names"
	"citemap/graph/titles"
)

// StubID names a paper of which nothing but a bibliography's line is known:
// "title:" and the first 16 hex digits of the SHA-256 of its normal title, year
// and first author's family name.
func StubID(title string, year int, authors []string) graph.PaperID {
	var first string
	if len(authors) > 0 {
		first = titles.Normal(names.Family(authors[0]))
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%d|%s", titles.Normal(title), year, first))
	return graph.PaperID("title:" + hex.EncodeToString(sum[:8]))
}

// PaperIDOf names a paper that Semantic Scholar has not named: by its arXiv id,
// else its DOI, else as a stub.
func PaperIDOf(p *graph.Paper) graph.PaperID {
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI} {
		if id := p.IDs.Of(s); id != "" {
			return graph.PaperID(graph.ExternalID{Scheme: s, Value: id}.String())
		}
	}
	return StubID(p.Title, p.Date.Year, p.Authors)
}
