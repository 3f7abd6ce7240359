package text

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/render"
)

// Check writes every entry and its outcome, and with merges also which papers
// were folded into one and why. Where others counted references, it says of which
// lists they count many more; last, what of the lists was passed over.
func Check(w io.Writer, f *study.Findings, merges bool, passed PassedOver, o Options) error {
	p := &page{o: o}
	if aroundKnown(f) {
		p.coverage(f)
	} else {
		p.prose(fmt.Sprintf("%d of %d entries resolved, to %s.", f.Coverage.Resolved, f.Coverage.Entries, count(f.Coverage.Listed, "paper")))
	}
	p.line("")
	p.checked(f)
	if f.Corpus.Auditors != nil {
		p.audit(f)
	}
	if merges {
		p.merges(f)
	}
	p.passedOver(passed)
	return p.finish(w)
}

// PassedOver is what of the lists became no entry.
type PassedOver struct {
	Count int      // links and lines
	Named []string // each, where they are to be named
}

func (p *page) passedOver(passed PassedOver) {
	if passed.Count == 0 {
		return
	}
	p.line("")
	said := "1 link or line of the lists was passed over"
	if passed.Count > 1 {
		said = comma(passed.Count) + " links and lines of the lists were passed over"
	}
	if len(passed.Named) == 0 {
		p.prose(said + ": check -v names them.")
		return
	}
	p.prose(said + ":")
	for _, s := range passed.Named {
		p.prose(s)
	}
}

// aroundKnown reports whether the references of any listed paper were asked for.
func aroundKnown(f *study.Findings) bool {
	return slices.ContainsFunc(f.Graph.Listed(), func(n graph.Node) bool {
		return f.Graph.Paper(n).References.State != graph.Unasked
	})
}

// checked writes each entry with the id that was recognised, the paper it
// resolved to and what is to be said of it.
func (p *page) checked(f *study.Findings) {
	around := aroundKnown(f)
	var rows [][]cell
	for _, e := range f.Corpus.Entries {
		style := statusColours[e.Status]
		resolved := cell{}
		if n, found := f.Graph.Find(e.Paper); found {
			paper := f.Graph.Paper(n)
			resolved = cell{render.Shorten(render.Clean(paper.Byline()), 30), func(s string) string { return p.link(s, paper) }}
		}
		row := []cell{
			plain(render.Clean(e.Place())), {e.Status.String(), func(s string) string { return p.styled(style, s) }},
			plain(render.Shorten(render.Clean(recognised(e)), 24)), resolved, plain(references(f, e)),
		}
		rows = append(rows, append(fitting(p.o, around, row), plain(render.Clean(said(f, e)))))
	}
	heads := fitting(p.o, around, []column{{head: "place"}, {head: "status"}, {head: "id"}, {head: "paper"}, {head: "references"}})
	p.table(append(heads, column{head: "entry", gives: true}), rows)
}

// fitting takes of a row what there is room for: the references, where anything
// is known of them, the paper and the id give way in this order.
func fitting[T any](o Options, around bool, row []T) []T {
	if !around || 0 < o.Width && o.Width < 130 {
		row = row[:4]
	}
	for _, narrow := range []int{100, 80} {
		if 0 < o.Width && o.Width < narrow {
			row = row[:len(row)-1]
		}
	}
	return row
}

// recognised is what an entry was known by: its first id, or else where it leads.
func recognised(e graph.Entry) string {
	if ids := e.Lookups(); len(ids) > 0 {
		return ids[0].String()
	}
	if len(e.IDs) > 0 {
		return string(e.IDs[0].Scheme)
	}
	return ""
}

// said is what an entry is called, its paper's title where that is another,
// and what is to be known of it.
func said(f *study.Findings, e graph.Entry) string {
	name, own := e.Name(), ""
	if n, found := f.Graph.Find(e.Paper); found {
		own = f.Graph.Paper(n).Title
	}
	switch {
	case own == "":
	case e.Title == "":
		name = own
	case graph.TitleKey(own) != graph.TitleKey(e.Title) && !strings.Contains(e.Note, strconv.Quote(own)):
		name += fmt.Sprintf(" — the paper's title is %q", own)
	}
	if e.Note != "" {
		name += " — " + e.Note
	}
	return name
}

// merges lists the papers that were folded into others.
func (p *page) merges(f *study.Findings) {
	p.heading(count(len(f.Corpus.Merges), "merge"))
	var rows [][]cell
	for _, m := range f.Corpus.Merges {
		rows = append(rows, []cell{plain(render.Clean(string(m.Kept))), plain(render.Clean(string(m.Alias))), plain(render.Clean(m.Reason))})
	}
	if len(rows) > 0 {
		p.table([]column{{head: "kept"}, {head: "folded into it"}, {head: "because of", gives: true}}, rows)
	}
}
