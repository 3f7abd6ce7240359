package markdown

import (
	"regexp"
	"slices"
	"strings"

	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

// findPapers groups the links of a block into papers.
func (b *block) findPapers() {
	b.findSpans()
	b.papers = nil
	b.groupLinks()
	for k, p := range b.papers {
		next := len(b.runs)
		if k+1 < len(b.papers) {
			next = b.spans[b.papers[k+1].links[0]].first
		}
		p.title = b.name(p, max(next, b.spans[p.last()].after))
		switch {
		case k == 0:
		case p.title.Title == "" && b.isBeside(b.papers[k-1], p):
			p.title = b.papers[k-1].title
		case p.anchor == "" && b.kind != rowBlock && p.title.Title == b.papers[k-1].title.Title:
			p.title = citation.Reading{} // the words between them were of the first
		}
	}
}

// isBeside tells whether nothing is said between two papers: they are versions
// of one, each with an id of its own.
func (b *block) isBeside(prior, p *paper) bool {
	return b.kind != paragraphBlock && p.anchor == "" && words.WordCount(styled.Text(b.between(prior.last(), p.links[0]))) == 0
}

// groupLinks makes papers of the links that may be of papers.
func (b *block) groupLinks() {
	known := map[string]*paper{}
	apart := b.linksApart()
	var now *paper
	for i := range b.links {
		l := &b.links[i]
		if l.Barred && l.Scheme == "" && !b.isInPaperColumn(i) {
			continue
		}
		a := b.linkText(i)
		if !l.mayBePaper(a) && (a.label || words.WordCount(a.text) < 3 || !b.isInPaperColumn(i)) {
			continue
		}
		named := ""
		if !a.label {
			named = a.text
		}
		p := known[l.key()]
		if p == nil && now != nil && !apart[i] && b.belongs(now, l, named, i) {
			p = now
		}
		if p == nil {
			p = b.newPaper(now, i)
			b.papers = append(b.papers, p)
		}
		known[l.key()] = p
		p.addLink(l, i, named)
		p.filed = p.filed || b.kind == rowBlock && l.PDF && a.label && a.paper
		now = p
	}
}

// newPaper begins a paper at a link; what stands between the paper before and
// the link is about it.
func (b *block) newPaper(prior *paper, place int) *paper {
	p := &paper{}
	if prior != nil {
		p.from = b.spans[prior.last()].after
	}
	before := b.runs[min(p.from, b.spans[place].first):b.spans[place].first]
	p.lead = words.WordCount(styled.Text(before))
	p.bold = slices.ContainsFunc(before, func(q styled.Run) bool { return q.Bold && words.WordCount(q.Text) >= 2 })
	return p
}

// addLink adds a link to the paper's.
func (p *paper) addLink(l *link, place int, named string) {
	if len(p.links) == 0 || place > p.last() {
		p.links = append(p.links, place)
	}
	if p.anchor == "" {
		p.anchor = named
	}
	if !l.Scheme.Lookup() && p.page == "" {
		p.page = l.Page.Address
	}
	p.sure = p.sure || l.Scheme != ""
	if l.Scheme != "" && l.Scheme != graph.Link {
		p.ids = p.ids.With(l.ExternalID())
	}
	for _, id := range l.more {
		p.ids = p.ids.With(id)
	}
}

// allIDs gives the ids of the paper, with its address where no source takes
// any of them.
func (p *paper) allIDs() graph.ExternalIDs {
	asked := slices.ContainsFunc(p.ids, func(id graph.ExternalID) bool { return id.Scheme.Lookup() })
	if asked || p.page == "" {
		return p.ids
	}
	return p.ids.With(graph.ExternalID{Scheme: graph.Link, Value: p.page})
}

// mayBePaper tells whether a link can be a paper's by its address or, where
// the address does not tell, by its text.
func (l *link) mayBePaper(a linkText) bool {
	switch {
	case l.Scheme == graph.DOI || l.Scheme == graph.Link:
		return !a.other
	case l.Scheme != "":
		return true
	case a.label:
		return a.paper && !l.Barred
	}
	return l.PDF && words.WordCount(a.text) >= 3 && !teaching.MatchString(a.text)
}

// teaching knows the PDF files of courses.
var teaching = regexp.MustCompile(`(?i)^(?:lecture|lec|slides?|homework|assignment|syllabus|chapter|exercises?|cheat ?sheet|week)\b`)

// belongs tells whether a link is one more of the paper before it: it must not
// contradict that paper's ids, nor bring a title of its own.
func (b *block) belongs(p *paper, l *link, named string, place int) bool {
	if l.Scheme != "" && l.Scheme != graph.Link && p.ids.Of(l.Scheme) != "" {
		return false
	}
	if named != "" && p.anchor != "" {
		return words.SameTitle(named, p.anchor)
	}
	between := b.between(p.last(), place)
	terms := words.WordCount(styled.Text(between))
	if named != "" {
		return p.lead == 0 && terms < 3 && !(terms > 0 && b.links[p.last()].bare && strings.ContainsAny(styled.Text(between), ",;."))
	}
	if p.anchor == "" && !p.bold {
		return terms < 4 && !(b.kind == paragraphBlock && l.bare && b.links[p.last()].bare && styled.NamesAnother(between))
	}
	return !slices.ContainsFunc(between, func(q styled.Run) bool {
		return q.Bold && q.Link == 0 && words.WordCount(q.Text) >= 3 && p.anchor != ""
	})
}

// isUntitled tells whether a block has one paper and no title for it; people are none.
func (b *block) isUntitled() bool {
	if len(b.papers) != 1 {
		return false
	}
	p := b.papers[0]
	return p.title.Title == "" || p.anchor == "" && (words.WordCount(p.title.Title) < 2 || !p.bold && citation.ArePeople(p.title.Title))
}

// repeats tells whether a block names the outer block's one paper once more.
func (b *block) repeats(outer *block) bool {
	if len(b.papers) != 1 || len(outer.papers) != 1 {
		return false
	}
	there := outer.papers[0].ids
	return slices.ContainsFunc(b.papers[0].ids, func(id graph.ExternalID) bool { return there.Of(id.Scheme) == id.Value })
}

// linksApart tells of each link whether it is of another paper than the one ahead
// of it, where ids and addresses follow each other with nothing but marks between
// them (address.AreSeveral).
func (b *block) linksApart() []bool {
	apart := make([]bool, len(b.links))
	for i := 0; i < len(b.links); {
		end, marks := i+1, ""
		ids := []graph.ExternalID{b.links[i].ExternalID()}
		for ; end < len(b.links); end++ {
			between := styled.Text(b.between(end-1, end))
			one, other := &b.links[end-1], &b.links[end]
			if !one.bare || !other.bare || !one.Scheme.Lookup() || !other.Scheme.Lookup() || words.WordCount(between) > 0 || !strings.ContainsAny(between, ",;") {
				break
			}
			ids, marks = append(ids, other.ExternalID()), marks+between
		}
		several := address.AreSeveral(ids, marks)
		for k := i + 1; k < end; k++ {
			apart[k] = several
		}
		i = end
	}
	return apart
}
