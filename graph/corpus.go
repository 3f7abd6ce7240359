package graph

import (
	"fmt"
	"slices"
)

// A Corpus is the listed papers and everything gathered around them, with what
// is known of how it came about. Nobody changes a corpus: a step that needs
// another one makes it.
type Corpus struct {
	Papers  []Paper  // by PaperID, no id twice
	Columns *Columns // in place of Papers, where they are too many
	Entries []Entry  // in the order of the lists; their Paper is an id of Papers
	Sources []Provenance

	// Remembered are the missing entries, by their place, that the source was not
	// asked for in the run that made the corpus, and the day on which it was.
	Remembered map[int]Date

	// Oldest and Newest are the days of the oldest and the newest fact.
	Oldest, Newest Date

	Auditors []string // who were asked to count the references of listed papers; nil: nobody
	Counts   []Count  // what they counted, by auditor, in the order of the list

	Noticed int // listed papers of which somebody was asked whether they were retracted or corrected

	Merges []Merge // papers that were found to be one work

	AsOf    Date // papers published later were left out; zero: none were
	LeftOut LeftOut
	Beyond  Beyond

	Asked []Asked // the requests of the run that made the corpus, in the order of its steps; nil: nobody was asked
}

// Asked counts the requests that a source answered in one step of a gathering.
type Asked struct {
	Source   string // as it is called: "Crossref"
	About    string // "entries"
	Requests int
}

// Beyond counts what a gathering left unasked, since its budget was used up or
// the source gave up.
type Beyond struct {
	Lists  int // papers whose reference lists were not asked for, or not to their end
	Citing int // listed papers whose citing papers were not
}

// A Merge says that the paper Alias was folded into Kept, and why.
type Merge struct {
	Kept, Alias PaperID
	Reason      string
}

// Provenance names a source of facts and the licence it gives them under.
type Provenance struct{ Name, Licence string }

// LeftOut counts the papers that the user's own options took out of a corpus.
type LeftOut struct {
	Later   int // published after AsOf
	Undated int // of no known date, where AsOf was given
	Without int // named by the user

	Entries  int  // entries that had one of those papers
	Earliest Date // of the papers of entries that are published after AsOf
}

// Len is the number of papers.
func (c *Corpus) Len() int {
	if c.Columns != nil {
		return c.Columns.Len()
	}
	return len(c.Papers)
}

// At gives the paper at a place, from 0, in the order of Papers or of Columns. It
// belongs to the corpus.
func (c *Corpus) At(place int) *Paper {
	if c.Columns != nil {
		return c.Columns.Paper(place)
	}
	return &c.Papers[place]
}

// DateAt gives the date of the paper at a place.
func (c *Corpus) DateAt(place int) Date {
	if c.Columns != nil {
		return c.Columns.Days[place].Date()
	}
	return c.Papers[place].Date
}

// Match gives the places of the papers of wanted titles. wanted is called from
// several goroutines.
func (c *Corpus) Match(wanted func(title string) bool) []int {
	if c.Columns != nil {
		return c.Columns.Match(wanted)
	}
	var places []int
	for place := range c.Papers {
		if wanted(c.Papers[place].Title) {
			places = append(places, place)
		}
	}
	return places
}

// Whole gives all papers, each read anew where they are many.
func (c *Corpus) Whole() []Paper {
	if c.Columns == nil {
		return c.Papers
	}
	return c.Columns.whole()
}

// Err is what went wrong while papers were read from where they are kept.
func (c *Corpus) Err() error {
	if c.Columns == nil {
		return nil
	}
	return c.Columns.Err()
}

// Paper finds a paper by its id or an alias; nil where there is none.
// It may search all papers: an Index serves many questions.
func (c *Corpus) Paper(id PaperID) *Paper {
	if c.Columns != nil {
		if place, found := c.Columns.place(id); found {
			return c.At(place)
		}
		return nil
	}
	i, found := slices.BinarySearchFunc(c.Papers, id, func(p Paper, id PaperID) int { return compareIDs(p.ID, id) })
	if found {
		return &c.Papers[i]
	}
	for i := range c.Papers {
		if slices.Contains(c.Papers[i].Aliases, id) {
			return &c.Papers[i]
		}
	}
	return nil
}

// Listed gives the papers that the entries resolved to, each once, in the
// order of the list.
func (c *Corpus) Listed() []PaperID {
	seen := map[PaperID]bool{}
	var out []PaperID
	for _, e := range c.Entries {
		if e.Paper != "" && !seen[e.Paper] {
			seen[e.Paper] = true
			out = append(out, e.Paper)
		}
	}
	return out
}

