// Package made makes up fields: papers in the order of time, and whom they cite.
// The same options give the same field.
package made

import (
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"

	"citemap/graph"
)

// topicPapers is how many papers a topic has, about.
const topicPapers = 400

// Options say which field to make.
type Options struct {
	Seed              uint64 // another seed gives another field
	Papers, Citations int    // how many; citations about
}

// Check says what is wrong with the options.
func (o Options) Check() error {
	if o.Papers < 100 || o.Citations < o.Papers {
		return fmt.Errorf("-papers %d -citations %d: want 100 papers or more, and a citation a paper", o.Papers, o.Citations)
	}
	return nil
}

// A Field is papers in the order of time, and whom they cite.
type Field struct {
	random     *rand.Rand
	ids        []string
	topic      []uint32   // of each paper
	references [][]uint32 // of each paper, earlier ones
	citing     []uint32   // how many papers cite it
}

// New publishes one paper after the other. Four citations in five stay in
// the paper's topic; half of them go to what is cited already, in proportion, so
// that they follow a power law.
func New(o Options) *Field {
	f := &Field{
		random: rand.New(rand.NewPCG(o.Seed, 7)), ids: make([]string, o.Papers), topic: make([]uint32, o.Papers),
		references: make([][]uint32, o.Papers), citing: make([]uint32, o.Papers),
	}
	topics := 1 + o.Papers/topicPapers
	own := make([][]uint32, topics)   // papers of a topic
	cited := make([][]uint32, topics) // the same, once for each time they were cited
	each := o.Citations / o.Papers
	for i := range o.Papers {
		f.ids[i] = paperID(o.Seed, i)
		f.topic[i] = uint32(f.random.IntN(topics))
		f.cite(i, 1+f.random.IntN(2*each+each/8), own, cited)
		own[f.topic[i]] = append(own[f.topic[i]], uint32(i))
	}
	return f
}

// cite gives a paper some references.
func (f *Field) cite(i, references int, own, cited [][]uint32) {
	for range min(references, i) {
		t := f.topic[i]
		if f.random.IntN(5) == 0 {
			t = f.topic[f.random.IntN(i)]
		}
		from := own[t]
		if len(cited[t]) > 0 && f.random.IntN(2) == 0 {
			from = cited[t]
		}
		if len(from) == 0 {
			continue
		}
		to := from[f.random.IntN(len(from))]
		if slices.Contains(f.references[i], to) {
			continue
		}
		f.references[i] = append(f.references[i], to)
		f.citing[to]++
		cited[t] = append(cited[t], to)
	}
}

// paperID is 40 hex digits, as Semantic Scholar's.
func paperID(seed uint64, i int) string {
	sum := sha1.Sum(binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, seed), uint64(i)))
	return hex.EncodeToString(sum[:])
}

// Len is the number of papers.
func (f *Field) Len() int { return len(f.ids) }

// ID gives the PaperID of a paper.
func (f *Field) ID(i int) graph.PaperID { return graph.PaperID(f.ids[i]) }

// CorpusID gives the corpus id of a paper.
func (f *Field) CorpusID(i int) int64 { return 200_000 + int64(i) }

// References gives the papers that a paper cites. Not to be changed.
func (f *Field) References(i int) []uint32 { return f.references[i] }

// Around gives papers around one of the most cited of the later half: itself, its
// references, papers that cite it and their references.
func (f *Field) Around(n int) []uint32 {
	first := len(f.ids) / 2
	for i := first; i < len(f.ids); i++ {
		if f.citing[i] > f.citing[first] {
			first = i
		}
	}
	out := []uint32{uint32(first)}
	met := map[uint32]bool{uint32(first): true}
	add := func(papers []uint32) {
		for _, p := range papers {
			if !met[p] && len(out) < n {
				met[p] = true
				out = append(out, p)
			}
		}
	}
	add(f.references[first])
	for i := first + 1; i < len(f.ids) && len(out) < n; i++ {
		if slices.Contains(f.references[i], uint32(first)) {
			add([]uint32{uint32(i)})
			add(f.references[i][:len(f.references[i])/2])
		}
	}
	return out
}
