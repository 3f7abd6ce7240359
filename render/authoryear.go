package render

import (
	"strconv"
	"strings"

	"citemap/graph"
)

// labelWidth is the most columns that the names in a label may take.
const labelWidth = 24

// setLabels names the papers as a running text would: names and year, with
// letters where two papers would be called the same, and says of one that was
// retracted that it was.
func setLabels(papers []Paper, g *graph.Graph) {
	names := make([]string, len(papers))
	same := map[string]int{}
	for i, p := range papers {
		names[i] = name(g.Paper(p.Node))
		papers[i].Label = names[i] + " " + year(p.Year)
		same[papers[i].Label]++
	}
	taken := map[string]bool{}
	for label, n := range same {
		taken[label] = n == 1
	}
	next := map[string]int{}
	for i := range papers {
		label := papers[i].Label
		if same[label] == 1 {
			continue
		}
		for {
			marked := label + letters(next[label])
			next[label]++
			if !taken[marked] {
				taken[marked] = true
				papers[i].Label = marked
				break
			}
		}
	}
	for i := range papers {
		p := g.Paper(papers[i].Node)
		if papers[i].Mark = Mark(p); p.Retracted() {
			papers[i].Label += " (retracted)"
		}
	}
}

// name is how to call a paper but for its year: its authors, else its title,
// else an identifier.
func name(p *graph.Paper) string {
	undated := *p
	undated.Date, undated.Title = graph.Date{}, title(p)
	byline := Clean(undated.Byline())
	if authors(p) == "" && undated.Title == "" {
		byline = Clean(identifier(p))
	}
	if byline == "" {
		byline = "unnamed"
	}
	if head, found := strings.CutSuffix(byline, " et al."); found {
		return Shorten(head, labelWidth-len(" et al.")) + " et al."
	}
	return Shorten(byline, labelWidth)
}

// identifier is what tells a paper from others that has neither authors nor a
// title: an identifier that readers know, else the beginning of its PaperID.
func identifier(p *graph.Paper) string {
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed} {
		if id := p.IDs.Of(s); id != "" {
			return graph.ExternalID{Scheme: s, Value: id}.String()
		}
	}
	return Shorten(string(p.ID), 12)
}

func year(y int) string {
	if y == 0 {
		return "n.d."
	}
	return strconv.Itoa(y)
}

// letters counts a, b, ..., z, aa, ab, ...
func letters(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letters(i/26-1) + letters(i%26)
}
