package gap

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Strength is a gap's chance in words.
type Strength uint8

const (
	Strong Strength = iota
	WorthALook
	Context
)

var strengthNames = []string{"strong", "worth a look", "context"}

// From these chances on a gap is strong, or worth a look. Of ten strong ones seven
// were on the hidden half of lists of fields that nothing was fitted on, of ten
// worth a look three, and of thirty of the context one.
const (
	strongFrom     = 0.5
	worthALookFrom = 0.2
)

// StrengthOf puts a chance into words.
func StrengthOf(belongs float64) Strength {
	switch {
	case belongs >= strongFrom:
		return Strong
	case belongs >= worthALookFrom:
		return WorthALook
	}
	return Context
}

// AtLeast says in which share of cases gaps of a strength belonged, where half of
// known lists was hidden: "at least 1 in 2"; Context has no such share.
func (s Strength) AtLeast() string {
	from := []float64{strongFrom, worthALookFrom}
	if int(s) >= len(from) {
		return "few"
	}
	return fmt.Sprintf("at least 1 in %.0f", math.Ceil(1/from[s])) // 1 in 6.7 is more than 1 in 7
}

// StrengthNames lists the strengths as a user reads them, the greatest first.
func StrengthNames() []string { return slices.Clone(strengthNames) }

func (s Strength) String() string { return strengthNames[s] }

// MarshalText gives the strength's name.
func (s Strength) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a strength's name; the error lists the choices.
func (s *Strength) UnmarshalText(b []byte) error {
	i := slices.Index(strengthNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown strength %q: want one of %s", b, strings.Join(strengthNames, ", "))
	}
	*s = Strength(i)
	return nil
}
