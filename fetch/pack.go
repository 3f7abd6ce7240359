package fetch

// Counts assumed of a paper of which the source has not told them.
const (
	usualCiting     = 50
	usualReferences = 40
)

// weight is what a subject adds to the answer of a question.
func (s *Subject) weight(facts Facts) (citing, around int) {
	if facts == References || facts == Surroundings {
		around = counted(s.References, usualReferences)
	}
	if facts == Surroundings {
		citing = counted(s.Citing, usualCiting)
	}
	return citing, around + citing
}

func counted(n *int, usual int) int {
	if n == nil {
		return usual
	}
	return *n
}

// Pack puts subjects into questions that a source takes, each given as places
// in about. Each subject goes into the first question that has room for it
// (first fit), so that the earlier questions hold the earlier subjects. ByTitle
// and the pages take one subject a question. One that is too much by itself
// makes a question of its own, which the source will tell less of.
func Pack(l Limits, facts Facts, about []Subject) [][]int {
	l.Subjects = l.subjects(facts)
	var bins []bin
	open := 0 // bins before it are full
	for i := range about {
		citing, around := about[i].weight(facts)
		b := firstFit(bins, open, l, citing, around)
		if b == len(bins) {
			bins = append(bins, bin{})
		}
		bins[b].add(i, citing, around)
		for open < len(bins) && l.Subjects > 0 && len(bins[open].places) == l.Subjects {
			open++
		}
	}
	out := make([][]int, len(bins))
	for i := range bins {
		out[i] = bins[i].places
	}
	return out
}

// subjects is how many there may be in a question.
func (l Limits) subjects(facts Facts) int {
	switch {
	case facts == Details:
		return l.Details
	case facts == Notices:
		return l.Notices
	case facts < Own || facts > Surroundings:
		return 1
	case facts == References && l.Lists > 0:
		return l.Lists
	}
	return l.Subjects
}

// A bin is a question that is being packed.
type bin struct {
	places         []int
	citing, around int
}

func (b *bin) add(place, citing, around int) {
	b.places = append(b.places, place)
	b.citing += citing
	b.around += around
}

// firstFit gives the first bin, from open on, with room for so much; where
// none has it, the place of a new one.
func firstFit(bins []bin, open int, l Limits, citing, around int) int {
	for i := open; i < len(bins); i++ {
		b := &bins[i]
		fits := (l.Subjects == 0 || len(b.places) < l.Subjects) &&
			(l.Citing == 0 || b.citing+citing <= l.Citing) &&
			(l.Around == 0 || b.around+around <= l.Around)
		if fits {
			return i
		}
	}
	return len(bins)
}
