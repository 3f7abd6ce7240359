package add

import (
	"citemap/fetch/list/layout"
	"citemap/fetch/list/span"
)

// A writer writes papers on a list, in its form.
type writer struct{ *layout.Layout }

// An insertion is text that goes into the list at an offset of its decoded text.
type insertion struct {
	at   int
	text string // lines end in \n
}

func edits(insertions []insertion) []span.Edit {
	out := make([]span.Edit, len(insertions))
	for i, x := range insertions {
		out[i] = span.Edit{Start: x.at, End: x.at, Text: x.text}
	}
	return out
}
