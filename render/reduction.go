package render

// reduce parts the citations among n papers into those to draw and those that
// the drawn ones imply: a citation between two papers is implied if a path
// over a third paper leads the same way. Citations within a cycle are all
// drawn, and a path within a cycle implies nothing, so that a paper that
// can be reached from another over all citations can be over the drawn ones.
func reduce(n int, all []Citation) (drawn, implied []Citation) {
	reach := reachable(n, all)
	for _, c := range all {
		if longer(reach, c) {
			implied = append(implied, c)
		} else {
			drawn = append(drawn, c)
		}
	}
	return drawn, implied
}

// longer reports whether a path leads from the citing paper to the cited one
// over a paper that shares a cycle with neither.
func longer(reach [][]bool, c Citation) bool {
	if reach[c.Cited][c.Citing] {
		return false
	}
	for b, onward := range reach[c.Citing] {
		if onward && reach[b][c.Cited] && !reach[b][c.Citing] && !reach[c.Cited][b] && b != c.Citing && b != c.Cited {
			return true
		}
	}
	return false
}

// reachable gives, for each paper, the papers at the end of some path of at
// least one citation.
func reachable(n int, all []Citation) [][]bool {
	references := make([][]int, n)
	for _, c := range all {
		references[c.Citing] = append(references[c.Citing], c.Cited)
	}
	reach := make([][]bool, n)
	for p := range reach {
		reach[p] = make([]bool, n)
		ahead := []int{p}
		for len(ahead) > 0 {
			q := ahead[len(ahead)-1]
			ahead = ahead[:len(ahead)-1]
			for _, r := range references[q] {
				if !reach[p][r] {
					reach[p][r] = true
					ahead = append(ahead, r)
				}
			}
		}
	}
	return reach
}
