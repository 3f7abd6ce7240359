package main

import (
	"fmt"
	"slices"
	"strconv"

	"citemap/cmd/bench/made"
	"citemap/fetch/library"
	"citemap/graph"
)

// A source has papers, each at a place. It may be asked from several goroutines.
type source interface {
	Len() int
	ID(place int) graph.PaperID
	CorpusID(place int) int64 // 0: it has none
	Aliases(place int) []graph.PaperID
	Paper(place int) graph.Paper
	References(place int) []uint32 // the places of those that it has
	context(citing, cited int) graph.Context
}

// A snapshot is a source.
type snapshot struct {
	columns *graph.Columns
}

func scanned(name string) (source, error) {
	s, err := library.ScanFile(name)
	if err != nil {
		return nil, err
	}
	return snapshot{s.Papers}, nil
}

func (s snapshot) Len() int                    { return s.columns.Len() }
func (s snapshot) ID(place int) graph.PaperID  { return s.columns.ID(place) }
func (s snapshot) Paper(place int) graph.Paper { return s.columns.Read(place) }

func (s snapshot) Aliases(place int) []graph.PaperID { return s.columns.Paper(place).Aliases }

func (s snapshot) CorpusID(place int) int64 {
	n, _ := strconv.ParseInt(s.columns.Paper(place).IDs.Of(graph.CorpusID), 10, 64) // "" is none
	return n
}

func (s snapshot) References(place int) []uint32 {
	all := s.columns.Cited[s.columns.CitedFrom[place]:s.columns.CitedFrom[place+1]]
	return slices.DeleteFunc(slices.Clone(all), func(cited uint32) bool { return cited == graph.Nowhere })
}

// context is what the snapshot says of a citation.
func (s snapshot) context(citing, cited int) graph.Context {
	id := s.ID(cited)
	for _, c := range s.columns.Paper(citing).Contexts {
		if c.Cited == id {
			return c
		}
	}
	return graph.Context{Cited: id}
}

// A madeUp field is a source.
type madeUp struct {
	*made.Field
	faults faults
}

// Aliases are none.
func (m *madeUp) Aliases(int) []graph.PaperID { return nil }

// context makes passages for three citations in ten, and calls one in twelve
// influential.
func (m *madeUp) context(citing, cited int) graph.Context {
	h := m.faults.hash(citing, cited)
	c := graph.Context{Cited: m.ID(cited), Influential: h%12 == 0}
	if h/12%10 < 3 {
		for k := range 1 + int(h>>20%2) {
			c.Texts = append(c.Texts, fmt.Sprintf("Passage %d: as was shown in [%d], the estimates of section %d hold for %d of the %d cases looked at here.", k+1, h>>24%90, h>>32%9, h>>36%500, 500+h>>45%500))
		}
		c.Intents = []string{graph.Intents()[h>>8%3]}
	}
	return c
}
