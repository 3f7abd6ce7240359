package render

import (
	"slices"

	"citemap/graph/view"
)

// topics names the communities of a view: by what their titles share, and one
// that this does not tell from others after the paper that leads it.
func topics(v *view.View, papers []Paper) []string {
	var named []string
	for _, c := range v.Communities {
		label := Clean(c.Label)
		if label == "" || slices.Contains(named, label) {
			label = "around " + papers[v.Leading(c)].Label
		}
		named = append(named, label)
	}
	return distinct(named)
}
