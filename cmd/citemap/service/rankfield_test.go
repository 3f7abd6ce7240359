package service

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"citemap/cmd/citemap/console"
	"citemap/fetch/field/fieldtest"
	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/rank"
)

// The papers of a field rank alike by its graph, by rows in memory and by rows that
// are read from the files again and again.
func TestRankField(t *testing.T) {
	if testing.Short() {
		t.Skip("every measure, twice")
	}
	snapshot, err := library.ScanFile("../../../testdata/snapshots/parsing.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	corpus := snapshot.Corpus()
	dir := t.TempDir()
	if err := fieldtest.Write(dir, corpus.Whole(), fieldtest.Options{Rows: 500}); err != nil {
		t.Fatal(err)
	}
	lists := []string{"../../../testdata/lists/parsing.md"}
	var said bytes.Buffer
	s := New(Options{Field: dir, Offline: true}, nil, console.New(&said))
	whole, err := s.Cover(t.Context(), lists, GatherOptions{})
	if err != nil {
		t.Fatal(err)
	}
	const n = 100
	for _, memory := range []int64{0, 1} {
		for _, by := range rank.All() {
			if !by.Streams() {
				continue
			}
			f, r, err := s.RankField(t.Context(), lists, FieldRanking{By: by, Shown: []rank.Measure{rank.Local}, N: n, Memory: memory})
			if err != nil {
				t.Fatal(err)
			}
			want := whole.Ranking(by, true)
			if !slices.Equal(r.Papers, want.Papers[:n]) || r.All != len(want.Papers) || !slices.Equal(f.Graph.Listed(), whole.Graph.Listed()) || f.Coverage.Citations != whole.Coverage.Citations {
				t.Errorf("%s, %d bytes: other papers lead, or others are listed", by, memory)
			}
			for i := range n {
				off := math.Abs(r.Score(by, i) - want.Score(by, i))
				if off > 1e-9*math.Abs(want.Score(by, i)) || r.Score(rank.Local, i) != want.Score(rank.Local, i) {
					t.Fatalf("%s, %d bytes: paper %d scores %g, want %g", by, memory, i, r.Score(by, i), want.Score(by, i))
				}
			}
		}
	}
	if !strings.Contains(said.String(), "in memory") || !strings.Contains(said.String(), "read from the files") {
		t.Errorf("it is not said how papers are ranked: %q", said.String())
	}
}

func TestRankFieldRefuses(t *testing.T) {
	for want, o := range map[string]struct {
		Options
		FieldRanking
	}{
		"--by betweenness: not to be had": {Options{}, FieldRanking{By: rank.Betweenness, N: 1}},
		"--as-of and --without do not go": {Options{AsOf: graph.Date{Year: 2000}}, FieldRanking{By: rank.Local, N: 1}},
		"-n: want 1 to 100000 papers":     {Options{}, FieldRanking{By: rank.Local}},
		"want the folder of a field":      {Options{Field: "none"}, FieldRanking{By: rank.Local, N: 1}},
	} {
		if _, _, err := New(o.Options, nil, console.New(io.Discard)).RankField(t.Context(), nil, o.FieldRanking); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// What has to be read from the files is said to take as long as its measures do.
func TestWalks(t *testing.T) {
	if n := (FieldRanking{By: rank.RescaledPageRank, Shown: []rank.Measure{rank.Local, rank.PageRank, rank.RescaledPageRank}}).walks(); n != 2 {
		t.Errorf("%d measures stand on PageRank, want 2", n)
	}
}
