package main

import (
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"slices"
)

// topicPapers is how many papers a topic has, about.
const topicPapers = 400

// A field is papers in the order of time, and whom they cite.
type field struct {
	random     *rand.Rand
	ids        []string
	topic      []uint32   // of each paper
	references [][]uint32 // of each paper, earlier ones
	citing     []uint32   // how many papers cite it
}

// newField publishes one paper after the other. Four citations in five stay in
// the paper's topic; half of them go to what is cited already, in proportion, so
// that they follow a power law.
func newField(o options) *field {
	f := &field{
		random: rand.New(rand.NewPCG(o.seed, 7)), ids: make([]string, o.papers), topic: make([]uint32, o.papers),
		references: make([][]uint32, o.papers), citing: make([]uint32, o.papers),
	}
	topics := 1 + o.papers/topicPapers
	own := make([][]uint32, topics)   // papers of a topic
	cited := make([][]uint32, topics) // the same, once for each time they were cited
	each := o.citations / o.papers
	for i := range o.papers {
		f.ids[i] = paperID(o.seed, i)
		f.topic[i] = uint32(f.random.IntN(topics))
		f.cite(i, 1+f.random.IntN(2*each+each/8), own, cited)
		own[f.topic[i]] = append(own[f.topic[i]], uint32(i))
	}
	return f
}

// cite gives a paper some references.
func (f *field) cite(i, references int, own, cited [][]uint32) {
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

// around gives papers around one of the most cited of the later half: itself, its
// references, papers that cite it and their references.
func (f *field) around(n int) []uint32 {
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
