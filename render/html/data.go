package html

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/graph/view"
	"citemap/render"
	"citemap/render/export"
)

// data is what the script knows.
type data struct {
	Title    string     `json:"title"`
	Add      string     `json:"add,omitempty"` // the command that puts papers on the list, but for their ids
	Papers   []paper    `json:"papers"`        // each once, those of the map first
	MainPath []int      `json:"mainPath"`
	Ranked   []rankRow  `json:"ranked"`
	Gaps     []gapRow   `json:"gaps"`
	Entries  []entryRow `json:"entries"`

	static   int // rows of each table that stand in the page itself
	ranking  *study.Ranking
	route    *route
	spectrum *spectrum
	topics   []topicRow
}

func newData(f *study.Findings, m *render.Map) (*data, error) {
	c := newCollection(f)
	c.ranking = f.Ranking(rank.Default, false)
	c.draw(m)
	d := &data{static: static, ranking: c.ranking, MainPath: append([]int{}, m.View.MainPath...), Entries: c.entryRows(), Gaps: c.gapRows(), Ranked: c.rankRows()}
	d.topics = c.topicRows()
	d.route, d.spectrum = newRoute(f), newSpectrum(f)
	c.named(d.route, d.spectrum)
	c.setNames()
	c.enter(d.route, d.spectrum)
	c.tell()
	if err := c.detail(); err != nil {
		return nil, err
	}
	d.Papers = c.papers
	return d, nil
}

// changed is what the script has to know of a change first: the list and its gaps, of
// papers that are nowhere drawn yet.
func changed(f *study.Findings) *data {
	c := newCollection(f)
	d := &data{MainPath: []int{}, Ranked: []rankRow{}, Entries: c.entryRows(), Gaps: c.gapRows()}
	c.setNames()
	c.tell()
	d.Papers = c.papers
	return d
}

// draw adds the papers of the map, each at its place there and under its name
// there.
func (c *collection) draw(m *render.Map) {
	for _, drawn := range m.Papers {
		p := &c.papers[c.add(drawn.Node)]
		p.Node, p.Group, p.Label, p.Role = int(drawn.Node), drawn.Group, drawn.Label, drawn.Role.String()
	}
}

// named adds the papers that the main path and the years name, so that they can be
// opened.
func (c *collection) named(r *route, s *spectrum) {
	if r != nil {
		for _, x := range r.Stops {
			c.add(x.node)
		}
	}
	if s != nil {
		for _, x := range s.Peaks {
			c.add(x.node)
		}
	}
}

// enter puts the papers under their names into the main path and the years.
func (c *collection) enter(r *route, s *spectrum) {
	if r != nil {
		for i := range r.Stops {
			r.Stops[i].Paper = c.papers[c.place[r.Stops[i].node]]
		}
	}
	if s != nil {
		for i := range s.Peaks {
			s.Peaks[i].Paper = c.papers[c.place[s.Peaks[i].node]]
		}
	}
}

// tell says of every paper why it is here and which others it touches.
func (c *collection) tell() {
	for i, n := range c.nodes {
		p := &c.papers[i]
		if p.Why = c.why(p, n); p.Role == "" {
			p.Role = c.role(n)
		}
		if number := c.gaps[n]; number > 0 {
			x := &c.findings.Gaps.Gaps[number-1]
			p.Strength, p.Belongs, p.Reasons = x.Strength.String(), int(math.Round(100*x.Belongs)), c.reasons(x)
		}
		p.Cited = citingYears(c.findings.Graph, n)
		p.References, p.Citing = c.telling(c.findings.Graph.References(n)), c.telling(c.findings.Graph.Citing(n))
	}
}

func (c *collection) role(n graph.Node) string {
	switch {
	case c.listed[n]:
		return view.Listed.String()
	case c.gaps[n] > 0:
		return view.Gap.String()
	}
	return view.Context.String()
}

// telling gives the places of those papers that are drawn or listed.
func (c *collection) telling(nodes []graph.Node) []int {
	out := []int{}
	for _, n := range nodes {
		if i, there := c.place[n]; there && (c.listed[n] || c.papers[i].Node >= 0) {
			out = append(out, i)
		}
	}
	return out
}

// details is how many bytes abstracts and BibTeX may take. The papers
// that come first have them.
const details = 4 << 20

// detail adds what is long of each paper, as long as there is room.
func (c *collection) detail() error {
	records, err := c.bibTeX()
	if err != nil {
		return err
	}
	room := details
	for i, n := range c.nodes {
		p := &c.papers[i]
		abstract := render.Clean(c.findings.Graph.Paper(n).Abstract)
		if room -= len(abstract) + len(records[n]); room < 0 {
			return nil
		}
		p.Abstract, p.BibTeX = abstract, records[n]
	}
	return nil
}

// bibTeX gives a record of each paper.
func (c *collection) bibTeX() (map[graph.Node]string, error) {
	nodes := slices.Sorted(slices.Values(c.nodes))
	format, _ := export.ByName("bibtex")
	var b bytes.Buffer
	if err := format.Write(&b, export.New(c.findings, export.Selection{What: export.Corpus, Papers: nodes}, nil)); err != nil {
		return nil, fmt.Errorf("write report: %w", err)
	}
	records := strings.Split(strings.TrimSuffix(b.String(), "\n\n"), "\n}\n\n")
	if len(nodes) > 0 && len(records) != len(nodes) {
		return nil, fmt.Errorf("write report: %d records of BibTeX for %d papers", len(records), len(nodes))
	}
	out := make(map[graph.Node]string, len(nodes))
	for i, n := range nodes {
		out[n] = strings.TrimSuffix(records[i], "\n}") + "\n}\n"
	}
	return out, nil
}

// static is how many rows of a table stand in a page that is a file. The others are
// data, which the script turns into rows.
const static = 100

// StaticRanked, StaticGaps and StaticEntries are the rows in the page itself.
func (d *data) StaticRanked() []rankRow   { return d.Ranked[:min(d.static, len(d.Ranked))] }
func (d *data) StaticGaps() []gapRow      { return d.Gaps[:min(d.static, len(d.Gaps))] }
func (d *data) StaticEntries() []entryRow { return d.Entries[:min(d.static, len(d.Entries))] }

// At gives the paper at a place.
func (d *data) At(place int) paper { return d.Papers[place] }
