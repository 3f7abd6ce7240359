package semanticscholar

import (
	"citemap/fetch/api"
	"citemap/graph"
)

// edgeFields are those of a citation itself, which a page tells and a batch does
// not.
var edgeFields = []string{"contexts", "intents", "isInfluential"}

// mostTypes is more kinds of publication than the API knows.
const mostTypes = 20

func (w *wirePaper) types() []string {
	if w.PublicationTypes == nil {
		return nil
	}
	var types []string
	for _, t := range w.PublicationTypes.Items {
		if name := api.Plain(t.Value); name != "" && len(types) < mostTypes {
			types = append(types, name)
		}
	}
	return types
}

// The model whose embeddings are kept, and how many numbers one has.
const (
	model      = "specter_v2"
	dimensions = 768
)

// embedding gives the paper's place by the model; nil where the API gives none, or
// one of another model.
func (w *wirePaper) embedding() graph.Embedding {
	if w.Embedding == nil {
		return nil
	}
	if e := w.Embedding.Value; e.Model == model && len(e.Vector) == dimensions {
		return graph.NewEmbedding(e.Vector)
	}
	return nil
}

// context says how a paper is cited; told is false where nothing is.
func (e *wireEdge) context(cited graph.PaperID) (c graph.Context, told bool) {
	return graph.NewContext(cited, values(e.Contexts), values(e.Intents), e.Influential.Value)
}

func values(list api.List[string]) []string {
	var out []string
	for _, v := range list.Items {
		if v.Known {
			out = append(out, v.Value)
		}
	}
	return out
}

// contextsOf gives how the paper of a page of references cites those on it that
// the service has named.
func contextsOf(edges []api.Loose[wireEdge]) []graph.Context {
	var all []graph.Context
	for i := range edges {
		e := &edges[i].Value
		if c, told := e.context(graph.PaperID(api.Plain(e.CitedPaper.Value.PaperID.Value))); told {
			all = append(all, c)
		}
	}
	return graph.SortContexts(all)
}
