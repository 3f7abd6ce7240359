package view

// Options says what to draw. The zero value is the usual view.
type Options struct {
	Papers       int  // how many papers at most; 0: 60; never more than MostPapers
	Gaps         int  // how many of them may be gaps; 0: 20, a third of the papers at most; below 0: none
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
	if o.Gaps == 0 {
		o.Gaps = min(20, (o.Papers+2)/3)
	}
	o.Gaps = max(o.Gaps, 0)
	return o
}
