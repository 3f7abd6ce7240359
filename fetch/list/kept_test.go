package list_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestRealListsKeepTheirEntries holds the ids and the titles that were read out of
// the lists beside the repository, against testdata/kept.tsv: the list, the line,
// the ids and the title of each entry. A line that differs is to be looked at
// before go test -update writes the table anew.
func TestRealListsKeepTheirEntries(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	var rows []string
	for _, file := range realLists(t) {
		_, entries := readReal(t, file)
		for _, e := range entries {
			var ids []string
			for _, id := range e.IDs {
				ids = append(ids, id.String())
			}
			rows = append(rows, strings.Join([]string{filepath.Base(file), strconv.Itoa(e.Line), strings.Join(ids, " "), e.Title}, "\t"))
		}
	}
	const golden = "testdata/kept.tsv"
	if *update {
		if err := os.WriteFile(golden, []byte(strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]bool{}
	for _, row := range rows {
		read[row] = true
	}
	kept := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	for _, row := range kept {
		if !read[row] {
			t.Errorf("is not read as it was: %s", row)
		}
	}
	if len(kept) != len(rows) {
		t.Errorf("%d entries, want %d", len(rows), len(kept))
	}
}
