package export

import (
	"math"
	"strings"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/render"
)

// schemes are the identifiers that have a column.
var schemes = []struct {
	name   string
	scheme graph.Scheme
}{
	{"arxiv", graph.ArXiv}, {"doi", graph.DOI}, {"acl", graph.ACL}, {"pubmed", graph.PubMed}, {"pmc", graph.PubMedCentral},
	{"mag", graph.MAG}, {"corpusId", graph.CorpusID}, {"dblp", graph.DBLP}, {"openReview", graph.OpenReview},
}

// known are the columns that every export has.
func (e *Export) known() []column {
	columns := []column{
		{"paperId", text, func(i int) any { return e.ids[i] }},
		{"title", text, func(i int) any { return orNil(e.paper(i).Title) }},
		{"year", integer, func(i int) any { return e.year(i) }},
		{"date", text, func(i int) any { return orNil(e.paper(i).Date.String()) }},
		{"authors", texts, func(i int) any { return e.authors(i) }},
		{"venue", text, func(i int) any { return orNil(e.paper(i).Venue) }},
	}
	for _, s := range schemes {
		columns = append(columns, column{s.name, text, func(i int) any { return orNil(e.paper(i).IDs.Of(s.scheme)) }})
	}
	return append(columns,
		column{"publicationTypes", texts, func(i int) any { return cleanTexts(e.paper(i).Types) }},
		column{"retraction", text, func(i int) any { return notice(e.paper(i).Notice) }},
		column{"retractionNotice", text, func(i int) any { return noticeDOI(e.paper(i).Notice) }},
		column{"url", text, func(i int) any { return orNil(render.Link(e.paper(i).Page())) }},
		column{"listed", truth, func(i int) any { return e.listed[e.papers[i]] }},
		column{"gapRank", integer, func(i int) any { return positive(e.gaps[e.papers[i]]) }},
		column{"community", integer, func(i int) any { return int(e.findings.Partition().Of[e.papers[i]]) }},
		column{"communityLabel", text, func(i int) any { return orNil(e.community(i)) }},
		column{"localCitations", integer, func(i int) any { return e.findings.Graph.LocalCitations(e.papers[i]) }},
		column{"globalCitations", integer, func(i int) any { return counted(e.paper(i).Global) }},
		column{"referencesState", text, func(i int) any { return e.paper(i).References.State.String() }},
	)
}

// scores are the columns of the measures. Local and Global are among known.
func (e *Export) scores(measures []rank.Measure) []column {
	var columns []column
	met := map[rank.Measure]bool{rank.Local: true, rank.Global: true}
	for _, m := range measures {
		if met[m] {
			continue
		}
		met[m] = true
		of := func(i int) float64 { return e.findings.ScoresBy(m)[e.papers[i]] }
		c := column{camel(m.String()), real, func(i int) any { return finite(of(i)) }}
		if m.Number() == rank.Count {
			c.kind, c.value = integer, func(i int) any { return whole(of(i)) }
		}
		columns = append(columns, c)
	}
	return columns
}

// column finds a column by name.
func (e *Export) column(name string) column {
	for _, c := range e.columns {
		if c.name == name {
			return c
		}
	}
	panic("no column " + name)
}

func (e *Export) year(place int) any { return positive(e.paper(place).Date.Year) }

// authors gives the names of a paper's authors, clean.
func (e *Export) authors(place int) any { return cleanTexts(e.paper(place).Authors) }

func (e *Export) names(place int) []string { return cleaned(e.paper(place).Authors) }

// cleanTexts gives what is left of texts; nil where nothing is.
func cleanTexts(list []string) any {
	if list = cleaned(list); len(list) > 0 {
		return list
	}
	return nil
}

func cleaned(list []string) (out []string) {
	for _, s := range list {
		if s = render.Clean(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// notice says what kind of notice there is of a paper, and noticeDOI which.
func notice(n *graph.Notice) any {
	if n == nil {
		return nil
	}
	return n.Kind.String()
}

func noticeDOI(n *graph.Notice) any {
	if n == nil {
		return nil
	}
	return orNil(n.DOI)
}

func (e *Export) community(place int) string {
	return e.findings.Labels()[e.findings.Partition().Of[e.papers[place]]]
}

// orNil cleans a text; an empty one is not known.
func orNil(s string) any {
	if s = render.Clean(s); s != "" {
		return s
	}
	return nil
}

func positive(n int) any {
	if n > 0 {
		return n
	}
	return nil
}

func counted(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

func finite(x float64) any {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return x
}

func whole(x float64) any {
	if finite(x) == nil {
		return nil
	}
	return int(math.Round(x))
}

// camel writes a measure's name as one word: rescaledPagerank.
func camel(name string) string {
	parts := strings.Split(name, "-")
	for i, p := range parts[1:] {
		parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
	}
	return strings.Join(parts, "")
}
