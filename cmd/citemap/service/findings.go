package service

import (
	"citemap/graph"
	"citemap/graph/study"
)

// A Corpus is what was gathered around lists.
type Corpus struct {
	*graph.Corpus
	Read   *Reading // what the lists hold
	Failed bool     // a source gave up part of the way: the corpus is what was known then
}

// Findings are what is found out about a corpus.
type Findings struct {
	*study.Findings
	Title  string // what to call the lists; "" without any
	Read   *Reading
	Failed bool

	Excluded Exclusions
}

// Exclusions are the papers that are never to be offered.
type Exclusions struct {
	Given  int             // ids by flag and in the file
	Papers []graph.PaperID // of the corpus, that they name
}

// Cover gives the corpus as findings that say how much of the lists is known, and
// study nothing.
func (c *Corpus) Cover() *Findings {
	return &Findings{Findings: study.Cover(c.Corpus), Title: c.title(), Read: c.Read, Failed: c.Failed}
}
