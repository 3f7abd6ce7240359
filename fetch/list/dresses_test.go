package list_test

import (
	"os"
	"regexp"
	"testing"

	"citemap/fetch/list"
)

// TestDresses reads a list that writes every entry in another way.
func TestDresses(t *testing.T) {
	text, err := os.ReadFile("testdata/dresses.md")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := list.Read("dresses.md", text)
	if err != nil {
		t.Fatal(err)
	}
	wanted := regexp.MustCompile(`Foo\d+: A Thing with Words`).FindAllString(string(text), -1)
	for i, e := range entries {
		if i >= len(wanted) || e.Title != wanted[i] || len(e.Lookups()) != 1 {
			t.Errorf("%s: %q %v", e.Place(), e.Title, e.IDs)
		}
	}
	if len(entries) != len(wanted) {
		t.Errorf("%d entries, want %d", len(entries), len(wanted))
	}
}

// TestGroup reads the notes of a reading group: schedules, tables, citations,
// remarks.
func TestGroup(t *testing.T) {
	text, err := os.ReadFile("testdata/group.md")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := list.Read("group.md", text)
	if err != nil {
		t.Fatal(err)
	}
	checkEntries(t, text, entries)
	if *update {
		if err := os.WriteFile("testdata/group.txt", []byte(shape(entries)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/group.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := shape(entries); got != string(want) {
		t.Errorf("entries differ from testdata/group.txt (go test -update writes it anew); got\n%s", got)
	}
}
