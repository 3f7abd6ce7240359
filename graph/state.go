package graph

import (
	"fmt"
	"slices"
	"strings"
)

// State says what is known of a paper's reference list. "No reference list
// known" and "cites nothing" are different facts.
type State uint8

const (
	Unasked  State = iota // nobody has asked the source yet
	Known                 // the list is known
	Empty                 // the source answered with an empty list
	Withheld              // the publisher does not let the source show it
	Failed                // the source was asked and could not answer
	Cut                   // the source counts more than it gave
)

var stateNames = []string{"unasked", "known", "empty", "withheld", "failed", "cut"}

func (s State) String() string { return stateNames[s] }

// Told reports whether references are known, all of them or some.
func (s State) Told() bool { return s == Known || s == Cut }

// MarshalText gives the state's name.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a state's name.
func (s *State) UnmarshalText(b []byte) error {
	i := slices.Index(stateNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown state of references %q: want one of %s", b, strings.Join(stateNames, ", "))
	}
	*s = State(i)
	return nil
}
