package graph

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
)

// Columns are the papers of a corpus that is too large to be held paper by
// paper: by PaperID, unless ByID says otherwise, no id twice, a fact a column and a
// place a paper. Ids, dates, counts and citations are at hand; the rest of a paper is
// read when it is asked for.
type Columns struct {
	Days                []Day
	Global, Influential []int   // NoCount where the source gave none; nil where it gave none of any
	States              []State // of the reference lists

	// The references of the paper at p are Cited[CitedFrom[p]:CitedFrom[p+1]], as
	// its list has them: places, Nowhere where one is not in the corpus.
	CitedFrom []uint32
	Cited     []uint32
	Told      []Arc // what cited papers tell of citing papers

	// ByID compares the papers of two places by PaperID. nil: places are in that order;
	// else they are in the order of time, ties by PaperID.
	ByID func(a, b int) int

	ID    func(place int) PaperID
	Own   func(id PaperID) (place int, found bool)   // the paper of a PaperID
	Names func(name string) []int                    // papers that may bear a name (a PaperID, an alias or an external id as it is written, in lower case), none left out, by PaperID
	Read  func(place int) Paper                      // reads a paper whole; it may be called from several goroutines
	All   func(places []int) []Paper                 // reads many papers at once, where that is faster than one by one; nil: it is not
	Title func(place int) string                     // reads the title of a paper; it may be called from several goroutines
	Match func(wanted func(title string) bool) []int // the papers of wanted titles, by PaperID; wanted is called from several goroutines
	Err   func() error                               // what went wrong while papers were read

	papers sync.Map // what was read, by place
}

// An Arc is a citation between two places.
type Arc struct{ Citing, Cited uint32 }

const (
	// Nowhere stands for a paper that is not in the corpus.
	Nowhere = math.MaxUint32
	// NoCount stands for a count that is not known.
	NoCount = math.MinInt
)

// Len is the number of papers.
func (c *Columns) Len() int { return len(c.Days) }

// Paper reads the paper at a place, once.
func (c *Columns) Paper(place int) *Paper {
	if p, met := c.papers.Load(place); met {
		return p.(*Paper)
	}
	p := c.Read(place)
	first, _ := c.papers.LoadOrStore(place, &p)
	return first.(*Paper)
}

// readAhead reads papers that will be asked for, where many are read faster than one
// by one.
func (c *Columns) readAhead(places []int) {
	if c.All == nil {
		return
	}
	places = slices.DeleteFunc(slices.Clone(places), func(place int) bool { _, met := c.papers.Load(place); return met })
	papers := c.All(places)
	for i, place := range places {
		c.papers.LoadOrStore(place, &papers[i])
	}
}

// whole reads all papers anew.
func (c *Columns) whole() []Paper {
	if c.All != nil {
		places := make([]int, c.Len())
		for place := range places {
			places[place] = place
		}
		return c.All(places)
	}
	papers := make([]Paper, c.Len())
	for place := range papers {
		papers[place] = c.Read(place)
	}
	return papers
}

// byID compares two places by PaperID.
func (c *Columns) byID(a, b int) int {
	if c.ByID == nil {
		return cmp.Compare(a, b)
	}
	return c.ByID(a, b)
}

// references gives the references of a paper as its list has them.
func (c *Columns) references(place int) []uint32 {
	return c.Cited[c.CitedFrom[place]:c.CitedFrom[place+1]]
}

// count gives a count as a Paper has it.
func count(column []int, place int) *int {
	if column == nil || column[place] == NoCount {
		return nil
	}
	return &column[place]
}

