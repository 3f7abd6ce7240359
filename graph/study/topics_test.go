package study_test

import (
	"slices"
	"testing"

	"citemap/graph"
	"citemap/graph/graphtest"
	"citemap/graph/study"
)

func TestTopicsAreFoundAroundTheList(t *testing.T) {
	f := study.Of(subjects("x"), study.Options{Topics: true})
	around := f.Around()
	if around.Graph.Len() >= f.Graph.Len()/2 {
		t.Fatalf("%d of %d papers are around the list", around.Graph.Len(), f.Graph.Len())
	}
	for _, l := range f.Graph.Listed() {
		for _, r := range append([]graph.Node{l}, f.Graph.References(l)...) {
			if !slices.Contains(around.Papers, r) {
				t.Errorf("%s is listed or cited by %s, and not around the list", f.Graph.ID(r), f.Graph.ID(l))
			}
		}
	}
	all := f.AllTopics(0)
	if len(all) == 0 {
		t.Fatal("no topic")
	}
	listed := 0
	for _, topic := range all {
		listed += topic.Listed
		for _, n := range append(slices.Clone(topic.CitedBy), topic.Leading...) {
			if !slices.Contains(around.Papers, n) {
				t.Errorf("%q names %s, which is not around the list", topic.Label, f.Graph.ID(n))
			}
		}
		for _, l := range topic.CitedBy {
			if !slices.Contains(f.Graph.Listed(), l) {
				t.Errorf("%q is cited by %s, which is not listed", topic.Label, f.Graph.ID(l))
			}
		}
	}
	if listed != len(f.Graph.Listed()) {
		t.Errorf("the topics hold %d listed papers of %d", listed, len(f.Graph.Listed()))
	}
}

// A corpus that was gathered around its list is all around it.
func TestTopicsOfAGatheredCorpusAreOfAllOfIt(t *testing.T) {
	for seed := range uint64(10) {
		f := study.Cover(graphtest.Random(seed, 60))
		if f.Around().Graph != f.Graph {
			t.Errorf("seed %d: %d of %d papers are around the list", seed, f.Around().Graph.Len(), f.Graph.Len())
		}
	}
}
