package main

import (
	"slices"

	"citemap/graph"
)

// A dump is a source as it is dumped.
type dump struct {
	source
	faults  faults
	corpus  []int64 // the corpus id of each paper
	doubled map[int]bool
}

// number gives each paper its corpus id, one behind all others where it has none,
// and remembers which are doubled.
func (d *dump) number() {
	d.corpus, d.doubled = make([]int64, d.Len()), map[int]bool{}
	last := int64(0)
	for place := range d.corpus {
		d.corpus[place] = d.CorpusID(place)
		last = max(last, d.corpus[place])
		if d.faults.mayDouble(place) {
			p := d.Paper(place)
			d.doubled[place] = knows(&p)
		}
	}
	for place, n := range d.corpus {
		if n == 0 {
			last++
			d.corpus[place] = last
		}
	}
}

// sets are the data sets of the dump. The rows of a paper lie together, and the
// papers in no order.
func (d *dump) sets(shards int) []set {
	few := max(2, shards/2)
	return []set{
		{name: "papers", shards: few, papers: d.Len(), rows: d.paperRows},
		{name: "abstracts", shards: few, papers: d.Len(), rows: d.abstractRows},
		{name: "paper-ids", shards: few, papers: d.Len(), rows: d.idRows},
		{name: "citations", shards: shards, papers: d.Len(), rows: d.citationRows, again: 50},
	}
}

type idRow struct {
	SHA      string   `json:"sha"`
	CorpusID corpusID `json:"corpusid"`
	Primary  bool     `json:"primary"`
}

// idRows says by which paperIds a paper is known.
func (d *dump) idRows(out []byte, place int, s shard) []byte {
	row := idRow{SHA: string(d.ID(place)), CorpusID: corpusID{d.corpus[place], s.stringIDs}, Primary: true}
	out = line(out, row)
	for _, alias := range d.merged(place, d.Aliases(place)) {
		row.SHA, row.Primary = alias, false
		out = line(out, row)
	}
	if d.doubled[place] {
		out = line(out, idRow{d.faults.doubleID(d.ID(place)), corpusID{firstDouble + int64(place), s.stringIDs}, true})
	}
	return out
}

// merged gives the ids under which a paper was known, but for its double's.
func (d *dump) merged(place int, aliases []graph.PaperID) []string {
	var out []string
	for _, id := range aliases {
		out = append(out, string(id))
	}
	if d.faults.one(100, mergedPaper, place, 0) {
		out = append(out, d.faults.mergedID(d.ID(place)))
	}
	slices.Sort(out)
	return out
}

type abstractRow struct {
	CorpusID corpusID `json:"corpusid"`
	Access   access   `json:"openaccessinfo"`
	Abstract string   `json:"abstract"`
}

type access struct {
	ExternalIDs map[string]*string `json:"externalids"`
	License     *string            `json:"license"`
	URL         *string            `json:"url"`
	Status      *string            `json:"status"`
}

// abstractRows gives a paper's abstract, twice for some.
func (d *dump) abstractRows(out []byte, place int, s shard) []byte {
	if d.faults.one(300, unknownAbstract, place, 0) {
		out = line(out, abstractRow{CorpusID: corpusID{firstUnknown + int64(place), s.stringIDs}, Abstract: "Of a paper that is not there."})
	}
	p := d.Paper(place)
	if p.Abstract == "" {
		return out
	}
	row := abstractRow{CorpusID: corpusID{d.corpus[place], s.stringIDs}, Abstract: p.Abstract}
	out = line(out, row)
	if d.faults.one(100, repeatedAbstract, place, 0) {
		out = line(out, row)
	}
	return out
}
