package apitest

import (
	"slices"
	"strconv"
	"strings"

	"citemap/graph"
)

// shape gives the fields of a paper that were asked for. What is not known is
// null, as the API has it.
func (s *Server) shape(p *graph.Paper, fields []string) map[string]any {
	all := facts(p)
	out := map[string]any{"paperId": all["paperId"]}
	var nested []string
	for _, f := range fields {
		if name, found := strings.CutPrefix(f, "references."); found {
			nested = append(nested, name)
		} else if f != "references" {
			out[f] = all[f]
		}
	}
	if len(nested) > 0 || slices.Contains(fields, "references") {
		out["references"] = s.references(p, nested)
	}
	return out
}

// references is null where the list is withheld or not known.
func (s *Server) references(p *graph.Paper, fields []string) any {
	switch p.References.State {
	case graph.Known, graph.Empty:
	default:
		return nil
	}
	out := []any{}
	for _, id := range p.References.IDs {
		if i, found := s.index[id]; found {
			out = append(out, s.shape(&s.papers[i], append([]string{"title"}, fields...)))
		}
	}
	return out
}

func facts(p *graph.Paper) map[string]any {
	authors := []any{}
	for _, name := range p.Authors {
		authors = append(authors, map[string]any{"authorId": nil, "name": name})
	}
	out := map[string]any{
		"paperId": orNull(PaperID(p)), "title": orNull(p.Title), "venue": p.Venue, "abstract": orNull(p.Abstract), "authors": authors,
		"publicationDate": nil, "year": nil, "url": orNull(p.URL), "externalIds": externalIDs(p),
		"citationCount": p.Global, "influentialCitationCount": p.Influential, "referenceCount": len(p.References.IDs),
		"openAccessPdf": map[string]any{"url": "", "status": nil, "license": nil},
	}
	if p.Date.Year > 0 {
		out["year"] = p.Date.Year
	}
	if p.Date.Day > 0 {
		out["publicationDate"] = p.Date.String()
	}
	return out
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// externalIDs is null for a stub; the corpus id is a number, all others text.
func externalIDs(p *graph.Paper) any {
	if p.Stub {
		return nil
	}
	out := map[string]any{}
	for s, v := range p.IDs {
		out[string(s)] = v
		if n, err := strconv.Atoi(v); err == nil && s == graph.CorpusID {
			out[string(s)] = n
		}
	}
	return out
}
