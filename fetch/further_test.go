package fetch_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"citemap/fetch"
	"citemap/fetch/entries"
	"citemap/graph"
)

// TestFurther: what is around a paper is asked for beyond a budget that is used up, by
// as many requests as were planned, and only once.
func TestFurther(t *testing.T) {
	b := newBench(t, 5, 10, 10)
	s := b.library(filepath.Join(t.TempDir(), "library"), time.Minute)
	first, err := b.gather(s, fetch.Options{Budget: 3})
	if err != nil {
		t.Fatal(err)
	}
	listed := map[graph.PaperID]bool{}
	for _, id := range first.Listed() {
		listed[id] = true
	}
	var cited graph.PaperID
	for _, id := range first.Paper(first.Listed()[0]).References.IDs {
		if !listed[id] && !first.Paper(id).Citing.Asked {
			cited = id
			break
		}
	}
	o := fetch.Options{Budget: 3, Further: []graph.PaperID{cited}}
	stages, err := fetch.Plan(t.Context(), s, b.entries, o)
	if err != nil {
		t.Fatal(err)
	}
	planned := 0
	for _, stage := range stages {
		planned += stage.Requests
	}
	before := b.server.Requests()
	more, err := b.gather(s, o)
	if err != nil {
		t.Fatal(err)
	}
	asked := b.server.Requests() - before
	if p := more.Paper(cited); asked == 0 || asked > planned || !p.Citing.Asked || len(p.References.IDs) == 0 {
		t.Errorf("%d requests of %d planned; %s: citing asked %v, %d references", asked, planned, cited, p.Citing.Asked, len(p.References.IDs))
	}
	if again, err := b.gather(s, o); err != nil || b.server.Requests() != before+asked || len(again.Papers) != len(more.Papers) {
		t.Errorf("the same again: %d requests more, %v", b.server.Requests()-before-asked, err)
	}
}

// TestRelist: entries that are read again are what the gathering made of them, wherever
// they stand now.
func TestRelist(t *testing.T) {
	b := newBench(t, 5, 10, 10)
	title := func(i int) string { return b.entries[i].Title }
	doi := graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.9999/nobody-has-this"}}
	b.entries = append(b.entries,
		entry(6, title(1), nil), entry(7, "A title of no paper anywhere", nil), entry(8, title(2), doi), entry(9, "Another title of no paper", doi),
		entry(10, "A wrong name for it", b.entries[3].IDs), entry(11, title(0), b.entries[0].IDs),
	)
	c, err := b.gather(b.library(filepath.Join(t.TempDir(), "library"), time.Minute), fetch.Options{})
	if err != nil {
		t.Fatal(err)
	}
	met := map[graph.Status]bool{}
	for i, e := range entries.Relist(c, b.entries).Entries {
		met[e.Status] = true
		if want := c.Entries[i]; !reflect.DeepEqual(e, want) {
			t.Errorf("entry %d, read again: %s %s (%s), want %s %s (%s)", i+1, e.Status, e.Paper, e.Note, want.Status, want.Paper, want.Note)
		}
	}
	if len(met) < 4 {
		t.Errorf("entries of only %v were tried", met)
	}
	around := c.Paper(c.Listed()[0]).References.IDs
	now := []graph.Entry{
		entry(1, "", doi), entry(2, "", graph.ExternalIDs{{Scheme: graph.S2, Value: string(around[0])}}),
		entry(3, c.Paper(around[1]).Title, nil), entry(4, "New and unheard of", nil), b.entries[2],
	}
	for i, want := range []struct {
		status graph.Status
		paper  graph.PaperID
	}{{graph.StatusUnasked, ""}, {graph.StatusResolved, around[0]}, {graph.StatusResolved, around[1]}, {graph.StatusUnasked, ""}, {graph.StatusResolved, c.Entries[2].Paper}} {
		if e := entries.Relist(c, now).Entries[i]; e.Status != want.status || e.Paper != want.paper {
			t.Errorf("entry %d of the new list: %s %s, want %s %s", i+1, e.Status, e.Paper, want.status, want.paper)
		}
	}
}
