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
	WithReferences int // of those, the ones whose reference list is known
	WithCiting     int // of those, the ones whose citing papers were asked for
	Papers         int
	Citations      int
	Cleaned        Cleaned
	LeftOut        LeftOut
	Beyond         Beyond
}

// Cover counts the coverage of a corpus and its graph.
func Cover(c *Corpus, g *Graph) Coverage {
	v := Coverage{
		Entries: len(c.Entries), Listed: len(g.Listed()), Papers: g.Len(),
		Citations: g.Citations(), Cleaned: g.Cleaned, LeftOut: c.LeftOut, Beyond: c.Beyond,
	}
	for _, e := range c.Entries {
		v.count(e)
	}
	for _, n := range g.Listed() {
		if g.Paper(n).References.State == Known {
			v.WithReferences++
		}
		if g.Paper(n).Citing.Asked {
			v.WithCiting++
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