// Until gives the corpus as it was at the end of a day, month or year: without
// the papers published later and those of no known date. Global citations are
// counts of today and go with them. A zero date changes nothing.
func (c *Corpus) Until(asOf Date) *Corpus {
	if asOf.IsZero() {
		return c
	}
	stays := func(place int) bool { d := c.DateAt(place); return !d.IsZero() && !d.After(asOf) }
	out := c.keep(stays, false, func(place int) string {
		if c.DateAt(place).IsZero() {
			return fmt.Sprintf("its paper has no date, and --as-of %s leaves such papers out", asOf)
		}
		return fmt.Sprintf("its paper is of %s, and --as-of %s leaves later ones out", c.DateAt(place), asOf)
	})
	out.AsOf = asOf
	out.LeftOut.Earliest = c.earliest(asOf)
	for place := range c.Len() {
		if c.DateAt(place).IsZero() {
			out.LeftOut.Undated++
		}
	}
	out.LeftOut.Later = c.Len() - out.Len() - out.LeftOut.Undated
	return out
}

// Without gives the corpus without the papers named (by id or alias) and all
// their citations.
func (c *Corpus) Without(ids []PaperID) *Corpus {
	if len(ids) == 0 {
		return c
	}
	gone := c.named(ids)
	out := c.keep(func(place int) bool { return !gone[place] }, true, func(int) string { return "--without leaves its paper out" })
	out.LeftOut.Without = c.Len() - out.Len()
	return out
}

// named gives the places of the papers that ids name, as PaperIDs or aliases.
func (c *Corpus) named(ids []PaperID) map[int]bool {
	out := map[int]bool{}
	if c.Columns != nil {
		for _, id := range ids {
			for _, place := range c.Columns.named(id) {
				out[place] = true
			}
		}
		return out
	}
	wanted := map[PaperID]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	for i := range c.Papers {
		p := &c.Papers[i]
		if wanted[p.ID] || slices.ContainsFunc(p.Aliases, func(id PaperID) bool { return wanted[id] }) {
			out[i] = true
		}
	}
	return out
}

// earliest is the first date of a listed paper published after a date, the zero
// Date where there is none.
func (c *Corpus) earliest(after Date) (first Date) {
	for _, id := range c.Listed() {
		if p := c.Paper(id); p != nil && p.Date.After(after) && (first.IsZero() || p.Date.Compare(first) < 0) {
			first = p.Date
		}
	}
	return first
}

// keep copies the corpus with only the papers that stay. An entry whose paper
// goes has why in its note and no longer counts as listed. withCounts is whether
// global citations stay.
func (c *Corpus) keep(stays func(place int) bool, withCounts bool, why func(place int) string) *Corpus {
	out := *c
	out.Papers = nil
	for place := range c.Papers {
		if stays(place) {
			out.Papers = append(out.Papers, c.Papers[place])
		}
	}
	for i := range out.Papers {
		if !withCounts {
			out.Papers[i].Global, out.Papers[i].Influential = nil, nil
		}
	}
	if c.Columns != nil {
		out.Columns = c.Columns.keep(stays, withCounts)
	}
	out.Entries = slices.Clone(c.Entries)
	index := c.Index()
	for i := range out.Entries {
		e := &out.Entries[i]
		if place, found := index.Place(e.Paper); e.Paper != "" && found && !stays(place) {
			e.Paper, e.Note, e.Status = "", why(place), StatusMissing
			out.LeftOut.Entries++
		}
	}
	return &out
}

// An Index finds papers by any id they are known under: PaperID, alias or
// external identifier in its written form ("arXiv:2305.11206").
type Index struct {
	places  map[PaperID]int
	columns *Columns
}

// Index indexes the papers of the corpus by their place.
func (c *Corpus) Index() Index {
	if c.Columns != nil {
		return Index{columns: c.Columns}
	}
	return NewIndex(c.Papers)
}

// NewIndex indexes the papers by their place in the slice. Where two papers
// claim one id, the first keeps it; a paper's own PaperID is never taken.
func NewIndex(papers []Paper) Index {
	x := Index{places: make(map[PaperID]int, 2*len(papers))}
	for i := range papers {
		x.places[papers[i].ID] = i
	}
	for i := range papers {
		for _, id := range papers[i].Aliases {
			x.claim(id, i)
		}
		for _, id := range papers[i].IDs {
			x.claim(PaperID(id.String()), i)
		}
	}
	return x
}

func (x Index) claim(id PaperID, place int) {
	if _, taken := x.places[id]; !taken {
		x.places[id] = place
	}
}

// Place gives the place of the paper that a PaperID, an alias or the written form
// of an identifier names.
func (x Index) Place(id PaperID) (place int, found bool) {
	if x.columns != nil {
		return x.columns.place(id)
	}
	place, found = x.places[id]
	return place, found
}

// Find gives the place of the paper that id names.
func (x Index) Find(id ExternalID) (place int, found bool) { return x.Place(PaperID(id.String())) }

// A Count is how many references another source counts of a listed paper.
type Count struct {
	Paper      PaperID
	Source     string // as it is called: "Crossref"
	References int
}
