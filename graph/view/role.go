package view

// Role says why a paper is drawn.
type Role uint8

const (
	Context Role = iota // it ties the others together
	Gap                 // it is missing from the list
	Listed              // it is on the list
)

var roleNames = []string{"context", "gap", "listed"}

func (r Role) String() string { return roleNames[r] }

// weights are how much a tie to a drawn paper counts, by its role.
var weights = [...]int64{Listed: 3, Gap: 2, Context: 1}
