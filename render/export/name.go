package export

import (
	"strings"

	"citemap/graph/names"
)

// A name is a person's, in parts, or one that has none.
type name struct{ family, given, suffix, whole string }

// newName takes apart a clean name as sources write it. The name of a group,
// one of a single word and one with too many commas stay whole.
func newName(s string) name {
	switch strings.Count(s, ",") {
	case 0:
		return westernName(s)
	case 1:
		family, given, _ := strings.Cut(s, ",")
		if n := (name{family: strings.TrimSpace(family), given: strings.TrimSpace(given)}); n.family != "" && n.given != "" {
			return n
		}
	}
	return name{whole: s}
}

// westernName takes apart a name without a comma: given names, family name,
// suffix; initials may also come last.
func westernName(s string) name {
	n := name{family: names.Family(s)}
	at := strings.LastIndex(s, n.family)
	if n.family == s || at < 0 {
		return name{whole: s}
	}
	n.given, n.suffix = strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+len(n.family):])
	if n.given == "" {
		n.given, n.suffix = n.suffix, ""
	}
	return n
}

// inverted writes a name family first, as reference managers sort it.
func (n name) inverted() string {
	if n.whole != "" {
		return n.whole
	}
	if n.suffix != "" {
		return n.family + ", " + n.given + ", " + n.suffix
	}
	return n.family + ", " + n.given
}

// people gives the authors of a paper in parts.
func (e *Export) people(place int) (names []name) {
	for _, s := range e.names(place) {
		names = append(names, newName(s))
	}
	return names
}
