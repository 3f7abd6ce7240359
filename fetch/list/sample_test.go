package list_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"citemap/graph"
)

var sampleSeed = flag.Uint64("sample", 0, "print 200 entries of the real lists, drawn with this seed, for a person to judge")

// TestSample draws entries of the real lists and prints each below the lines
// that it was read from. Whether they are papers, and rightly named, only a
// person can tell.
func TestSample(t *testing.T) {
	if *sampleSeed == 0 {
		t.Skip("no seed: go test -run TestSample -sample 1 -v")
	}
	var all []sampled
	for _, file := range realLists(t) {
		text, entries := readReal(t, file)
		for _, e := range entries {
			all = append(all, sampled{filepath.Base(file), text, e})
		}
	}
	random := rand.New(rand.NewPCG(*sampleSeed, *sampleSeed))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = all[:min(200, len(all))]
	slices.SortStableFunc(all, func(a, b sampled) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.Start, b.Start))
	})
	for i, s := range all {
		fmt.Printf("%d %s", i+1, s)
	}
}

type sampled struct {
	file string
	text []byte
	graph.Entry
}

func (s sampled) String() string {
	raw := s.text[s.Start:s.End]
	if len(raw) > 500 {
		raw = append(slices.Clone(raw[:500]), " ..."...)
	}
	out := fmt.Sprintf("%s:%d\n    %s\n  = %s [%s]", s.file, s.Line, bytes.ReplaceAll(raw, []byte("\n"), []byte("\n    ")), s.Title, s.Date)
	for _, id := range s.IDs {
		out += fmt.Sprintf(" %s=%s", id.Scheme, id.Value)
	}
	return out + "\n"
}
