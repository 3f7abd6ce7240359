package export

import (
	"fmt"
	"slices"
	"strings"

	"citemap/graph/pairs"
)

// Links says what joins two papers of an export.
type Links uint8

const (
	Citation   Links = iota // one cites the other: an arc
	CoCitation              // papers cite both
	Coupling                // both cite the same
)

var linkNames = []string{"citation", "cocitation", "coupling"}

// LinkNames lists the choices as a user writes them.
func LinkNames() []string { return slices.Clone(linkNames) }

func (l Links) String() string { return linkNames[l] }

// UnmarshalText reads the name of a choice; the error lists them.
func (l *Links) UnmarshalText(b []byte) error {
	i := slices.Index(linkNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown links %q: want one of %s", b, strings.Join(linkNames, ", "))
	}
	*l = Links(i)
	return nil
}

// Set and Type make Links a command-line flag.
func (l *Links) Set(s string) error { return l.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (l *Links) Type() string { return "links" }

// Joined says which links an export holds and what their weight is.
type Joined struct {
	By     Links
	Weight pairs.Strength // of links that are no citations
}

// Arcs reports whether the links have a direction.
func (j Joined) Arcs() bool { return j.By == Citation }

// relation is what a link says of its two papers, for formats that have a word for it.
func (j Joined) relation() string {
	return []string{"cites", "cited together with", "shares references with"}[j.By]
}

// noun is what one link is called.
func (j Joined) noun() string {
	return []string{"citation", "co-citation", "bibliographic coupling"}[j.By]
}

// plural is what more of them are called.
func (j Joined) plural() string {
	return []string{"citations", "co-citation links", "bibliographic coupling links"}[j.By]
}

// meaning says in words how to read the links.
func (j Joined) meaning() string {
	if j.Arcs() {
		return "an arc runs from the citing to the cited paper; spc is the share of the search paths among these papers that lead over it"
	}
	return "together is how many papers of the corpus " + []string{"", "cite both", "both cite"}[j.By] + ", weight its " + weightNames[j.Weight]
}

var weightNames = []string{
	pairs.ByCosine: "cosine", pairs.ByCount: "count", pairs.ByAssociation: "association strength (times as often as by chance)",
}
