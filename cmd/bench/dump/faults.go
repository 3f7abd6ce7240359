package main

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"math/bits"

	"citemap/graph"
)

// faults say which papers and citations of a dump are given a fault. What they
// say hangs on the seed and the papers alone.
type faults struct {
	seed uint64
	none bool
}

// hash mixes two numbers.
func (f faults) hash(a, b int) uint64 {
	h := f.seed*0x9e3779b97f4a7c15 + uint64(a)
	for _, n := range [2]uint64{uint64(b), 0x2545f4914f6cdd1d} {
		hi, lo := bits.Mul64(h^n^0xa0761d6478bd642f, 0xe7037ed1a0b428db+n)
		h = hi ^ lo
	}
	return h
}

// one reports whether one in so many has a fault of a kind.
func (f faults) one(in uint64, kind, a, b int) bool {
	return !f.none && f.hash(a*31+kind, b*17+kind)%in == 0
}

// The kinds of faults.
const (
	mergedPaper = iota + 1
	doubledPaper
	repeatedPaper
	unknownAbstract
	repeatedAbstract
	repeatedCitation
	unlinked
	byNobody
	toUnknown
	toItself
	byDouble
	toDouble
)

const (
	firstDouble  = 4_000_000_000 // corpus ids of records that double another's
	firstUnknown = 9_000_000_000 // corpus ids of papers that the dump does not have
)

// mergedID is a paperId that the paper had before.
func (f faults) mergedID(id graph.PaperID) string { return shaOf("merged", id) }

// doubleID is the paperId of the record that doubles a paper's.
func (f faults) doubleID(id graph.PaperID) string { return shaOf("doubled", id) }

func shaOf(what string, id graph.PaperID) string {
	sum := sha1.Sum(fmt.Appendf(nil, "%s %s", what, id))
	return hex.EncodeToString(sum[:])
}

// mayDouble reports whether a second record is to have the DOI of a paper.
func (f faults) mayDouble(place int) bool { return f.one(500, doubledPaper, place, 0) }

// knows reports whether a paper has a DOI, and knows so much that it is the one kept
// of two.
func knows(p *graph.Paper) bool {
	return p.IDs.Of(graph.DOI) != "" && p.Global != nil && *p.Global > 0 && p.Referenced != nil && *p.Referenced > 0
}
