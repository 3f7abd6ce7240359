package path

import (
	"fmt"
	"slices"
	"strings"
)

// A Weighting says which paths count for a citation. All three count the paths
// over it that go on, from the citing paper, to papers that may be their newer end,
// and from the cited paper to those that may be their older end.
type Weighting uint8

const (
	// BySPC counts search paths: from papers that nobody cites down to papers
	// without references (Batagelj 2003, arXiv:cs/0309023).
	BySPC Weighting = iota
	// BySPLC, Search Path Link Count, lets a path end with any paper that the
	// cited one builds on, itself among them, so that a citation late in a field
	// counts for all that came before (Hummon and Doreian 1989,
	// doi:10.1016/0378-8733(89)90017-8, as Liu, Lu and Ho 2019 tell it,
	// doi:10.1007/s11192-019-03034-x).
	BySPLC
	// BySPNP, Search Path Node Pair, lets it begin with any paper that builds on
	// the citing one, too: all paths of the corpus count (the same).
	BySPNP
)

var weightings = []string{"spc", "splc", "spnp"}

// Weightings lists the weightings as a user writes them.
func Weightings() []string { return slices.Clone(weightings) }

func (w Weighting) String() string { return weightings[w] }

// UnmarshalText reads a weighting's name; the error lists the choices.
func (w *Weighting) UnmarshalText(b []byte) error {
	i := slices.Index(weightings, string(b))
	if i < 0 {
		return fmt.Errorf("unknown weights %q: want one of %s", b, strings.Join(weightings, ", "))
	}
	*w = Weighting(i)
	return nil
}

// Set and Type make a Weighting a command-line flag.
func (w *Weighting) Set(s string) error { return w.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (w *Weighting) Type() string { return "weights" }
