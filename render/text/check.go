package text

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/graph/titles"
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
	said := "1 link or line of the lists was skipped"
	if passed.Count > 1 {
		said = comma(passed.Count) + " links and lines of the lists were skipped"
	}
	if len(passed.Named) == 0 {
		p.prose(said + ": check -v lists them.")
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
	if p.o.Wide {
		p.entryTable(f)
		return
	}
	for _, e := range f.Corpus.Entries {
		p.entry(f, e, around)
	}
}

// entry writes what became of an entry, and, where that is wanted, how many
// references of its paper are known.
func (p *page) entry(f *study.Findings, e graph.Entry, around bool) {
	x := item{name: render.Clean(e.Place()), remarks: []remark{{e.Status.String(), statusColours[e.Status]}}}
	if n, found := f.Graph.Find(e.Paper); found {
		x.paper = f.Graph.Paper(n)
		x.remarks = append(x.remarks, remark{text: render.Clean(x.paper.Byline())})
	} else {
		x.remarks = append(x.remarks, remark{text: render.Clean(recognised(e))})
	}
	if around {
		x.remarks = append(x.remarks, remark{text: toldReferences(f, e)})
	}
	x.title, x.lines = said(f, e)
	p.item(x)
}

// entryTable writes the entries, a line each.
func (p *page) entryTable(f *study.Findings) {
	var rows [][]cell
	for _, e := range f.Corpus.Entries {
		style := statusColours[e.Status]
		row := []cell{
			plain(render.Clean(e.Place())), {e.Status.String(), func(s string) string { return p.styled(style, s) }},
			plain(render.Clean(recognised(e))), {}, plain(references(f, e)), {},
		}
		if n, found := f.Graph.Find(e.Paper); found {
			paper := f.Graph.Paper(n)
			row[3] = cell{render.Clean(paper.Byline()), func(s string) string { return p.link(s, paper) }}
		}
		title, notes := said(f, e)
		row[5] = plain(render.Clean(strings.Join(append([]string{title}, notes...), " — ")))
		rows = append(rows, row)
	}
	p.table([]column{{head: "place"}, {head: "status"}, {head: "id"}, {head: "paper"}, {head: "references"}, {head: "entry", gives: true}}, rows)
}

// recognised is what an entry was known by: its first id, or else where it leads.
func recognised(e graph.Entry) string {
	if ids := e.Lookups(); len(ids) > 0 {
		return ids[0].String()
	}
	if len(e.IDs) > 0 {
		return e.IDs[0].Value
	}
	return ""
}

// said is what an entry is called, its paper's title where that is another,
// and what is to be known of it.
func said(f *study.Findings, e graph.Entry) (name string, notes []string) {
	name, own := e.Name(), ""
	if n, found := f.Graph.Find(e.Paper); found {
		own = f.Graph.Paper(n).Title
	}
	switch {
	case own == "":
	case e.Title == "":
		name = own
	case titles.Key(own) != titles.Key(e.Title) && !strings.Contains(e.Note, strconv.Quote(own)):
		notes = append(notes, fmt.Sprintf("the paper's title is %q", own))
	}
	if e.Note != "" {
		notes = append(notes, e.Note)
	}
	return name, notes
}

// merges lists the papers that were folded into others.
func (p *page) merges(f *study.Findings) {
	all := f.Corpus.Merges
	if len(all) == 0 {
		p.line("")
		p.line("No papers were merged.")
		return
	}
	p.heading(count(len(all), "merge"))
	if p.o.Wide {
		p.mergeTable(all)
		return
	}
	for i, m := range all {
		p.item(item{number: i + 1, name: render.Clean(string(m.Kept)), lines: []string{
			"takes in " + string(m.Alias), m.Reason,
		}})
	}
}

// mergeTable lists them a line each.
func (p *page) mergeTable(all []graph.Merge) {
	var rows [][]cell
	for _, m := range all {
		rows = append(rows, []cell{plain(render.Clean(string(m.Kept))), plain(render.Clean(string(m.Alias))), plain(render.Clean(m.Reason))})
	}
	p.table([]column{{head: "kept"}, {head: "folded into it"}, {head: "because of", gives: true}}, rows)
}
