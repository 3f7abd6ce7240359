package fetch

const (
	// described is how many of the best candidates are asked about in detail: those
	// that gaps are judged among.
	described = 200
	// lookedAt is how many of them people look at.
	lookedAt = 50
)

// endingShare is which part of the budget the stages that end a gathering may
// have to themselves: a fifth.
const endingShare = 5

// kept is what is kept of the budget for the stages that end a gathering: a
// request for the names, and those for details and passages as far as that
// leaves enough for the rest.
func (g *gathering) kept() int {
	wanted := 1 + g.detailRequests() + 1
	return max(1, min(wanted, g.options.budget()/endingShare))
}

// detailRequests is how many requests the details of list and pool take.
func (g *gathering) detailRequests() int {
	n := described + max(len(g.listed), len(g.entries))
	limit := g.source.Limits().Details
	if limit == 0 {
		return 1
	}
	return (n + limit - 1) / limit
}

// left is what is left of the budget.
func (g *gathering) left() int { return max(0, g.options.budget()-g.spent) }

// share is a part of the budget, one request at least, as far as it is left.
func (g *gathering) share(part int) int { return min(g.left(), max(1, g.options.budget()/part)) }
