package list

import (
	"slices"
	"strings"

	"citemap/graph"
)

// A lineStyle is how a plain list writes an entry.
type lineStyle struct {
	bullet string // what stands before the id
	as     writing
	titled string // what stands between id and title; "" where there is none
	last   bool   // the title stands before the id
}

// A writing is a way to write an id.
type writing uint8

const (
	bareWriting writing = iota
	prefixedWriting
	addressWriting
)

// plainLines writes newcomers as lines behind the last entry.
func (r *writer) plainLines(news []newcomer) []insertion {
	style := r.lineStyle()
	at := r.text.lineEnd(r.entries[len(r.entries)-1].Start)
	var out strings.Builder
	for _, n := range news {
		out.WriteString("\n" + style.bullet + r.plainLine(&n, style))
	}
	return []insertion{{at, out.String()}}
}

func (r *writer) plainLine(n *newcomer, s lineStyle) string {
	x, ok := n.best()
	if !ok {
		return lineTitleOf(n.title)
	}
	var id string
	switch {
	case s.as == addressWriting && n.page != "":
		id = n.page
	case s.as == bareWriting && isBare(x):
		id = x.Value
	default:
		id = r.ownPrefix(x)
	}
	switch {
	case s.titled == "" || n.title == string(n.paper.ID):
	case s.last:
		id = lineTitleOf(n.title) + s.titled + id
	default:
		id += s.titled + lineTitleOf(n.title)
	}
	return id
}

// lineTitleOf writes a title so that nobody takes it for Markdown or for a
// comment.
func lineTitleOf(title string) string {
	title = strings.ReplaceAll(strings.ReplaceAll(title, "](", "] ("), " #", " ")
	return strings.TrimLeft(title, "#|")
}

// best gives the id to write, the most telling first.
func (n *newcomer) best() (graph.ExternalID, bool) {
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.CorpusID, graph.MAG, graph.S2} {
		if v := n.ids.Of(s); v != "" {
			return graph.ExternalID{Scheme: s, Value: v}, true
		}
	}
	return graph.ExternalID{}, false
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
	for i := range r.entries {
		if at := strings.Index(strings.ToLower(r.entries[i].Text), strings.ToLower(prefix)); at >= 0 && prefix != "" {
			if own := r.entries[i].Text[at:]; len(own) >= len(prefix) {
				return own[:len(prefix)] + x.Value
			}
		}
	}
	return id
}

// lineStyle gives the style of most entries; of equals, the last one's.
func (r *layout) lineStyle() lineStyle {
	count := map[lineStyle]int{}
	var best lineStyle
	for i := range slices.Backward(r.entries) {
		if e := &r.entries[i]; e.IDs != nil {
			s := r.styleOf(e)
			if count[s]++; count[s] > count[best] {
				best = s
			}
		}
	}
	return best
}

func (r *layout) styleOf(e *graph.Entry) lineStyle {
	line := strings.TrimSpace(r.text.line(e.Start))
	s := lineStyle{bullet: line[:len(line)-len(trimBullet(line))]}
	if strings.ContainsAny(s.bullet, "0123456789") {
		s.bullet = ""
	}
	body := trimBullet(line)
	id, rest, _ := strings.Cut(body, " ")
	if comment := strings.Index(body, " #"); comment >= 0 {
		s.titled = " # "
	} else if x, ok := looseID(id); ok && strings.TrimSpace(rest) != "" && x.Scheme != "" {
		s.titled = body[len(id) : len(body)-len(strings.TrimLeft(rest, " \t"))]
	}
	if last := body[strings.LastIndexAny(body, " \t")+1:]; s.titled == "" && last != id && !strings.Contains(body, " #") {
		if _, ok := looseID(last); ok {
			s.titled, s.last, id = " ", true, last
		}
	}
	switch {
	case strings.Contains(id, "://"):
		s.as = addressWriting
	case strings.Contains(id, ":"):
		s.as = prefixedWriting
	}
	return s
}
