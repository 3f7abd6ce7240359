package view

// Options says what to draw. The zero value is the usual view.
type Options struct {
	Papers       int  // how many papers at most; 0: 60; never more than MostPapers
	Room         int  // how many papers there is room for where the view is shown; 0: for all
	Gaps         int  // how many of them may be gaps; 0: a third of the papers; below 0: none
	AllCitations bool // draw the citations that others imply, too
}

// MostPapers is how many papers a view holds at most: Graphviz lays out no more
// within the time that people wait, and nobody finds a paper among more.
const MostPapers = 1000

func (o Options) withDefaults() Options {
	if o.Papers <= 0 {
		o.Papers = 60
	}
	o.Papers = min(o.Papers, MostPapers)
	if o.Room <= 0 {
		o.Room = o.Papers
	}
	if o.Gaps == 0 {
		o.Gaps = (min(o.Papers, o.Room) + 2) / 3
	}
	o.Gaps = max(o.Gaps, 0)
	return o
}
