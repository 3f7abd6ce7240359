package record

const (
	checklist       = "PRISMA-S (Rethlefsen et al. 2021)"
	checklistSource = "https://doi.org/10.1186/s13643-020-01542-z"
)

// A Checklist says how far a record answers PRISMA-S.
type Checklist struct{ Name, Address, Answered, Open string }

// Checklist says which items of PRISMA-S the record answers, and which are left to the
// people who search.
func (r Record) Checklist() Checklist {
	answered := r.Items()
	has, open := map[Item]bool{}, []Item(nil)
	for _, i := range answered {
		has[i] = true
	}
	for i := Item(1); i <= numberOfItems; i++ {
		if !has[i] {
			open = append(open, i)
		}
	}
	return Checklist{checklist, checklistSource, Names(answered), Names(open)}
}
