package list_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/fetch/list"
	"citemap/graph"
)

// realLists gives the lists beside the repository, as people keep them.
func realLists(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../../../shared/lists/*.md")
	if err != nil || len(files) == 0 {
		t.Skip("no lists in ../shared/lists")
	}
	return files
}

func readReal(t *testing.T, file string) ([]byte, []graph.Entry) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := list.Read(file, text)
	if err != nil {
		t.Fatal(err)
	}
	return text, entries
}

// TestRealLists holds that at least 99 of 100 arXiv, DOI, ACL and OpenReview
// ids in the links of each list become entries. With -v it prints the figures.
func TestRealLists(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	var table strings.Builder
	for _, file := range realLists(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, entries := readReal(t, file)
			checkEntries(t, text, entries)
			m := measured(text, entries)
			table.WriteString(m.String() + "  " + filepath.Base(file) + "\n")
			checkMeasure(t, m)
		})
	}
	t.Logf("\n%s\n%s", measureHead, table.String())
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
