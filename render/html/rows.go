package html

import (
	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
)

// A paperView is a paper as it stands in a table.
type paperView struct {
	ID, Byline, Title, URL string
	Year                   int
	Listed                 bool
}

func newPaperView(f *study.Findings, n graph.Node) paperView {
	p := f.Graph.Paper(n)
	v := paperView{
		ID: render.Clean(string(p.ID)), Byline: render.Clean(p.Byline()), Title: render.Clean(p.Title),
		URL: render.Link(p.Page()), Year: p.Date.Year, Listed: f.Listed(n),
	}
	if v.Title == "" {
		v.Title = v.Byline
	}
	return v
}

// A gapRow is one gap with its reasons.
type gapRow struct {
	Rank           int
	Kind           string
	Survey         bool
	CitedBy, Cites int
	Paper          paperView
	Reasons        []string
}

func gapRows(f *study.Findings) []gapRow {
	var rows []gapRow
	for i, x := range f.Gaps.Gaps[:min(gapsShown, len(f.Gaps.Gaps))] {
		row := gapRow{i + 1, x.Kind.String(), x.Survey, len(x.CitedBy), len(x.Cites), newPaperView(f, x.Node), nil}
		for _, r := range x.Reasons {
			row.Reasons = append(row.Reasons, render.Clean(r))
		}
		rows = append(rows, row)
	}
	return rows
}

// A topicRow is one topic that the list lacks.
type topicRow struct {
	Evidence string
	Leading  []paperView
}

func topicRows(f *study.Findings) []topicRow {
	var rows []topicRow
	for _, t := range f.Topics {
		row := topicRow{Evidence: render.Clean(t.Sentence())}
		for _, n := range t.Leading {
			row.Leading = append(row.Leading, newPaperView(f, n))
		}
		rows = append(rows, row)
	}
	return rows
}

// An entryRow is one entry of the lists.
type entryRow struct {
	Place, Status, Name, Note string
	References                string
	Paper                     *paperView
}

func entryRows(f *study.Findings) []entryRow {
	var rows []entryRow
	for _, e := range f.Corpus.Entries {
		row := entryRow{Place: render.Clean(e.Place()), Status: e.Status.String(), Name: render.Clean(e.Name()), Note: render.Clean(e.Note)}
		if n, found := f.Graph.Find(e.Paper); found {
			v := newPaperView(f, n)
			row.Paper = &v
			row.References = f.Graph.Paper(n).References.State.String()
		}
		rows = append(rows, row)
	}
	return rows
}

// data is what the script knows of the papers on the map.
type data struct {
	Papers []mapPaper `json:"papers"`
}

// A mapPaper is one paper of the map. Its references and citing papers are
// nodes of other papers of the map, whether the citation is drawn or not.
type mapPaper struct {
	Node       graph.Node `json:"node"`
	ID         string     `json:"id"`
	Role       string     `json:"role"`
	Label      string     `json:"label"`
	Title      string     `json:"title"`
	Authors    []string   `json:"authors"`
	Date       string     `json:"date"`
	Venue      string     `json:"venue,omitempty"`
	Abstract   string     `json:"abstract,omitempty"`
	URL        string     `json:"url,omitempty"`
	Why        []string   `json:"why"`
	References []int      `json:"references"` // places in Papers
	Citing     []int      `json:"citing"`
}

func newData(f *study.Findings, m *render.Map) data {
	reasons := map[graph.Node][]string{}
	for _, x := range f.Gaps.Gaps {
		reasons[x.Node] = x.Reasons
	}
	d := data{Papers: make([]mapPaper, len(m.Papers))}
	place := map[graph.Node]int{}
	for i, p := range m.Papers {
		place[p.Node] = i
		d.Papers[i] = newMapPaper(f.Graph.Paper(p.Node), p)
		d.Papers[i].Why = append(d.Papers[i].Why, why(f, p)...)
		for _, r := range reasons[p.Node] {
			d.Papers[i].Why = append(d.Papers[i].Why, render.Clean(r))
		}
	}
	for i, p := range m.Papers {
		for _, r := range f.Graph.References(p.Node) {
			if j, drawn := place[r]; drawn {
				d.Papers[i].References = append(d.Papers[i].References, j)
				d.Papers[j].Citing = append(d.Papers[j].Citing, i)
			}
		}
	}
	return d
}

func newMapPaper(p *graph.Paper, drawn render.Paper) mapPaper {
	out := mapPaper{
		Node: drawn.Node, ID: render.Clean(string(p.ID)), Role: drawn.Role.String(), Label: drawn.Label, Title: drawn.Title,
		Authors: []string{}, Date: p.Date.String(), Venue: render.Clean(p.Venue), Abstract: render.Clean(p.Abstract), URL: drawn.URL,
		Why: []string{}, References: []int{}, Citing: []int{},
	}
	for _, a := range p.Authors {
		out.Authors = append(out.Authors, render.Clean(a))
	}
	return out
}

// why says what brought a paper onto the map.
func why(f *study.Findings, p render.Paper) []string {
	cited := citedBy(p.LocalCitations)
	switch p.Role {
	case render.Listed:
		return append([]string{"On the list.", cited}, unknown[p.References]...)
	case render.Gap:
		return []string{"Gap number " + number(p.Rank) + ".", cited}
	}
	place := 1
	scores := f.ScoresBy(rank.PageRank)
	for _, s := range scores {
		if s > scores[p.Node] {
			place++
		}
	}
	return []string{"Context: it ties the papers around it together.", cited, "Number " + number(place) + " of the corpus by PageRank."}
}

func citedBy(n int) string {
	switch n {
	case 0:
		return "No paper of the corpus cites it."
	case 1:
		return "1 paper of the corpus cites it."
	}
	return plural(n, "paper") + " of the corpus cite it."
}

// unknown says of a listed paper that what it cites could not be looked at,
// which is not the same as that it cites nothing.
var unknown = map[graph.State][]string{
	graph.Unasked:  {"Its reference list is not known."},
	graph.Empty:    {"The source has an empty reference list for it."},
	graph.Withheld: {"Its publisher withholds its reference list."},
	graph.Failed:   {"The source could not give its reference list."},
}
