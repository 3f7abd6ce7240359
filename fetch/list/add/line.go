package add

import (
	"strings"

	"citemap/fetch/list/layout"
	"citemap/graph"
)

// plainLines writes newcomers as lines behind the last entry.
func (r *writer) plainLines(news []newPaper) []insertion {
	style := r.LineStyle()
	at := r.Text.LineEnd(r.Entries[len(r.Entries)-1].Start)
	var out strings.Builder
	for _, n := range news {
		out.WriteString("\n" + style.Bullet + r.plainLine(&n, style))
	}
	return []insertion{{at, out.String()}}
}

func (r *writer) plainLine(n *newPaper, s layout.LineStyle) string {
	x, ok := n.best()
	if !ok {
		return layout.LineTitleOf(n.title)
	}
	var id string
	switch {
	case s.As == layout.AddressWriting && n.page != "":
		id = n.page
	case s.As == layout.BareWriting && isBare(x):
		id = x.Value
	default:
		id = r.ownPrefix(x)
	}
	switch {
	case s.Titled == "" || n.title == string(n.paper.ID):
	case s.Last:
		id = layout.LineTitleOf(n.title) + s.Titled + id
	default:
		id += s.Titled + layout.LineTitleOf(n.title)
	}
	return id
}

// isBare tells whether an id is understood without its prefix.
func isBare(x graph.ExternalID) bool {
	y, err := graph.ParseID(x.Value)
	return err == nil && x == y
}

// ownPrefix writes an id with its prefix, in the case in which the list writes
// it.
func (r *writer) ownPrefix(x graph.ExternalID) string {
	id := x.String()
	prefix := id[:len(id)-len(x.Value)]
	for i := range r.Entries {
		if at := strings.Index(strings.ToLower(r.Entries[i].Text), strings.ToLower(prefix)); at >= 0 && prefix != "" {
			if own := r.Entries[i].Text[at:]; len(own) >= len(prefix) {
				return own[:len(prefix)] + x.Value
			}
		}
	}
	return id
}
