// Package rank measures how much each paper of a citation graph carries the
// others. A measure gives one score a paper, indexed by graph.Node; a score
// that nobody knows is NaN (see Known), which is not the same as 0.
//
// Judged by the awards of AAN's papers (TestAwards), rescaled PageRank finds
// best what a field honours later: hence Default.
package rank

import (
	"fmt"
	"slices"
	"strings"
)

// A Measure is one way to measure influence.
type Measure uint8

const (
	// Local is the number of papers of the corpus that cite the paper: 0, 1, 2, ...
	Local Measure = iota
	// PageRank is the share of time that a reader spends on the paper who
	// follows references at random (see Walk); between 0 and 1, all papers
	// together 1.
	PageRank
	// Authority is HITS' score of papers cited by good hubs; between 0 and 1.
	Authority
	// Hub is HITS' score of papers that cite good authorities; between 0 and 1.
	Hub
	// Global is the source's own count of citing papers, of today; NaN where
	// it gave none.
	Global
	// RescaledPageRank is by how many standard deviations the paper's PageRank
	// (of damping 0.5) lies above the mean of the papers nearest to it in age,
	// less where almost none of them is cited yet (see Rescaled); any number.
	RescaledPageRank
	// RescaledLocal is the same of local citations; any number.
	RescaledLocal
	// CiteRank is the share of reading that falls on the paper today, by
	// readers who start at recent papers; between 0 and 1, all papers together 1.
	CiteRank
	// Betweenness is the number of ordered pairs of other papers that the paper
	// lies between (see Betweenness); 0 to (n-1)(n-2). A bridge has much of it.
	Betweenness
	// Core is the largest k such that the paper is among papers that all have k
	// citations, out or in, with one another (see core); 0, 1, 2, ...
	Core
	// Influential is the source's own count of citing papers on which the paper
	// had much influence, of today; NaN where it gave none.
	Influential
	// RescaledGlobal is by how many standard deviations Global lies above the
	// mean of the papers nearest in age of which it is known (see Rescaled); any
	// number, NaN where Global is.
	RescaledGlobal
)

// Default is the measure that ranks where no other is asked for.
const Default = RescaledPageRank

// Shown are the measures of a small table that any reader understands.
var Shown = []Measure{Local, PageRank, RescaledPageRank, Betweenness}

// A Number is the kind of number that a measure gives, which says how to write
// it for people and for programs.
type Number uint8

const (
	Count     Number = iota // a whole number, 0 or more
	Amount                  // 0 or more
	Share                   // between 0 and 1, mostly far below
	Deviation               // in standard deviations, any number
)

// measures has all that there is to know of each measure, by Measure: a new one
// is a row here, and a function that computes it from what a Scoreboard shares.
var measures = []struct {
	name, heading, meaning string
	number                 Number
	of                     func(*Scoreboard) []float64 // by node; rounded by the caller
}{
	Local: {"local", "cited here", "papers of the corpus that cite it", Count, (*Scoreboard).local},
	PageRank: {"pagerank", "PageRank", "share of time spent on it by a reader who follows references at random", Share,
		func(s *Scoreboard) []float64 { return s.prepared().PageRank(damping) }},
	Authority: {"authority", "authority", "cited by papers that cite many authorities (HITS)", Share,
		func(s *Scoreboard) []float64 { _, authorities := s.hits(); return authorities }},
	Hub: {"hub", "hub", "cites many authorities (HITS)", Share,
		func(s *Scoreboard) []float64 { hubs, _ := s.hits(); return hubs }},
	Global: {"global", "cited", "citing papers counted by the source, as of today", Count, (*Scoreboard).global},
	RescaledPageRank: {"rescaled-pagerank", "age-fair", "PageRank compared with papers of its age, in standard deviations", Deviation,
		func(s *Scoreboard) []float64 {
			return Rescaled(s.g, rounded(s.prepared().PageRank(rescaledDamping)))
		}},
	RescaledLocal: {"rescaled-local", "age-fair cited", "local citations compared with papers of its age, in standard deviations", Deviation,
		func(s *Scoreboard) []float64 { return Rescaled(s.g, s.local()) }},
	CiteRank: {"citerank", "CiteRank", "share of today's reading, by readers who start at recent papers", Share,
		func(s *Scoreboard) []float64 { return citeRank(s.g, s.prepared()) }},
	Betweenness: {"betweenness", "bridge", "pairs of papers whose shortest chains of citations go through it", Amount,
		func(s *Scoreboard) []float64 { return BetweennessOf(s.g, Sources(s.g)).Scores }},
	Core: {"core", "core", "largest k such that it is in the k-core", Count,
		func(s *Scoreboard) []float64 { return core(s.g) }},
	Influential: {"influential", "influential", "citing papers that it strongly influenced, counted by the source, as of today", Count, (*Scoreboard).influential},
	RescaledGlobal: {"rescaled-global", "age-fair all", "citing papers counted by the source compared with papers of its age, in standard deviations", Deviation,
		func(s *Scoreboard) []float64 { return Rescaled(s.g, s.global()) }},
}

// Streams tells whether a measure can be had of citations that are told one after the
// other, as those of a field are that is too large for a graph.
func (m Measure) Streams() bool {
	return !slices.Contains([]Measure{Authority, Hub, Betweenness, Core}, m)
}

// All lists the measures.
func All() []Measure {
	all := make([]Measure, len(measures))
	for i := range all {
		all[i] = Measure(i)
	}
	return all
}

// Names lists the measures as a user writes them, in the order of All.
func Names() []string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
	}
	return names
}

func (m Measure) String() string { return measures[m].name }

// Heading is the measure's name over a column of a table.
func (m Measure) Heading() string { return measures[m].heading }

// Meaning says in one line what the score of a paper is, for help texts.
func (m Measure) Meaning() string { return measures[m].meaning }

// Number is the kind of number that its scores are, where they are known.
func (m Measure) Number() Number { return measures[m].number }

// MarshalText gives the measure's name.
func (m Measure) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads a measure's name; the error lists the choices.
func (m *Measure) UnmarshalText(b []byte) error {
	names := Names()
	i := slices.Index(names, string(b))
	if i < 0 {
		return fmt.Errorf("unknown measure %q: want one of %s", b, strings.Join(names, ", "))
	}
	*m = Measure(i)
	return nil
}

// Set and Type make a Measure a command-line flag.
func (m *Measure) Set(s string) error { return m.UnmarshalText([]byte(s)) }

// Type names the flag's value in help texts.
func (m *Measure) Type() string { return "measure" }
