// Package citation reads citations as people print them: who, what, where and
// when. A text is cut in all ways that it may be read (cut.go), each is scored by
// a table of features (feature.go), and the best wins.
package citation

import "citemap/graph"

// A Reading is what a person would read out of a line: the title, and what is
// told of it. What was not read is empty.
type Reading struct {
	Title  string
	People []string // as they are written
	Venue  string
	Date   graph.Date
	Score  int // what speaks for it as a citation
}

// Doubtful tells whether a reading is of no citation, or too little shows that it
// is of one: it lacks people, a title or a date, or its score is low.
func (r Reading) Doubtful() bool { return r.Title == "" || r.Date.IsZero() || r.Score < floor }

// floor is the least score of a citation that is told as certain: people in full
// with a title, or one person with a sign of a citation beside.
const floor = 5

// Or gives the reading, or the other where it has no title.
func (r Reading) Or(other Reading) Reading {
	if r.Title == "" {
		return other
	}
	return r
}

// MaxTitle is longer, in bytes, than any title; what is longer is prose.
const MaxTitle = 400

// MaxProse is longer than a title with all that a list writes around it.
const MaxProse = 8 * MaxTitle

// maxCitation is longer, in bytes, than a citation with twenty people.
const maxCitation = 1000
