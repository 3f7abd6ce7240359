// Package gap finds the papers that a reading list lacks and says why.
package gap

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph"
)

// A Gap is a paper off the list that belongs on it, with its reasons.
type Gap struct {
	Node  graph.Node
	Score float64
	Fair  float64 // the score against the gaps of its kind and time, in standard deviations; see beFair
	Kind  Kind

	// Belongs is the chance, between 0 and 1, that it is on the full list, where
	// the list is half of a full one: among the papers given so high a chance on
	// reference lists whose other half was hidden, that share was on the hidden
	// half. It is no judgement of the paper, says nothing of a list that is
	// complete, and holds for reference lists, which are not all that people
	// keep. Thin data lowers it. Strength is the same in words.
	Belongs  float64
	Strength Strength

	CitedBy []graph.Node // listed papers that cite it, by PaperID
	Cites   []graph.Node // listed papers that it cites, by PaperID

	// Nearest is the listed paper it is most surprisingly cited together with,
	// nil where it is cited together with none; Together how many papers of the
	// corpus cite both, Expected how many of those that could have cited both
	// would by chance, given how often each of the two is cited (see chance).
	Nearest  *graph.Node
	Together int
	Expected float64

	// Carriers are the listed papers that its score rests on, Covers those that
	// already stand for it, each with its contribution, the weightiest first.
	// Their sum over all listed papers is how well the list predicts the gap.
	// Both are empty where the answer is thin or the gap is not among the best 200.
	Carriers, Covers []Contribution

	// Confidence is the share of the listed papers that could cite it (dated
	// no earlier than it) whose reference list is known; between 0 and 1.
	Confidence float64
	Survey     bool // it surveys the field, by its title or its source

	// Contexts are how listed papers cite it and it cites them, as far as that is
	// known, and Quoted is the one that tells most as a sentence. Alike is the listed paper whose text is most like its own, nil where no
	// embedding tells, and Likeness the cosine of the two embeddings. Beyond the
	// first 200 gaps nobody looks for any of these.
	Contexts []Quote
	Quoted   string
	Alike    *graph.Node
	Likeness float64

	Reasons []string // each a sentence a person can check

	newness *newness // of newer gaps
}

// A Contribution is the part of a listed paper in a gap's score, above 0 where
// it speaks for the gap and below where it speaks against it.
type Contribution struct {
	Listed graph.Node
	Weight float64
}

// A Quote is how a paper cites another in its text: a listed paper the gap, or
// the gap a listed paper.
type Quote struct {
	Citing, Cited graph.Node
	graph.Context
}

// Found is the answer to what a list lacks.
type Found struct {
	Gaps []Gap // best first, ties by PaperID

	// Thin says in one sentence why the score could not be relied on, "" where
	// it could. A thin answer is ordered by the number of listed papers that
	// cite the paper, then by score.
	Thin string
}

// Kind is how a gap stands to the list in time.
type Kind uint8

const (
	Foundation Kind = iota // older: the list builds on it
	Sibling                // of the list's own time
	Newer                  // it cites the list
)

var kindNames = []string{"foundation", "sibling", "newer"}

// KindNames lists the kinds as a user writes them.
func KindNames() []string { return slices.Clone(kindNames) }

func (k Kind) String() string { return kindNames[k] }

// MarshalText gives the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a kind's name; the error lists the choices.
func (k *Kind) UnmarshalText(b []byte) error {
	i := slices.Index(kindNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown kind of gap %q: want one of %s", b, strings.Join(kindNames, ", "))
	}
	*k = Kind(i)
	return nil
}
