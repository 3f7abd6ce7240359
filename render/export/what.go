package export

import (
	"fmt"
	"slices"
	"strings"
)

// What says which papers are exported.
type What uint8

const (
	Corpus What = iota // the listed papers and everything gathered around them
	Map                // those on the map
	List               // the listed ones
	Gaps               // those that the list lacks
)

var whatNames = []string{"corpus", "map", "list", "gaps"}

// WhatNames lists the choices as a user writes them.
func WhatNames() []string { return slices.Clone(whatNames) }

func (w What) String() string { return whatNames[w] }

// MarshalText gives the name of the choice.
func (w What) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads the name of a choice; the error lists them.
func (w *What) UnmarshalText(b []byte) error {
	i := slices.Index(whatNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown papers to export %q: want one of %s", b, strings.Join(whatNames, ", "))
	}
	*w = What(i)
	return nil
}

// Set and Type make a What a command-line flag.
func (w *What) Set(s string) error { return w.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (w *What) Type() string { return "papers" }
