package graph

// An Audit holds the reference list of a listed paper against what others count.
type Audit struct {
	Paper  *Paper
	Has    int     // references on the list
	Counts []Count // by those who know of any, in the order asked
}

// Short reports whether the list falls short of a count by a fifth or more.
func (a *Audit) Short() bool {
	for _, c := range a.Counts {
		if 5*a.Has <= 4*c.References {
			return true
		}
	}
	return false
}

// Audits gives the listed papers whose reference list was asked for and of which
// others count references, in the order of the list.
func (c *Corpus) Audits() []Audit {
	index := NewIndex(c.Papers)
	counts := map[int][]Count{}
	for _, n := range c.Counts {
		if place, found := index[n.Paper]; found && n.References > 0 {
			counts[place] = withCount(counts[place], n)
		}
	}
	var out []Audit
	for _, id := range c.Listed() {
		place := index[id]
		p := &c.Papers[place]
		if p.References.State != Unasked && len(counts[place]) > 0 {
			out = append(out, Audit{p, len(p.References.IDs), counts[place]})
		}
	}
	return out
}

// withCount adds a count; of two of one source, as papers that were merged may
// have, the larger one stays.
func withCount(counts []Count, n Count) []Count {
	for i := range counts {
		if counts[i].Source == n.Source {
			counts[i].References = max(counts[i].References, n.References)
			return counts
		}
	}
	return append(counts, n)
}
