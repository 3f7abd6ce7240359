package main

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"citemap/fetch/library"
	"citemap/graph"
)

const (
	listFile     = "../../testdata/lists/finetune.md"
	folder       = "../../../shared/seed-references"
	snapshotFile = "../../testdata/snapshots/finetune.jsonl"
)

// The snapshot in the repository is what the generator makes of the
// bibliographies.
func TestSnapshotIsUpToDate(t *testing.T) {
	if _, err := os.Stat(folder); err != nil {
		t.Skip("needs the transcribed bibliographies beside the repository")
	}
	var got bytes.Buffer
	if err := run(&got, listFile, folder); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(snapshotFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Error("testdata/snapshots/finetune.jsonl is not what make snapshot writes")
	}
}

// What the bibliographies say is in the snapshot: who cites whom, one paper a
// work however it is spelt, and an unknown list that is not an empty one.
func TestSnapshotHoldsTheFacts(t *testing.T) {
	s, err := library.ScanFile(snapshotFile)
	if err != nil {
		t.Fatal(err)
	}
	corpus := s.Corpus()
	papers := corpus.Whole()
	index := graph.NewIndex(papers)
	paper := func(id string) *graph.Paper {
		place, found := index.Place(graph.PaperID(id))
		if !found {
			t.Fatalf("no paper %s", id)
		}
		return &papers[place]
	}
	for _, c := range [][2]string{
		{"arXiv:2404.12253", "arXiv:2401.01335"}, {"arXiv:2404.03715", "arXiv:2401.01335"}, {"arXiv:2402.12847", "arXiv:2305.11206"},
		{"arXiv:2401.01335", "DOI:10.18653/v1/2022.acl-long.244"}, // Crosstask there, Cross-task elsewhere
	} {
		if !slices.Contains(paper(c[0]).References.IDs, paper(c[1]).ID) {
			t.Errorf("%s does not cite %s", c[0], c[1])
		}
	}
	if a, b := paper("arXiv:2104.08773"), paper("DOI:10.18653/v1/2022.acl-long.244"); a != b {
		t.Errorf("one work is two papers: %s and %s", a.ID, b.ID)
	}
	known := 0
	for _, id := range []string{"2305.11206", "2305.02301", "2401.01335", "2402.12847", "2403.18365", "2404.03715", "2404.12253", "2405.19874"} {
		switch state := paper("arXiv:" + id).References.State; state {
		case graph.Known:
			known++
		case graph.Unasked:
		default:
			t.Errorf("%s: references %s", id, state)
		}
	}
	titles := map[string]int{}
	for _, p := range papers {
		titles[p.Title]++
	}
	for title, n := range titles {
		if want := 1; n != want && title != "Some studies in machine learning using the game of checkers" {
			t.Errorf("%d papers are called %q", n, title)
		}
	}
	if known != 4 || len(papers) != 263 {
		t.Errorf("%d reference lists known, %d papers; want 4 and 263", known, len(papers))
	}
}
