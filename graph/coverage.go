package graph

// Coverage states how much of the list and its surroundings is known, so that
// no answer looks more complete than it is.
type Coverage struct {
	Entries        int // items of the lists
	Resolved       int // of those, the ones that have a paper; duplicates too
	Missing        int // of those, the ones the source does not know
	Unasked        int // of those, the ones nobody has asked about
	Duplicates     int
	Mismatches     int // resolved, under a title that is not the paper's
	Listed         int // distinct listed papers
	WithReferences int // of those, the ones whose reference list is known to its end
	WithCiting     int // of those, the ones whose citing papers were asked for
	CutReferences  Cuts
	CutCiting      Cuts // only the newest citing papers were given
	Papers         int
	FutureDated    int  // papers dated after Today, which is doubtful
	Latest         Date // of them
	Today          Date // from which ages count; see Graph.Today
	Citations      int
	Cleaned        Cleaned
	LeftOut        LeftOut
	Beyond         Beyond
}

// Cuts count the listed papers of which a source counts more than it gave.
type Cuts struct {
	Papers         int
	Given, Counted int // over all of them; Counted is 0 where a count is not known
}

func (c *Cuts) add(given int, counted *int) {
	c.Papers++
	c.Given += given
	switch {
	case counted == nil:
		c.Counted = 0
	case c.Papers == 1 || c.Counted > 0:
		c.Counted += *counted
	}
}

// Cover counts the coverage of a corpus and its graph.
func Cover(c *Corpus, g *Graph) Coverage {
	v := Coverage{
		Entries: len(c.Entries), Listed: len(g.Listed()), Papers: g.Len(),
		Citations: g.Citations(), Cleaned: g.Cleaned, LeftOut: c.LeftOut, Beyond: c.Beyond,
	}
	v.Today, v.FutureDated = g.Today(), g.FutureDated()
	if v.FutureDated > 0 {
		v.Latest = g.Paper(Node(g.Len() - 1)).Date
	}
	for _, e := range c.Entries {
		v.count(e)
	}
	for _, n := range g.Listed() {
		p := g.Paper(n)
		switch p.References.State {
		case Known:
			v.WithReferences++
		case Cut:
			v.CutReferences.add(len(p.References.IDs), p.Referenced)
		}
		if p.Citing.Asked {
			v.WithCiting++
		}
		if p.Citing.Cut {
			v.CutCiting.add(len(p.Citing.IDs), p.Global)
		}
	}
	return v
}

func (v *Coverage) count(e Entry) {
	if e.Paper != "" {
		v.Resolved++
	}
	switch e.Status {
	case StatusMissing:
		v.Missing++
	case StatusUnasked:
		v.Unasked++
	case StatusDuplicate:
		v.Duplicates++
	case StatusMismatch:
		v.Mismatches++
	}
}
