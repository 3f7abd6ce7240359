// Package citation reads citations as people print them: who, what, where and
// when.
package citation

import (
	"citemap/graph"
)

// A Reading is a title as a person would read it out of a line.
type Reading struct {
	Title string
	Date  graph.Date // what was taken off it as a date
}

func Or(a, b Reading) Reading {
	if a.Title == "" {
		return b
	}
	return a
}

// MaxTitle is longer, in bytes, than any title; what is longer is prose.
const MaxTitle = 400

// MaxProse is longer than a title with all that a list writes around it.
const MaxProse = 8 * MaxTitle
