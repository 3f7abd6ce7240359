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
	Cut                   // the source counts more references than it gave
)

var stateNames = []string{"unasked", "known", "empty", "withheld", "failed", "cut"}

// Told reports whether there is a list to go by, whole or cut.
func (s State) Told() bool { return s == Known || s == Cut }

// StateOf gives the state of a list of which the source gave so many references
// and counts so many: Cut where it counts more. Where it counts none of them,
// or does not say, what it gave is all there is.
func StateOf(given int, counted *int) State {
	if counted != nil && *counted > given {
		return Cut
	}
	return Known
}

func (s State) String() string { return stateNames[s] }

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
