package render

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"citemap/graph"
	"citemap/graph/titles"
	"citemap/graph/view"
)

// A Paper is one box of the map: a drawn paper and what is written about it.
type Paper struct {
	view.Paper
	Label          string // "Touvron et al. 2023a"; no two papers of a map share one
	Title          string // whole; "" where it is not known
	Mark           string // see Mark
	Authors        string // "Hugo Touvron, Louis Martin and 66 more"
	URL            string // where to read it: http or https, or ""
	Year           int    // 0 where it is not known
	LocalCitations int
	Size           int // 0 (cited least) to 3, by local citations
	Group          int // index into Map.Groups; -1: none
}

func newPaper(g *graph.Graph, drawn view.Paper) Paper {
	p := g.Paper(drawn.Node)
	return Paper{
		Paper: drawn, Title: title(p), Authors: authors(p), URL: Link(p.Page()), Group: -1,
		Year: max(p.Date.Year, 0), LocalCitations: g.LocalCitations(drawn.Node),
	}
}

// title gives a paper's title as a person reads it: sources leave LaTeX and tags in
// theirs.
func title(p *graph.Paper) string { return Clean(norm.NFC.String(titles.Plain(p.Title))) }

// authors names a paper's authors, the first three where they are many.
func authors(p *graph.Paper) string {
	const shown = 3
	var names []string
	for _, a := range p.Authors {
		if a = Clean(a); a != "" {
			names = append(names, a)
		}
	}
	if len(names) <= shown+1 {
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], "; "), len(names)-shown)
}

// setSizes puts the papers into four classes by local citations, each
// reaching to half of the next one's.
func setSizes(papers []Paper) {
	most := 0
	for _, p := range papers {
		most = max(most, p.LocalCitations)
	}
	for i := range papers {
		p := &papers[i]
		for limit := most; p.Size < 3 && p.LocalCitations > 1 && 8*p.LocalCitations > limit; limit *= 2 {
			p.Size++
		}
	}
}
