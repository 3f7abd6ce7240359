package add

import (
	"slices"
	"strings"

	"citemap/fetch/citation/words"
	"citemap/fetch/list/layout"
	"citemap/graph"
)

// best gives the id to write, the most telling first.
func (n *newPaper) best() (graph.ExternalID, bool) {
	for _, s := range []graph.Scheme{graph.ArXiv, graph.DOI, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.CorpusID, graph.MAG, graph.S2} {
		if v := n.ids.Of(s); v != "" {
			return graph.ExternalID{Scheme: s, Value: v}, true
		}
	}
	return graph.ExternalID{}, false
}

// linked is the simplest way to write a paper: its title with the link, and
// the year.
func (n *newPaper) linked() string {
	s := "[" + layout.InMarkdown(n.title) + "](" + n.page + ")"
	if y := n.paper.Date.Year; y > 0 {
		s += " (" + graph.Date{Year: y}.String() + ")"
	}
	return s
}

// A newPaper is a paper that is to be written on a list.
type newPaper struct {
	paper *graph.Paper
	ids   graph.ExternalIDs
	title string // never empty
	page  string // the link to it, as the list links; "" where there is none
}

// whyNot says why the newcomer is not to be added, "" where it is.
func (n *newPaper) whyNot(onList map[string]*graph.Entry, given map[string]bool) string {
	for _, id := range append(n.names(), "title "+words.BareTitle(n.title)) {
		if e := onList[id]; e != nil {
			return "is on the list already: " + e.Place()
		}
		if given[id] {
			return "was given twice"
		}
	}
	return ""
}

func newPaperOf(p *graph.Paper) newPaper {
	n := newPaper{paper: p, ids: p.IDs, title: layout.Printable(p.Title)}
	if x, err := graph.ParseID(string(p.ID)); err == nil && !titleOnly(p.ID) {
		n.ids = n.ids.With(x)
	}
	if n.title == "" {
		n.title = string(p.ID)
	}
	return n
}

// titleOnly tells an id that we made of a title: nobody else knows it.
func titleOnly(id graph.PaperID) bool { return strings.HasPrefix(string(id), "title:") }

// names are the ids that the paper can be met under.
func (n *newPaper) names() []string {
	names := []string{string(n.paper.ID)}
	for _, id := range n.paper.Aliases {
		names = append(names, string(id))
	}
	for _, id := range n.ids {
		names = append(names, id.String())
	}
	return names
}

// is tells whether an entry is of the newcomer.
func (n *newPaper) is(e *graph.Entry) bool {
	for _, id := range e.IDs {
		if slices.Contains(n.ids, id) || id.Scheme == graph.Link && id.Value == n.page {
			return true
		}
	}
	return len(e.IDs) == 0 && words.SameTitle(e.Title, n.title)
}
