package markdown

import (
	"citemap/fetch/address"
	"citemap/fetch/citation"
	"citemap/fetch/citation/words"
	"citemap/fetch/list/markdown/styled"
	"citemap/graph"
)

type blockKind uint8

const (
	paragraphBlock blockKind = iota
	headingBlock
	itemBlock
	rowBlock
	ruleBlock
)

// A block is a part of the document that may be an entry, or hold some: a
// heading with what belongs to it, a list item, a paragraph, a table row.
type block struct {
	kind       blockKind
	level      int // of a heading
	column     int // of an item's marker
	start, end int
	section    string
	runs       []styled.Run
	links      []link
	blocks     []*block // inside it, in order
	listed     bool     // its words are a title, with no link
	summary    bool     // of <details>: a title of what is below, if that is one paper
	columns    []string // of a table row, the header's cells
	papers     []*paper
	spans      []span // the runs of each link
}

// A link is one link of a block.
type link struct {
	address string
	title   string            // the link's title attribute
	start   int               // where it begins in the document
	bare    bool              // its text is its address
	written bool              // the list did not make it a link
	more    graph.ExternalIDs // those in its text
	address.Page
}

// key is what two links to one paper have in common.
func (l *link) key() string {
	if l.Scheme == "" || l.Scheme == graph.Link {
		return l.address
	}
	return string(l.Scheme) + ":" + l.Value
}

// A paper is one paper that a block links to, with what the block says of it.
type paper struct {
	ids    graph.ExternalIDs // those a source takes, and OpenReview's
	page   string            // the first address that is a paper's and holds no such id
	links  []int             // places in the block's links
	title  citation.Reading
	anchor string // the link text that is its title, "" where none is
	from   int    // the first run that is about it
	lead   int    // words before its first link
	bold   bool   // a bold run stands before its first link
	sure   bool   // an address of it names a paper, whatever the words around it
	filed  bool   // a table calls a PDF file its paper
}

// last gives the place of the paper's last link.
func (p *paper) last() int { return p.links[len(p.links)-1] }

// isNamed tells whether the title is enough to go by; one word is in a table.
func (p *paper) isNamed() bool {
	n := words.WordCount(p.title.Title)
	return n >= 2 || n == 1 && p.filed
}

// A span is the runs of one link: from first, up to after.
type span struct{ first, after int }

// absorb takes the runs and links of a block inside into its own.
func (b *block) absorb(inner *block) {
	if len(b.runs) > 0 {
		b.runs = append(b.runs, styled.Run{Gap: styled.LineGap, Start: inner.start, End: inner.start})
	}
	for _, p := range inner.runs {
		if p.Link > 0 {
			p.Link += len(b.links)
		}
		b.runs = append(b.runs, p)
	}
	b.links = append(b.links, inner.links...)
	b.end = max(b.end, inner.end)
	if len(inner.links) > 0 {
		inner.runs, inner.links, inner.papers, inner.spans = nil, nil, nil, nil
	}
}

func (b *block) findSpans() {
	b.spans = make([]span, len(b.links))
	for i := len(b.runs) - 1; i >= 0; i-- {
		if n := b.runs[i].Link; n > 0 {
			s := &b.spans[n-1]
			s.first, s.after = i, max(s.after, i+1)
		}
	}
}

// between gives the runs after one link and before another.
func (b *block) between(one, other int) []styled.Run {
	last := b.spans[other].first
	return b.runs[min(b.spans[one].after, last):last]
}

// linked gives the runs of the block's links.
func (b *block) linked() []styled.Run {
	var out []styled.Run
	for _, p := range b.runs {
		if p.Link > 0 {
			out = append(out, p)
		}
	}
	return out
}

// allWritten tells whether the list made none of the links.
func allWritten(links []link) bool {
	for _, l := range links {
		if !l.written {
			return false
		}
	}
	return true
}
