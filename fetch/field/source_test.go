package field_test

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/study"
)

func recall(t *testing.T, s fetch.Source, facts fetch.Facts, about ...fetch.Subject) []fetch.Answer {
	t.Helper()
	answers, err := s.Recall(context.Background(), facts, about)
	if err != nil || len(answers) != len(about) {
		t.Fatalf("%d answers to %d, %v", len(answers), len(about), err)
	}
	return answers
}

// A paper is found by each of its ids, and by its title however that is spelt.
func TestPapersAreFound(t *testing.T) {
	papers := made(200)
	for _, form := range forms {
		source := write(t, papers, form.Options).Source()
		for i := range papers {
			p := &papers[i]
			about := []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.S2, Value: string(p.ID)}}, {ID: graph.ExternalID{Scheme: graph.S2, Value: strings.ToUpper(string(p.ID))}}}
			for _, id := range p.IDs {
				about = append(about, fetch.Subject{ID: id})
			}
			for _, alias := range p.Aliases {
				about = append(about, fetch.Subject{ID: graph.ExternalID{Scheme: graph.S2, Value: string(alias)}})
			}
			for k, a := range recall(t, source, fetch.Own, about...) {
				if a.Outcome != fetch.Found || a.Paper.ID != p.ID || a.Paper.Title != p.Title || a.Paper.References.State != graph.Unasked {
					t.Fatalf("%s: %v is %v %+v, want paper %s", form.name, about[k].ID, a.Outcome, a.Paper, p.ID)
				}
			}
			spelt := strings.NewReplacer("É", "e", "colour", "color", "On the", "on").Replace(p.Title)
			if a := recall(t, source, fetch.ByTitle, fetch.Subject{Title: spelt})[0]; a.Outcome != fetch.Found || a.Paper.ID != p.ID {
				t.Fatalf("%s: %q is %v %s, want %s", form.name, spelt, a.Outcome, a.Paper.ID, p.ID)
			}
		}
		unknown := recall(t, source, fetch.Own, fetch.Subject{ID: graph.ExternalID{Scheme: graph.DOI, Value: "10.1/none"}}, fetch.Subject{ID: graph.ExternalID{Scheme: graph.S2, Value: strings.Repeat("f", 40)}})
		unknown = append(unknown, recall(t, source, fetch.ByTitle, fetch.Subject{Title: "On nothing"}, fetch.Subject{})...)
		for i, a := range unknown {
			if a.Outcome != fetch.Unknown {
				t.Errorf("%s: subject %d is %v, want unknown", form.name, i, a.Outcome)
			}
		}
	}
}

// An answer tells of what is around a paper what is asked for.
func TestWhatIsAround(t *testing.T) {
	papers := made(150)
	f := write(t, papers, forms[0].Options)
	columns, err := f.Columns()
	if err != nil {
		t.Fatal(err)
	}
	g := graph.New(&graph.Corpus{Columns: columns})
	for n := range graph.Node(g.Len()) {
		about := fetch.Subject{ID: graph.ExternalID{Scheme: graph.S2, Value: string(g.ID(n))}}
		cited, citing := idsOf(g, g.References(n)), idsOf(g, g.Citing(n))
		a := recall(t, f.Source(), fetch.Surroundings, about)[0]
		if !slices.Equal(a.Paper.References.IDs, cited) || !slices.Equal(a.Paper.Citing.IDs, citing) || !a.Paper.Citing.Asked {
			t.Fatalf("paper %d: references %v, citing papers %v", n, a.Paper.References.IDs, a.Paper.Citing.IDs)
		}
		var around []graph.PaperID
		for _, p := range a.Around {
			around = append(around, p.ID)
		}
		slices.Sort(around)
		if want := slices.Compact(slices.Sorted(slices.Values(slices.Concat(cited, citing)))); !slices.Equal(around, want) {
			t.Fatalf("paper %d: around it are %v, want %v", n, around, want)
		}
		if a := recall(t, f.Source(), fetch.References, about)[0]; len(a.Around) != len(cited) || a.Paper.Citing.Asked {
			t.Fatalf("paper %d: references alone tell of %d papers", n, len(a.Around))
		}
	}
}

func idsOf(g *graph.Graph, nodes []graph.Node) []graph.PaperID {
	var ids []graph.PaperID
	for _, n := range nodes {
		ids = append(ids, g.ID(n))
	}
	return ids
}

// What was read around a list and frozen answers as the field does.
func TestAroundIsItsSnapshot(t *testing.T) {
	papers := made(500)
	var entries []graph.Entry
	for i := 0; i < 60; i += 5 {
		entries = append(entries, graph.Entry{File: "l.md", Line: i + 1, IDs: graph.ExternalIDs{{Scheme: graph.S2, Value: string(papers[i].ID)}}})
	}
	for _, form := range forms {
		f := write(t, papers, form.Options)
		around, err := fetch.FrozenAround(context.Background(), f.Source(), func(listed []graph.PaperID) (graph.Corpus, error) {
			c, err := f.Corpus(listed, nil, 0)
			return c.Corpus, err
		}, entries)
		if err != nil {
			t.Fatal(err)
		}
		if n := around.Len(); n < 60 || n == len(papers) {
			t.Errorf("%s: %d papers are around the list, of %d", form.name, n, len(papers))
		}
		var text bytes.Buffer
		header := library.Header{Taken: f.Header.Date, Source: f.Provenance().Name, Licence: f.Provenance().Licence}
		if err := library.WriteSnapshot(&text, &library.Snapshot{Header: header, Papers: around.Whole()}); err != nil {
			t.Fatal(err)
		}
		snapshot, err := library.Scan("s.jsonl", &text)
		if err != nil {
			t.Fatal(err)
		}
		frozen, err := fetch.Frozen(context.Background(), snapshot.Source(), snapshot.Corpus(), entries)
		if err != nil {
			t.Fatal(err)
		}
		got, want := study.Of(around, study.Options{}), study.Of(frozen, study.Options{})
		sameGraph(t, form.name, got.Graph, want.Graph)
		if !reflect.DeepEqual(got.Gaps, want.Gaps) || len(got.Gaps.Gaps) == 0 || !reflect.DeepEqual(got.Coverage, want.Coverage) {
			t.Errorf("%s: %d gaps by the field, %d by its snapshot, or others", form.name, len(got.Gaps.Gaps), len(want.Gaps.Gaps))
		}
		if err := around.Err(); err != nil {
			t.Error(err)
		}
	}
}