// keep gives the columns of only the papers that stay; withCounts is whether their
// global citations do.
func (c *Columns) keep(stays func(place int) bool, withCounts bool) *Columns {
	var old []uint32
	now := make([]uint32, c.Len())
	for place := range now {
		now[place] = Nowhere
		if stays(place) {
			now[place] = uint32(len(old))
			old = append(old, uint32(place))
		}
	}
	out := &Columns{CitedFrom: []uint32{0}, Err: c.Err}
	for _, place := range old {
		out.Days = append(out.Days, c.Days[place])
		out.States = append(out.States, c.States[place])
		for _, cited := range c.references(int(place)) {
			if cited != Nowhere {
				cited = now[cited]
			}
			out.Cited = append(out.Cited, cited)
		}
		out.CitedFrom = append(out.CitedFrom, uint32(len(out.Cited)))
	}
	for _, t := range c.Told {
		if now[t.Citing] != Nowhere && now[t.Cited] != Nowhere {
			out.Told = append(out.Told, Arc{now[t.Citing], now[t.Cited]})
		}
	}
	if withCounts {
		out.Global, out.Influential = pickCounts(c.Global, old), pickCounts(c.Influential, old)
	}
	out.readFrom(c, old, now, withCounts)
	return out
}

func pickCounts(column []int, places []uint32) []int {
	if column == nil {
		return nil
	}
	out := make([]int, len(places))
	for i, place := range places {
		out[i] = column[place]
	}
	return out
}

// readFrom reads the papers from columns where their places were old ones.
func (c *Columns) readFrom(from *Columns, old, now []uint32, withCounts bool) {
	staying := func(places []int) []int {
		out := make([]int, 0, len(places))
		for _, place := range places {
			if now[place] != Nowhere {
				out = append(out, int(now[place]))
			}
		}
		return out
	}
	c.ID = func(place int) PaperID { return from.ID(int(old[place])) }
	c.Own = func(id PaperID) (int, bool) {
		place, found := from.Own(id)
		if !found || now[place] == Nowhere {
			return 0, false
		}
		return int(now[place]), true
	}
	c.Title = func(place int) string { return from.Title(int(old[place])) }
	c.Names = func(name string) []int { return staying(from.Names(name)) }
	c.Match = func(wanted func(string) bool) []int { return staying(from.Match(wanted)) }
	if from.ByID != nil {
		c.ByID = func(a, b int) int { return from.ByID(int(old[a]), int(old[b])) }
	}
	c.Read = func(place int) Paper { return cut(from.Read(int(old[place])), withCounts) }
	if from.All != nil {
		c.All = func(places []int) []Paper {
			theirs := make([]int, len(places))
			for i, place := range places {
				theirs[i] = int(old[place])
			}
			papers := from.All(theirs)
			for i := range papers {
				papers[i] = cut(papers[i], withCounts)
			}
			return papers
		}
	}
}

// cut takes the global counts off a paper unless they stay.
func cut(p Paper, withCounts bool) Paper {
	if !withCounts {
		p.Global, p.Influential = nil, nil
	}
	return p
}

// place finds the paper of a PaperID, an alias or the written form of an external id.
// Where two papers bear one, it is the first's.
func (c *Columns) place(id PaperID) (first int, found bool) {
	if place, own := c.Own(id); own {
		return place, true
	}
	for _, place := range c.Names(strings.ToLower(string(id))) {
		p := c.Paper(place)
		if p.Named(id) || slices.ContainsFunc(p.IDs, func(x ExternalID) bool { return x.String() == string(id) }) {
			return place, true
		}
	}
	return 0, false
}

// named gives the papers that have an id, as their PaperID or an alias, by PaperID.
func (c *Columns) named(id PaperID) []int {
	return slices.DeleteFunc(c.Names(strings.ToLower(string(id))), func(place int) bool { return !c.Paper(place).Named(id) })
}

// paper finds the paper of a PaperID or an alias. Where two papers bear an alias, it
// is the older one's.
func (c *Columns) paper(id PaperID) (first int, found bool) {
	if place, own := c.Own(id); own {
		return place, true
	}
	for _, place := range c.named(id) {
		if !found || c.Days[place] < c.Days[first] {
			first, found = place, true
		}
	}
	return first, found
}
