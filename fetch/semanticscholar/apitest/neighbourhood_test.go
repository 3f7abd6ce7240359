package apitest

import (
	"reflect"
	"testing"

	"citemap/graph"
)

func TestNeighbourhood(t *testing.T) {
	for _, test := range []struct{ listed, references, citing int }{{1, 10, 10}, {3, 12, 30}, {30, 40, 50}, {100, 20, 15}} {
		papers := Neighbourhood(test.listed, test.references, test.citing, 1)
		places, citing := map[graph.PaperID]int{}, map[graph.PaperID]int{}
		titles := map[string]bool{}
		for i, p := range papers {
			if _, met := places[p.ID]; met || !hexID.MatchString(string(p.ID)) || titles[p.Title] || len(p.Authors) == 0 || p.Date.Day == 0 {
				t.Fatalf("%v: paper %d is %+v", test, i, p)
			}
			places[p.ID], titles[p.Title] = i, true
		}
		for i, p := range papers {
			if (p.References.State == graph.Known) != (len(p.References.IDs) > 0) || p.References.State != graph.Known && p.References.State != graph.Empty {
				t.Fatalf("%v: paper %d has %v", test, i, p.References)
			}
			met := map[graph.PaperID]bool{}
			for _, id := range p.References.IDs {
				cited, found := places[id]
				if !found || met[id] || papers[cited].Date.Compare(p.Date) > 0 || id == p.ID {
					t.Fatalf("%v: paper %d of %v cites %s of %v: %v", test, i, p.Date, id, papers[cited].Date, found)
				}
				met[id] = true
				citing[id]++
			}
		}
		for i, p := range papers[:test.listed] {
			if len(p.References.IDs) != test.references || citing[p.ID] != test.citing {
				t.Errorf("%v: listed paper %d has %d references and %d citing papers", test, i, len(p.References.IDs), citing[p.ID])
			}
		}
		if !reflect.DeepEqual(papers, Neighbourhood(test.listed, test.references, test.citing, 1)) {
			t.Errorf("%v: other papers the second time", test)
		}
		if other := Neighbourhood(test.listed, test.references, test.citing, 2); other[0].ID == papers[0].ID {
			t.Errorf("%v: the seed changes nothing", test)
		}
	}
}

// The papers around a list are in part shared, and have references of their own.
func TestNeighbourhoodIsShared(t *testing.T) {
	papers := Neighbourhood(30, 40, 50, 3)
	first := map[graph.PaperID]bool{}
	for _, p := range papers[:30] {
		for _, id := range p.References.IDs {
			first[id] = true
		}
	}
	if n := len(first); n < 300 || n > 1100 {
		t.Errorf("%d different papers among 1200 references", n)
	}
	second := 0
	for _, p := range papers {
		if first[p.ID] && len(p.References.IDs) == 40 {
			second++
		}
	}
	if second < len(first)-31 {
		t.Errorf("%d of %d references have 40 references", second, len(first))
	}
}

func BenchmarkNeighbourhood(b *testing.B) {
	for b.Loop() {
		Neighbourhood(500, 40, 50, 1)
	}
}

func BenchmarkNew(b *testing.B) {
	papers := Neighbourhood(500, 40, 50, 1)
	for b.Loop() {
		New(papers)
	}
}
