package html

import (
	"fmt"

	"citemap/graph/gap"
	"citemap/graph/study"
)

// foremost is how many gaps, and how many papers that carry the field, the first
// screen names.
const foremost = 5

// An answer is the first screen: what the list lacks, and which papers carry its
// field.
type answer struct {
	Sure       string   // one sentence on how sure the gaps are
	Strong     []gapRow // the first of those that are called missing
	WorthALook []gapRow // the next, as far as there is room
	More       string   // names what there is beside them; "" for nothing
	Basis      string   // what all gaps stand on
	Carry      []rankRow
	Among      string // which papers those are the first of
	Known      string // coverage in one line
	Notes      []string
}

func newAnswer(f *study.Findings, d *data) answer {
	n := count(d.Gaps)
	strong := min(foremost, n[gap.Strong])
	shown := min(foremost, n[gap.Strong]+n[gap.WorthALook])
	a := answer{
		Sure: sure(f, n), Strong: d.Gaps[:strong], WorthALook: d.Gaps[strong:shown], More: beside(n),
		Carry: d.Ranked[:min(foremost, len(d.Ranked))], Basis: basis(f), Known: known(f), Notes: notes(f),
	}
	if len(a.Carry) > 0 {
		a.Among = among(d.ranking)
	}
	return a
}

// sure says how many gaps are called missing, and by whose references where not all
// are known.
func sure(f *study.Findings, n strengths) string {
	var says string
	switch {
	case n[gap.Strong] == 1:
		says = "1 paper off the list probably belongs on it"
	case n[gap.Strong] > 0:
		says = number(n[gap.Strong]) + " papers off the list probably belong on it"
	case n[gap.WorthALook] > 0:
		says = "No paper is surely missing"
	default:
		says = "No paper looks missing"
	}
	if v := f.Coverage; v.WithReferences < v.Listed {
		says += ", judged by the " + plural(v.WithReferences, "listed paper") + " whose references are known"
	}
	return says + "."
}

// beside names what there is beside the gaps that the first screen has.
func beside(n strengths) string {
	strong, worth := n[gap.Strong], n[gap.WorthALook]
	switch {
	case strong > foremost && worth > 0:
		return fmt.Sprintf("All %s, and %s worth a look", number(strong), number(worth))
	case strong > foremost:
		return "All " + number(strong)
	case strong+worth > foremost:
		return "All " + number(worth) + " worth a look"
	}
	return ""
}

// among says which papers those that carry the field are the first of.
func among(r *study.Ranking) string {
	where := " nearby"
	if r.Whole {
		where = " looked at"
	}
	return "most built upon for their age, of " + plural(len(r.Papers), "paper") + where
}

// basis says what all gaps stand on, so that none of them has to.
func basis(f *study.Findings) string {
	v := f.Coverage
	said := "Papers off the list, the surest first. Tried on lists of which half was hidden, seven of ten papers called strong were on the hidden half, and three of ten of those worth a look. "
	if v.WithReferences == v.Listed {
		return said + "What all " + plural(v.Listed, "listed paper") + " cite is known and counts."
	}
	return said + fmt.Sprintf("What %s of the %s cite is known and counts; of the other %s it is not.",
		number(v.WithReferences), plural(v.Listed, "listed paper"), number(v.Listed-v.WithReferences))
}

// known says in one line what the answer stands on.
func known(f *study.Findings) string {
	v := f.Coverage
	around := plural(v.Papers, "paper") + " looked at"
	if v.Entries == 0 {
		return around + ", " + plural(v.Citations, "citation") + " among them"
	}
	found := fmt.Sprintf("%s of %s found", number(v.Resolved), entries(v.Entries))
	return found + " · references known for " + number(v.WithReferences) + " of " + number(v.Listed) + " · " + around
}
