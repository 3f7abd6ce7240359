package apitest

import (
	"fmt"
	"maps"
	"strconv"

	"citemap/graph"
)

// shape gives the fields of a paper that were asked for, and its PaperID. What
// is not known is null, as the API has it.
func (c *corpus) shape(place int, fields fieldTree, left *remainder) map[string]any {
	out := make(map[string]any, len(fields)+1)
	out["paperId"] = orNull(c.ids[place])
	for f, nested := range fields {
		switch f {
		case "references":
			out[f] = c.nestedReferences(place, nested, left)
		case "citations":
			list := c.citing[place]
			list = list[:min(len(list), left.citations)]
			left.citations -= len(list)
			out[f] = c.nested(list, nested, left)
		case "embedding":
			out[f] = c.embedding(place, nested)
		case "authors":
			out[f] = authors(c.papers[place].Authors, nested)
		default:
			out[f] = c.fact(place, f)
		}
	}
	return out
}

// nestedReferences is null where the list is withheld or not known.
func (c *corpus) nestedReferences(place int, fields fieldTree, left *remainder) any {
	if !c.showsList(place) {
		return nil
	}
	list := c.references[place]
	return c.nested(list[:min(len(list), left.references)], fields, left)
}

func (c *corpus) nested(list []int32, fields fieldTree, left *remainder) []any {
	if fields == nil {
		fields = fieldTree{"title": nil}
	}
	out := make([]any, len(list))
	for i, place := range list {
		out[i] = c.shape(int(place), fields, left)
	}
	left.used += len(list)
	return out
}

func authors(names []string, fields fieldTree) []any {
	out := []any{}
	for _, name := range names {
		a := map[string]any{"authorId": nil, "name": name}
		for f := range maps.Keys(fields) {
			if f != "name" {
				a[f] = nil
			}
		}
		out = append(out, a)
	}
	return out
}

// fact is one field of a paper. An unlinked reference has no more than a
// title, a venue, a year and authors.
func (c *corpus) fact(place int, field string) any {
	p := &c.papers[place]
	switch field {
	case "title":
		return orNull(p.Title)
	case "venue":
		return p.Venue
	case "year":
		return positive(p.Date.Year)
	}
	if p.Stub {
		return nil
	}
	switch field {
	case "paperId":
		return c.ids[place]
	case "corpusId":
		return externalIDs(p)[string(graph.CorpusID)]
	case "externalIds":
		return externalIDs(p)
	case "url":
		return orNull(p.URL)
	case "abstract":
		return orNull(p.Abstract)
	case "publicationDate":
		if p.Date.Day > 0 {
			return p.Date.String()
		}
	case "publicationTypes":
		if len(p.Types) > 0 {
			return p.Types
		}
	case "isOpenAccess":
		return false
	case "openAccessPdf":
		return openAccess(p)
	}
	return c.count(place, field)
}

// count is one of a paper's numbers; null for a field that is none of them.
func (c *corpus) count(place int, field string) any {
	p := &c.papers[place]
	switch field {
	case "citationCount":
		if p.Global == nil {
			return len(c.citing[place])
		}
		return *p.Global
	case "referenceCount":
		if p.Referenced == nil {
			return len(c.references[place])
		}
		return *p.Referenced
	case "influentialCitationCount":
		if p.Influential != nil {
			return *p.Influential
		}
	}
	return nil
}

// openAccess says, where the publisher keeps the references back, that it does.
func openAccess(p *graph.Paper) map[string]any {
	out := map[string]any{"url": "", "status": nil, "license": nil}
	if p.References.State == graph.Withheld {
		doi := p.IDs.Of(graph.DOI)
		out["status"] = "CLOSED"
		out["disclaimer"] = fmt.Sprintf("Notice: The following paper fields have been elided by the publisher: {'references'}. "+
			"Paper or abstract available at https://api.unpaywall.org/v2/%s?email=<INSERT_YOUR_EMAIL> or https://doi.org/%s, "+
			"which is subject to the license by the author or copyright owner provided with this content. "+
			"Please go to the source to verify the license and copyright information for your use.", doi, doi)
	}
	return out
}

// externalIDs are texts, but for the corpus id.
func externalIDs(p *graph.Paper) map[string]any {
	out := map[string]any{}
	for _, id := range p.IDs {
		out[string(id.Scheme)] = id.Value
		if n, err := strconv.Atoi(id.Value); err == nil && id.Scheme == graph.CorpusID {
			out[string(id.Scheme)] = n
		}
	}
	return out
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func positive(n int) any {
	if n <= 0 {
		return nil
	}
	return n
}

// maxNested is how many references of one paper come nested in an answer; citing
// papers of a single paper too.
const maxNested = 1000

// A remainder is how many nested papers fit into an answer yet; what does not fit
// is left out without a word.
type remainder struct {
	references int // of each paper
	citations  int // of all papers together
	used       int
}

// showsList reports whether the reference list of a paper is there to be shown.
func (c *corpus) showsList(place int) bool {
	state := c.papers[place].References.State
	return state.Told() || state == graph.Empty
}
