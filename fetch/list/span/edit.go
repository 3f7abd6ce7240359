package span

// An Edit puts text in the place of a span of the decoded text. Spans of edits
// that are made together do not overlap; an edit of an empty span inserts.
type Edit struct {
	Start, End int
	Text       string // lines end in \n
}

// Overlaps tells whether two edits touch the same text.
func (x Edit) Overlaps(y Edit) bool {
	if x.Start == x.End || y.Start == y.End {
		return x.Start < y.End && y.Start < x.End || x == y
	}
	return x.Start < y.End && y.Start < x.End
}
