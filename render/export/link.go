package export

import (
	"cmp"
	"iter"
	"slices"

	"citemap/graph"
	"citemap/graph/pairs"
	"citemap/graph/rank"
)

// A link joins two exported papers, by place: the citing and the cited one, or
// two of which the first is the smaller place.
type link struct {
	from, to int
	weight   float64 // 1 of a citation
	values   []any   // of the link columns; nil where one is not known
}

// linkColumns are the attributes of a link. Their values are those of link.
func (e *Export) linkColumns() []column {
	if e.joined.Arcs() {
		return []column{{name: "spc", kind: real}, {name: "mainPath", kind: truth}, {name: "intents", kind: texts}, {name: "influential", kind: truth}}
	}
	return []column{{name: "weight", kind: real}, {name: "together", kind: integer}}
}

// endColumns are the columns of a table of links: the ids of the two papers, and
// the link columns.
func (e *Export) endColumns() []column {
	ends := []column{{name: "citing", kind: text}, {name: "cited", kind: text}}
	if !e.joined.Arcs() {
		ends = []column{{name: "paper", kind: text}, {name: "other", kind: text}}
	}
	return append(ends, e.linkColumns()...)
}

// linkFields are the attributes of a link with their names.
func (e *Export) linkFields(l link) []field {
	var fields []field
	for i, c := range e.linkColumns() {
		fields = append(fields, field{c.name, l.values[i]})
	}
	return fields
}

// direction is what graph formats in XML call it.
func (e *Export) direction() string {
	if e.joined.Arcs() {
		return "directed"
	}
	return "undirected"
}

// links runs through what joins the papers, by the first place and then by the
// second.
func (e *Export) links() iter.Seq[link] {
	if e.joined.Arcs() {
		return e.arcs
	}
	return e.together
}

// arcs yields the citations among the papers.
func (e *Export) arcs(yield func(link) bool) {
	traffic := e.traffic()
	for citing, cited := range e.citations() {
		l := link{citing, cited, 1, []any{nil, traffic.Main(graph.Node(citing), graph.Node(cited)), nil, nil}}
		e.tell(&l)
		if share, counted := traffic.Share(graph.Node(citing), graph.Node(cited)); counted {
			l.values[0] = share
		}
		if !yield(l) {
			return
		}
	}
}

// tell says how the citing paper of an arc cites the other, where that is known.
func (e *Export) tell(l *link) {
	citing := e.paper(l.from)
	if len(citing.Contexts) == 0 {
		return
	}
	c := citing.ContextOf(e.paper(l.to))
	if c == nil {
		return
	}
	l.values[3] = c.Influential
	if len(c.Intents) > 0 {
		l.values[2] = c.Intents
	}
}

// pairs finds the pairs of papers that share something in the corpus, by the
// first place and then by the second.
func (e *Export) pairs() []pairs.Pair {
	find := pairs.CoCitation
	if e.joined.By == Coupling {
		find = pairs.Coupling
	}
	found := find(e.findings.Graph, pairs.Options{Among: func(n graph.Node) bool { return e.places[n] >= 0 }})
	// Places rise with nodes.
	slices.SortFunc(found, func(p, q pairs.Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) })
	return found
}

// together yields the pairs.
func (e *Export) together(yield func(link) bool) {
	for _, p := range e.shared() {
		weight := rank.Round(p.By(e.joined.Weight))
		if !yield(link{int(e.places[p.A]), int(e.places[p.B]), weight, []any{weight, p.Count}}) {
			return
		}
	}
}

// count is the number of links.
func (e *Export) count() (n int) {
	for range e.links() {
		n++
	}
	return n
}
