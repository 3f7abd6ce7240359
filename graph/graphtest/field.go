package graphtest

import (
	"fmt"
	"math/rand/v2"

	"citemap/graph"
)

// Field gives a corpus that looks like a whole field of so many citations, ten
// a paper: papers come in the order of time, over a hundred years, and cite
// what is cited already as often as not, so that
// citations follow a power law. One citation in a hundred has a twin that runs
// back, along chains of two to five papers of one year.
func Field(seed uint64, citations int) *graph.Corpus {
	const references = 10
	f := &field{
		random: rand.New(rand.NewPCG(seed, 2)), papers: make([]graph.Paper, max(citations/references, 10)),
		cited: make([]uint32, 0, citations),
	}
	for i := range f.papers {
		f.publish(i, references)
	}
	f.chains(citations / 100)
	return &graph.Corpus{Papers: f.papers}
}

// A field is a corpus in the making.
type field struct {
	random *rand.Rand
	papers []graph.Paper
	cited  []uint32 // papers, once for each time they were cited
}

// publish adds the paper of a number with its references.
func (f *field) publish(i, references int) {
	p := &f.papers[i]
	p.ID = graph.PaperID(fmt.Sprintf("%08d", i))
	p.Date = graph.Date{Year: 1900 + 100*i/len(f.papers)}
	p.References.State = graph.Known
	seen := make(map[uint32]bool, references)
	for range references {
		if i == 0 {
			return
		}
		to := uint32(f.random.IntN(i))
		if len(f.cited) > 0 && f.random.IntN(2) == 0 {
			to = f.cited[f.random.IntN(len(f.cited))]
		}
		if !seen[to] {
			seen[to] = true
			f.cited = append(f.cited, to)
			p.References.IDs = append(p.References.IDs, f.papers[to].ID)
		}
	}
}

// chains lets so many citations run both ways.
func (f *field) chains(twins int) {
	for twins > 0 {
		length := 1 + f.random.IntN(4) // citations of the chain
		first := f.random.IntN(len(f.papers) - length)
		for i := first; i < first+length && f.papers[i].Date == f.papers[i+1].Date; i++ {
			f.cite(i, i+1)
			f.cite(i+1, i)
			twins--
		}
	}
}

func (f *field) cite(citing, cited int) {
	p := &f.papers[citing]
	p.References.IDs = append(p.References.IDs, f.papers[cited].ID)
}
