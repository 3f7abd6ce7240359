package list

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"citemap/graph"
)

var arxivLink = regexp.MustCompile(`arxiv\.org/(?:abs|pdf|html|ftp/arxiv/papers/\d+)/(\d{4}\.\d{4,5}|[a-z-]+/\d{7})`)

// TestRealLists holds lists as people keep them: of the arXiv papers they link
// to, at least 99 of 100 become entries, in no list more than one an item.
func TestRealLists(t *testing.T) {
	files, err := filepath.Glob("../../../shared/lists/*.md")
	if err != nil || len(files) == 0 {
		t.Skip("no lists in ../shared/lists")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			entries, err := Read(file, text)
			if err != nil {
				t.Fatal(err)
			}
			checkEntries(t, text, entries)
			checkCoverage(t, text, entries)
		})
	}
}

func checkCoverage(t *testing.T, text []byte, entries []graph.Entry) {
	t.Helper()
	got, untitled := map[string]int{}, 0
	for _, e := range entries {
		got[e.IDs[graph.ArXiv]]++
		if e.Title == "" {
			untitled++
			t.Logf("line %d: no title: %.200s", e.Line, e.Text)
		}
	}
	want, missing := map[string]bool{}, 0
	for _, m := range arxivLink.FindAllSubmatch(text, -1) {
		if id := string(m[1]); !want[id] {
			want[id] = true
			if got[id] == 0 {
				missing++
				t.Logf("no entry for arXiv:%s", id)
			}
		}
	}
	if missing*100 > len(want) {
		t.Errorf("%d of %d arXiv papers have no entry", missing, len(want))
	}
	if untitled*50 > len(entries) {
		t.Errorf("%d of %d entries have no title", untitled, len(entries))
	}
	t.Logf("%d entries, %d arXiv papers, %d without an entry, %d without a title", len(entries), len(want), missing, untitled)
}

// checkEntries holds what every entry promises.
func checkEntries(t *testing.T, text []byte, entries []graph.Entry) {
	t.Helper()
	last, line := 0, 1
	for _, e := range entries {
		if e.Start < last || e.End < e.Start || e.End > len(text) {
			t.Fatalf("span %d-%d after %d in a text of %d bytes", e.Start, e.End, last, len(text))
		}
		for _, b := range text[last:e.Start] {
			if b == '\n' {
				line++
			}
		}
		last = e.Start
		if e.Line != line {
			t.Fatalf("entry at %d: line %d, want %d", e.Start, e.Line, line)
		}
		if e.Title == "" && len(e.IDs) == 0 {
			t.Fatalf("line %d: neither title nor id", e.Line)
		}
	}
}
