package graph

import (
	"fmt"
	"slices"
)

// A Corpus is the listed papers and everything gathered around them, with what
// is known of how it came about. Nobody changes a corpus: a step that needs
// another one makes it.
type Corpus struct {
	Papers  []Paper // by PaperID, no id twice
	Entries []Entry // in the order of the lists; their Paper is an id of Papers
	Sources []Provenance

	// Remembered are the missing entries, by their place, that the source was not
	// asked for in the run that made the corpus, and the day on which it was.
	Remembered map[int]Date

	// Oldest and Newest are the days of the oldest and the newest fact.
	Oldest, Newest Date

	Auditors []string // who were asked to count the references of listed papers; nil: nobody
	Counts   []Count  // what they counted, by auditor, in the order of the list

	Merges []Merge // papers that were found to be one work

	AsOf    Date // papers published later were left out; zero: none were
	LeftOut LeftOut
	Beyond  Beyond
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

// Paper finds a paper by its id or an alias; nil where there is none.
// It searches all papers: an Index serves many questions.
func (c *Corpus) Paper(id PaperID) *Paper {
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
	out := c.keep(func(p *Paper) bool { return !p.Date.IsZero() && !p.Date.After(asOf) }, func(p *Paper) string {
		if p.Date.IsZero() {
			return fmt.Sprintf("its paper has no date, and --as-of %s leaves such papers out", asOf)
		}
		return fmt.Sprintf("its paper is of %s, and --as-of %s leaves later ones out", p.Date, asOf)
	})
	out.AsOf = asOf
	out.LeftOut.Earliest = c.earliest(asOf)
	for i := range c.Papers {
		if c.Papers[i].Date.IsZero() {
			out.LeftOut.Undated++
		}
	}
	out.LeftOut.Later = len(c.Papers) - len(out.Papers) - out.LeftOut.Undated
	for i := range out.Papers {
		out.Papers[i].Global, out.Papers[i].Influential = nil, nil
	}
	return out
}

// Without gives the corpus without the papers named (by id or alias) and all
// their citations.
func (c *Corpus) Without(ids []PaperID) *Corpus {
	if len(ids) == 0 {
		return c
	}
	gone := map[PaperID]bool{}
	for _, id := range ids {
		gone[id] = true
	}
	out := c.keep(func(p *Paper) bool {
		return !gone[p.ID] && !slices.ContainsFunc(p.Aliases, func(id PaperID) bool { return gone[id] })
	}, func(*Paper) string { return "--without leaves its paper out" })
	out.LeftOut.Without = len(c.Papers) - len(out.Papers)
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
// goes has why in its note and no longer counts as listed.
func (c *Corpus) keep(stays func(*Paper) bool, why func(*Paper) string) *Corpus {
	out := *c
	out.Papers = nil
	for i := range c.Papers {
		if stays(&c.Papers[i]) {
			out.Papers = append(out.Papers, c.Papers[i])
		}
	}
	out.Entries = slices.Clone(c.Entries)
	for i := range out.Entries {
		e := &out.Entries[i]
		if p := c.Paper(e.Paper); e.Paper != "" && p != nil && !stays(p) {
			e.Paper, e.Note, e.Status = "", why(p), StatusMissing
			out.LeftOut.Entries++
		}
	}
	return &out
}

// An Index finds papers by any id they are known under: PaperID, alias or
// external identifier in its written form ("arXiv:2305.11206").
type Index map[PaperID]int

// NewIndex indexes the papers by their place in the slice. Where two papers
// claim one id, the first keeps it; a paper's own PaperID is never taken.
func NewIndex(papers []Paper) Index {
	x := make(Index, 2*len(papers))
	for i := range papers {
		x[papers[i].ID] = i
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
	if _, taken := x[id]; !taken {
		x[id] = place
	}
}

// Find gives the place of the paper that id names.
func (x Index) Find(id ExternalID) (place int, found bool) {
	place, found = x[PaperID(id.String())]
	return place, found
}

// A Count is how many references another source counts of a listed paper.
type Count struct {
	Paper      PaperID
	Source     string // as it is called: "Crossref"
	References int
}
