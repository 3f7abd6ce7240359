package fetch_test

import (
	"context"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

// pageless is a source that has no usable page of citing papers, and no room
// for them elsewhere.
type pageless struct{ fetch.Source }

func (p pageless) Limits() fetch.Limits {
	l := p.Source.Limits()
	l.Citing = 1
	return l
}

func (p pageless) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	if facts == fetch.NewestCiting {
		return nil
	}
	return p.Source.Ask(ctx, facts, about, report)
}

// What was asked for in vain is nothing that a larger budget would take in;
// what nobody asked for is.
func TestAskedInVainIsNotBeyondTheBudget(t *testing.T) {
	b := newBench(t, 3, 4, 5)
	for _, test := range []struct {
		source fetch.Source
		budget int
		want   int
	}{{pageless{b.library(t.TempDir()+"/a.sqlite", 0)}, 60, 0}, {pageless{b.library(t.TempDir()+"/b.sqlite", 0)}, 3, 2}} {
		corpus, err := b.gather(test.source, fetch.Options{Budget: test.budget})
		if err != nil || corpus.Beyond.Citing != test.want {
			t.Errorf("budget %d: %+v, %v", test.budget, corpus.Beyond, err)
		}
		for _, id := range corpus.Listed() {
			if p := corpus.Paper(id); p.References.State != graph.Known || p.Citing.Asked {
				t.Errorf("budget %d: references %s, citing papers asked %v", test.budget, p.References.State, p.Citing.Asked)
			}
		}
	}
}
