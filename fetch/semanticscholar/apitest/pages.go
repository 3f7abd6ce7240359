package apitest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"citemap/graph"
)

const (
	maxPage  = 1000
	maxReach = 10000 // offset and limit of /citations stay below it together
)

// page answers GET /paper/{id}/citations and /references: a window of the
// list, with next where it goes on. Parameters it does not know it ignores, as
// the API does there.
func (s *Server) page(c *Call) reply {
	edges, fields, bad := pageFields(c)
	place, known := s.corpus.find(c.IDs[0])
	switch param := badParam(c); {
	case bad != "":
		return refuse(c, http.StatusBadRequest, "Unrecognized or unsupported fields: [%s]", bad)
	case param != "":
		return refuse(c, http.StatusBadRequest, "Unacceptable query params: [%s]", param)
	case !known:
		return notFound(c)
	case c.Kind == Citations:
		return encode(http.StatusOK, s.window(c, "citingPaper", s.corpus.citing[place], edges, fields))
	}
	info := s.corpus.shape(place, fieldTree{"title": nil, "openAccessPdf": nil}, &remainder{})
	if !s.corpus.showsList(place) {
		return encode(http.StatusOK, map[string]any{"data": nil, "citingPaperInfo": info})
	}
	out := s.window(c, "citedPaper", s.corpus.references[place], edges, fields)
	out["citingPaperInfo"] = info
	return encode(http.StatusOK, out)
}

// badParam finds what is wrong with a page's parameters; "": nothing.
func badParam(c *Call) string {
	switch {
	case c.Limit < 1 || c.Limit > maxPage:
		return fmt.Sprintf("limit=%d", c.Limit)
	case c.Offset < 0, c.Kind == Citations && c.Offset+c.Limit >= maxReach:
		return fmt.Sprintf("offset=%d", c.Offset)
	}
	return ""
}

func (s *Server) window(c *Call, name string, list []int32, edges []string, fields fieldTree) map[string]any {
	data := []any{}
	out := map[string]any{"offset": c.Offset}
	start, end := min(c.Offset, len(list)), min(c.Offset+c.Limit, len(list))
	if end < len(list) {
		out["next"] = end
	}
	if c.Kind == References && s.BrokenReferences && end > maxNested {
		delete(out, "next")
		end = start
	}
	for _, place := range list[start:end] {
		citing, cited := s.corpus.place(c), int(place)
		if c.Kind == Citations {
			citing, cited = cited, citing
		}
		edge := s.corpus.edge(citing, cited, edges)
		edge[name] = s.corpus.shape(int(place), fields, &remainder{})
		data = append(data, edge)
	}
	out["data"] = data
	return out
}

// edgeFields are what is told of a citation itself.
var edgeFields = []string{"contexts", "intents", "isInfluential", "contextsWithIntent"}

// place gives the paper whose list a call asks for, which is known.
func (c *corpus) place(call *Call) int {
	place, _ := c.find(call.IDs[0])
	return place
}

// edge tells how a paper cites another, as far as the corpus knows.
func (c *corpus) edge(citing, cited int, fields []string) map[string]any {
	known := c.papers[citing].ContextOf(&c.papers[cited])
	if known == nil {
		known = &graph.Context{}
	}
	passages := []any{}
	for _, text := range known.Texts {
		passages = append(passages, map[string]any{"context": text, "intents": orEmpty(known.Intents)})
	}
	facts := map[string]any{
		"contexts": orEmpty(known.Texts), "intents": orEmpty(known.Intents), "isInfluential": known.Influential, "contextsWithIntent": passages,
	}
	out := map[string]any{}
	for _, f := range fields {
		out[f] = facts[f]
	}
	return out
}

func orEmpty(texts []string) []string { return append([]string{}, texts...) }

// pageFields parts a page's fields into those of the citation and those of the
// paper, which may bear the paper's name in front.
func pageFields(c *Call) (edges []string, fields fieldTree, bad string) {
	prefix := map[Kind]string{Citations: "citingPaper.", References: "citedPaper."}[c.Kind]
	var plain []string
	for _, f := range strings.Split(c.Fields, ",") {
		if slices.Contains(edgeFields, f) {
			edges = append(edges, f)
		} else {
			plain = append(plain, strings.TrimPrefix(f, prefix))
		}
	}
	if slices.ContainsFunc(plain, func(f string) bool { return nestedLists[before(f)] }) {
		return nil, nil, strings.Join(plain, ", ")
	}
	fields, bad = parseFields(strings.Join(plain, ","))
	return edges, fields, bad
}
