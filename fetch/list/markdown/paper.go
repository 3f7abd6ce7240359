package markdown

import (
	"regexp"
	"slices"

	"citemap/fetch/citation"
	"citemap/fetch/citation/words"
	"citemap/graph"
)

// A paper is one paper that a block links to, with what the block says of it.
type paper struct {
	ids    graph.ExternalIDs // those a source takes, and OpenReview's
	page   string            // the first address that is a paper's and holds no such id
	links  []int             // places in the block's links
	title  citation.Reading
	anchor string // the link text that is its title, "" where none is
	from   int    // the first piece that is about it
	lead   int    // words before its first link
	bold   bool   // a bold run stands before its first link
	sure   bool   // an address of it names a paper, whatever the words around it
	filed  bool   // a table calls a PDF file its paper
}

// last gives the place of the paper's last link.
func (p *paper) last() int { return p.links[len(p.links)-1] }

// findPapers groups the links of a block into papers.
func (b *block) findPapers() {
	b.linkColumns()
	b.findSpans()
	b.papers = nil
	b.groupLinks()
	if len(b.papers) == 0 && b.findWrittenIDs() {
		b.findSpans()
		b.groupLinks()
	}
	for k, p := range b.papers {
		next := len(b.pieces)
		if k+1 < len(b.papers) {
			next = b.spans[b.papers[k+1].links[0]].first
		}
		p.title = b.name(p, max(next, b.spans[p.last()].after))
		if p.anchor == "" && isSaid(p.title.Title) {
			p.title = citation.Reading{}
		}
		if k > 0 && p.title.Title == "" && b.isBeside(b.papers[k-1], p) {
			p.title = b.papers[k-1].title
		}
	}
}

// isBeside tells whether nothing is said between two papers: they are versions
// of one, each with an id of its own.
func (b *block) isBeside(prior, p *paper) bool {
	return b.kind != paragraphBlock && p.anchor == "" && words.WordCount(plainText(b.between(prior.last(), p.links[0]))) == 0
}

// groupLinks makes papers of the links that may be of papers.
func (b *block) groupLinks() {
	known := map[string]*paper{}
	var now *paper
	for i := range b.links {
		l := &b.links[i]
		if l.Barred && l.Scheme == "" && !b.isInPaperColumn(i) {
			continue
		}
		a := b.anchor(i)
		if !l.mayBePaper(a) && (a.label || words.WordCount(a.text) < 3 || !b.isInPaperColumn(i)) {
			continue
		}
		named := ""
		if !a.label {
			named = a.text
		}
		p := known[l.key()]
		if p == nil && now != nil && b.belongs(now, l, named, i) {
			p = now
		}
		if p == nil {
			p = b.newPaper(now, i)
			b.papers = append(b.papers, p)
		}
		known[l.key()] = p
		p.take(l, i, named)
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
	before := b.pieces[min(p.from, b.spans[place].first):b.spans[place].first]
	p.lead = words.WordCount(plainText(before))
	p.bold = slices.ContainsFunc(before, func(q piece) bool { return q.bold && words.WordCount(q.text) >= 2 })
	return p
}

// key is what two links to one paper have in common.
func (l *link) key() string {
	if l.Scheme == "" || l.Scheme == graph.Link {
		return l.address
	}
	return string(l.Scheme) + ":" + l.Value
}

// take adds a link to the paper's.
func (p *paper) take(l *link, place int, named string) {
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
	if l.Scheme == "" || l.Scheme == graph.Link {
		return
	}
	p.ids = p.ids.With(l.ExternalID())
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
func (l *link) mayBePaper(a anchor) bool {
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
	terms := words.WordCount(plainText(between))
	if named != "" {
		return p.lead == 0 && terms < 3
	}
	if p.anchor == "" && !p.bold {
		return terms < 4
	}
	return !slices.ContainsFunc(between, func(q piece) bool {
		return q.bold && q.link == 0 && words.WordCount(q.text) >= 3 && p.anchor != ""
	})
}

// A span is the pieces of one link: from first, up to after.
type span struct{ first, after int }

func (b *block) findSpans() {
	b.spans = make([]span, len(b.links))
	for i := len(b.pieces) - 1; i >= 0; i-- {
		if n := b.pieces[i].link; n > 0 {
			s := &b.spans[n-1]
			s.first, s.after = i, max(s.after, i+1)
		}
	}
}

// between gives the pieces after one link and before another.
func (b *block) between(one, other int) []piece {
	last := b.spans[other].first
	return b.pieces[min(b.spans[one].after, last):last]
}
