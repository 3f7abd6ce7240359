package field_test

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"citemap/fetch/library"
	"citemap/graph"
)

// A field says of papers what a snapshot of them says.
func TestFieldIsItsSnapshot(t *testing.T) {
	papers := made(400)
	var text bytes.Buffer
	if err := library.WriteSnapshot(&text, &library.Snapshot{Papers: papers}); err != nil {
		t.Fatal(err)
	}
	snapshot, err := library.Scan("s.jsonl", &text)
	if err != nil {
		t.Fatal(err)
	}
	want := graph.New(&graph.Corpus{Columns: snapshot.Papers})
	for _, form := range forms {
		f := write(t, papers, form.Options)
		columns, err := f.Columns()
		if err != nil {
			t.Fatalf("%s: %v", form.name, err)
		}
		got := graph.New(&graph.Corpus{Columns: columns})
		sameGraph(t, form.name, got, want)
		if !reflect.DeepEqual(got.PlacesByID(), want.PlacesByID()) {
			t.Errorf("%s: papers stand in another order of ids", form.name)
		}
		for n := range graph.Node(got.Len()) {
			if !reflect.DeepEqual(got.Paper(n), want.Paper(n)) {
				t.Fatalf("%s: paper %d is\n%+v, want\n%+v", form.name, n, got.Paper(n), want.Paper(n))
			}
			if got.Title(n) != want.Title(n) {
				t.Errorf("%s: paper %d has the title %q, want %q", form.name, n, got.Title(n), want.Title(n))
			}
		}
		whole := (&graph.Corpus{Columns: columns}).Whole()
		slices.SortFunc(whole, graph.ComparePapers)
		if !reflect.DeepEqual(whole, papers) {
			t.Errorf("%s: read at once, papers are others", form.name)
		}
		if err := columns.Err(); err != nil {
			t.Errorf("%s: %v", form.name, err)
		}
	}
}

func sameGraph(t *testing.T, form string, got, want *graph.Graph) {
	t.Helper()
	if got.Len() != want.Len() || got.Citations() != want.Citations() || got.Cleaned != want.Cleaned {
		t.Fatalf("%s: %d papers, %d citations, %v; want %d, %d, %v", form, got.Len(), got.Citations(), got.Cleaned, want.Len(), want.Citations(), want.Cleaned)
	}
	for n := range graph.Node(got.Len()) {
		if got.ID(n) != want.ID(n) || got.Date(n) != want.Date(n) || got.State(n) != want.State(n) ||
			!reflect.DeepEqual(got.Global(n), want.Global(n)) || !slices.Equal(got.References(n), want.References(n)) || !slices.Equal(got.Citing(n), want.Citing(n)) {
			t.Fatalf("%s: paper %d is not what its snapshot says", form, n)
		}
	}
}

// Papers of a field by themselves are what they are among all, and cite one another as
// there.
func TestAmong(t *testing.T) {
	papers := made(300)
	for _, form := range forms {
		f := write(t, papers, form.Options)
		all, err := f.Columns()
		if err != nil {
			t.Fatal(err)
		}
		whole := graph.New(&graph.Corpus{Columns: all})
		nodes := []int32{0, 3, 4, 50, 51, 52, 120, 200, 201, 299}
		some, err := f.Among(nodes)
		if err != nil {
			t.Fatal(err)
		}
		part := graph.New(&graph.Corpus{Columns: some})
		for i, n := range nodes {
			if !reflect.DeepEqual(part.Paper(graph.Node(i)), whole.Paper(graph.Node(n))) {
				t.Errorf("%s: paper %d is another among some", form.name, n)
			}
			for j, m := range nodes {
				if part.Cites(graph.Node(i), graph.Node(j)) != whole.Cites(graph.Node(n), graph.Node(m)) {
					t.Errorf("%s: paper %d cites %d otherwise among some", form.name, n, m)
				}
			}
		}
		if _, found := part.Find(whole.ID(7)); found {
			t.Errorf("%s: paper 7 is found among papers without it", form.name)
		}
	}
}
