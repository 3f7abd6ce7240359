package markdown

import (
	"strings"

	"citemap/fetch/address"
	"citemap/graph"
)

// idColumns are headers over ids, and what a bare number below one is; "" is
// whatever its form tells.
var idColumns = map[string]graph.Scheme{"doi": graph.DOI, "dois": graph.DOI, "arxiv": graph.ArXiv, "arxiv id": graph.ArXiv, "arxiv_id": graph.ArXiv,
	"arxivid": graph.ArXiv, "eprint": graph.ArXiv, "pmid": graph.PubMed, "pubmed": graph.PubMed, "pubmed id": graph.PubMed, "pubmed_id": graph.PubMed,
	"pmcid": graph.PubMedCentral, "pmc": graph.PubMedCentral, "pmc id": graph.PubMedCentral, "corpusid": graph.CorpusID, "corpus id": graph.CorpusID,
	"acl": graph.ACL, "acl id": graph.ACL, "id": "", "ids": "", "identifier": "", "identifiers": "", "paper id": "", "编号": ""}

// linkColumns makes links of the ids that stand bare in a row of a table, below a
// header that says so.
func (b *block) linkColumns() {
	if b.kind != rowBlock || len(b.columns) == 0 {
		return
	}
	cells := len(b.cells())
	var out []piece
	for _, p := range b.pieces {
		scheme, ids := idColumns[b.columnOf(p.cell, cells)]
		if !ids || p.link > 0 || p.gap != noGap {
			out = append(out, p)
			continue
		}
		for _, word := range address.Words(p.text) {
			x, ok := columnID(scheme, strings.Trim(word, ".,;'`"))
			if !ok {
				continue
			}
			head, id, tail := p.cut(word)
			b.links = append(b.links, link{address: word, start: id.start, bare: true, written: true, Page: address.Page{Scheme: x.Scheme, Value: x.Value, Address: word}})
			id.link = len(b.links)
			out, p = append(out, head, id), tail
		}
		out = append(out, p)
	}
	b.pieces = out
}

// columnID reads a word below a header of ids.
func columnID(scheme graph.Scheme, word string) (graph.ExternalID, bool) {
	if scheme == graph.PubMed || scheme == graph.PubMedCentral || scheme == graph.CorpusID {
		if x, ok := graph.NewExternalID(scheme, word); ok {
			return x, true
		}
	}
	x, err := graph.ParseID(word)
	return x, err == nil && x.Scheme.Lookup() && !strings.Contains(word, "://")
}
