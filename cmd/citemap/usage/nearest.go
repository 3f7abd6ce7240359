package usage

import "strings"

// farthest is how many letters a mistyped name may be wrong by.
const farthest = 2

// DidYouMean proposes the names nearest to a mistyped one; "" where none is near.
func DidYouMean(typed string, names []string) string {
	best := farthest + 1
	var near []string
	for _, name := range names {
		switch d := edits(strings.ToLower(typed), name); {
		case d < best:
			best, near = d, []string{name}
		case d == best && d <= farthest:
			near = append(near, name)
		}
	}
	if len(near) == 0 || best >= len(typed) {
		return ""
	}
	return "; did you mean " + strings.Join(near, " or ") + "?"
}

// WantOneOf says which names there are, and which of them was probably meant.
func WantOneOf(names []string, typed string) string {
	return "want one of " + strings.Join(names, ", ") + DidYouMean(typed, names)
}

// edits counts the letters to put in, take out, change or swap with the next, to
// make one word of another (restricted Damerau-Levenshtein distance).
func edits(a, b string) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows = [3][]int{last, row, before}
	}
	return rows[1][len(b)]
}
