package gap_test

import (
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/graph/graphtest"
)

func TestStrengthsAsText(t *testing.T) {
	for i, name := range gap.StrengthNames() {
		var s gap.Strength
		if err := s.UnmarshalText([]byte(name)); err != nil || s != gap.Strength(i) {
			t.Errorf("%q: %v, %v", name, s, err)
		}
		if text, err := s.MarshalText(); err != nil || string(text) != name {
			t.Errorf("%q is written %q, %v", name, text, err)
		}
	}
	var s gap.Strength
	if err := s.UnmarshalText([]byte("weak")); err == nil || !strings.Contains(err.Error(), "strong, worth a look, context") {
		t.Errorf("weak: %v", err)
	}
}

// Every gap has a chance, and strength is the same in words.
func TestEveryGapHasAChance(t *testing.T) {
	for seed := range uint64(30) {
		f := gap.Find(graph.New(graphtest.Random(seed, 60)), gap.Options{})
		least := map[gap.Strength]float64{}
		for _, x := range f.Gaps {
			if x.Belongs < 0 || x.Belongs > 1 {
				t.Fatalf("seed %d: belongs %v", seed, x.Belongs)
			}
			if y, met := least[x.Strength]; !met || x.Belongs < y {
				least[x.Strength] = x.Belongs
			}
		}
		for _, x := range f.Gaps {
			if y, met := least[x.Strength-1]; met && x.Strength > 0 && x.Belongs >= y {
				t.Fatalf("seed %d: %s at %v, and the next above from %v", seed, x.Strength, x.Belongs, y)
			}
		}
	}
}

// The same papers are less sure where fewer of the papers that cite the list
// are known: what is thin tells less.
func TestThinDataLowersTheChance(t *testing.T) {
	c, listed := together()
	for i, id := range listed[:10] {
		c.Entries = append(c.Entries, graph.Entry{File: "list.md", Line: i + 1, Status: graph.StatusResolved, Paper: id})
	}
	whole := mean(gap.Find(graph.New(c), gap.Options{}))
	g := graph.New(c).Knowing(func(n graph.Node) bool { return n%7 == 0 })
	thin := gap.Find(g, gap.Options{})
	if thin.Thin == "" || len(thin.Gaps) == 0 {
		t.Fatalf("not thin: %d gaps", len(thin.Gaps))
	}
	if m := mean(thin); m >= whole {
		t.Errorf("%v where data are thin, %v where they are not", m, whole)
	}
}

// mean is that of the ten best chances.
func mean(f gap.Found) float64 {
	sum := 0.0
	for _, x := range f.Gaps[:min(10, len(f.Gaps))] {
		sum += x.Belongs / 10
	}
	return sum
}
