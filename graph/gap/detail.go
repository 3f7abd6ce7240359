package gap

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
)

// describedGaps is how many of the first gaps are described by what is known
// beyond the graph: no more have an embedding, and each paper has to be read.
const describedGaps = 200

// describe adds to the first gaps what their sources tell beyond the graph, and
// words it.
func (r *reasoner) describe(gaps []Gap) {
	gaps = gaps[:min(len(gaps), describedGaps)]
	r.readAhead(gaps)
	text := newTextSpace(r.g, r.listed)
	for i := range gaps {
		x := &gaps[i]
		p := r.g.Paper(x.Node)
		r.quote(x, p)
		if l, likeness, known := text.nearest(p); known {
			x.Alike, x.Likeness = &l, likeness
		}
		x.Survey = x.Survey || p.Survey()
		x.Reasons = slices.Concat(warning(p), x.Reasons, r.beyond(x, p, text))
	}
}

// readAhead reads the papers that are described, and the listed ones, together.
func (r *reasoner) readAhead(gaps []Gap) {
	nodes := slices.Clone(r.listed)
	for i := range gaps {
		nodes = append(nodes, gaps[i].Node)
	}
	r.g.ReadAhead(nodes)
}

// warning says first that a paper was retracted, or what else there is of notice.
func warning(p *graph.Paper) []string {
	if p.Notice == nil {
		return nil
	}
	return []string{p.Notice.Sentence()}
}

// quote collects how the listed papers cite a gap, and how it cites them.
func (r *reasoner) quote(x *Gap, p *graph.Paper) {
	add := func(citing, cited graph.Node, c *graph.Context) {
		if c != nil {
			x.Contexts = append(x.Contexts, Quote{citing, cited, *c})
		}
	}
	for _, l := range x.CitedBy {
		add(l, x.Node, r.g.Paper(l).ContextOf(p))
	}
	for _, l := range x.Cites {
		add(x.Node, l, p.ContextOf(r.g.Paper(l)))
	}
}

// beyond words what is known beyond the graph.
func (r *reasoner) beyond(x *Gap, p *graph.Paper, text *textSpace) []string {
	var out []string
	if best := bestQuote(x); best != nil {
		x.Quoted = r.quoted(x, best)
		out = append(out, x.Quoted)
	}
	if p.Survey() {
		out = append(out, "A survey: its source calls it a review.")
	}
	if x.Alike != nil && text.close(x.Likeness) {
		out = append(out, fmt.Sprintf("Alike in text to %s.", r.g.Paper(*x.Alike).Byline()))
	}
	return out
}

// bestQuote picks the passage that tells most: of an influential citation, then
// of one that takes up method or result, then of a listed paper; nil where there
// is none.
func bestQuote(x *Gap) *Quote {
	var best *Quote
	weight := func(q *Quote) int {
		w := 0
		if q.Influential {
			w += 4
		}
		if slices.ContainsFunc(q.Intents, func(i string) bool { return i != "background" }) {
			w += 2
		}
		if q.Cited == x.Node {
			w++
		}
		return w
	}
	for i := range x.Contexts {
		q := &x.Contexts[i]
		if len(q.Texts) > 0 && (best == nil || weight(q) > weight(best)) {
			best = q
		}
	}
	return best
}

// quoted words how one paper cites the other.
func (r *reasoner) quoted(x *Gap, q *Quote) string {
	said := "Cited by " + r.g.Paper(q.Citing).Byline()
	if q.Cited != x.Node {
		said = "It cites " + r.g.Paper(q.Cited).Byline()
	}
	if len(q.Intents) > 0 {
		said += " as " + strings.Join(intentsInWords(q.Intents), " and ")
	}
	if q.Influential {
		said += ", in an influential citation"
	}
	return said + ": “" + sentence(q.Texts[0]) + "”"
}

func intentsInWords(intents []string) []string {
	out := make([]string, len(intents))
	for i, intent := range intents {
		out[i] = strings.Replace(intent, "methodology", "method", 1)
	}
	return out
}

// A passage is cut to no more than so many characters, and no fewer where it can
// be cut at the end of a sentence.
const (
	longQuote  = 240
	shortQuote = 60
)

// sentence cuts a passage at the end of its first sentence that is long enough,
// else between two words, and takes quotation marks off that would end it early.
func sentence(passage string) string {
	passage = strings.NewReplacer("“", "'", "”", "'").Replace(titles.Plain(passage))
	runes := []rune(passage)
	if len(runes) <= longQuote {
		return passage
	}
	for i := shortQuote; i < longQuote; i++ {
		if strings.ContainsRune(".!?", runes[i]) && runes[i+1] == ' ' && i+2 < len(runes) && startsSentence(runes[i+2]) {
			return string(runes[:i+1])
		}
	}
	cut := string(runes[:longQuote])
	if space := strings.LastIndexByte(cut, ' '); space > longQuote/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:…") + "…"
}

func startsSentence(r rune) bool { return 'A' <= r && r <= 'Z' }
