package html

import "citemap/graph/gap"

// strengths count gaps by strength.
type strengths map[gap.Strength]int

func count(rows []gapRow) strengths {
	n := strengths{}
	for _, r := range rows {
		n[r.Strength]++
	}
	return n
}

// strengthChoices say what the strengths are, the surest first.
func strengthChoices(rows []gapRow) []choice {
	all := []choice{
		{gap.Strong.String(), "probably missing", 0},
		{gap.WorthALook.String(), "may be missing", 0},
		{gap.Context.String(), "near the list, probably not missing", 0},
	}
	return counted(all, len(rows), func(i int) string { return rows[i].Strength.String() })
}
