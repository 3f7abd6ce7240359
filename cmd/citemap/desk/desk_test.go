package desk_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
)

const fixtures = "../../../testdata/"

// open opens a desk on a copy of the demo's list.
func open(t *testing.T, o desk.Options) (d *desk.Desk, list string) {
	t.Helper()
	list = filepath.Join(t.TempDir(), "reading.md")
	text, err := os.ReadFile(fixtures + "lists/finetune.md")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(list, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return reopen(t, list, o), list
}

func reopen(t *testing.T, list string, o desk.Options) *desk.Desk {
	t.Helper()
	return on(t, fixtures+"snapshots/finetune.jsonl", list, o)
}

func on(t *testing.T, snapshot, list string, o desk.Options) *desk.Desk {
	t.Helper()
	c := console.New(io.Discard)
	s := service.New(service.Options{Snapshot: snapshot, Rate: 1, ExcludeFile: o.ExcludeFile}, nil, c)
	d, err := desk.Open(t.Context(), s, edit.Run{Console: c, Files: &files.Guard{}}, []string{list}, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// gaps are the ids of the first gaps.
func gaps(s *desk.State, n int) []string {
	var ids []string
	for _, x := range s.Findings.Gaps.Gaps[:n] {
		ids = append(ids, string(s.Findings.Graph.Paper(x.Node).ID))
	}
	return ids
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAddAndUndo: what is added stands in the file and on the list that is studied, and
// goes again.
func TestAddAndUndo(t *testing.T) {
	d, list := open(t, desk.Options{})
	before, text := d.State(), read(t, list)
	wanted := gaps(before, 2)
	for _, id := range wanted {
		if _, err := d.Add(t.Context(), []string{id}); err != nil {
			t.Fatal(err)
		}
	}
	now := d.State()
	if now.Findings.Coverage.Listed != before.Findings.Coverage.Listed+2 || slices.Contains(gaps(now, 10), wanted[0]) {
		t.Errorf("%d papers listed, want two more than %d", now.Findings.Coverage.Listed, before.Findings.Coverage.Listed)
	}
	if grown := read(t, list); len(grown) <= len(text) || len(now.Undo) != 2 {
		t.Errorf("the file: %d bytes of %d; to undo: %q", len(grown), len(text), now.Undo)
	}
	if c, err := d.Add(t.Context(), wanted[:1]); err != nil || len(c.Passed) != 1 || d.State() != now {
		t.Errorf("added again: %+v, %v", c.Passed, err)
	}
	if err := d.Undo(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	if read(t, list) != text || !slices.Equal(gaps(d.State(), 10), gaps(before, 10)) {
		t.Error("undone, file and gaps are not what they were")
	}
	if err := d.Undo(t.Context(), 1); !errors.Is(err, desk.ErrNothing) {
		t.Errorf("nothing to undo: %v", err)
	}
}

// TestOneThousand holds that a thousand changes leave the file as it was, byte for byte.
func TestOneThousand(t *testing.T) {
	folder := t.TempDir()
	snapshot, list := filepath.Join(folder, "small.jsonl"), filepath.Join(folder, "small.md")
	lines := []string{`{"format":"citemap-snapshot","version":1,"taken":"2026-01-01","source":"test","licence":"none"}`}
	for i := range 24 {
		lines = append(lines, fmt.Sprintf(`{"paperId":"%040x","title":"A study of the effect number %d","year":%d,"externalIds":{"ArXiv":"2001.%05d"},"references":["%040x","%040x"]}`, i, i, 2000+i, i+1, i/2, i/3))
	}
	text := "# Small\r\n\r\n- https://arxiv.org/abs/2001.00001\r\n- https://arxiv.org/abs/2001.00002"
	for name, content := range map[string]string{snapshot: strings.Join(lines, "\n") + "\n", list: text} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d := on(t, snapshot, list, desk.Options{})
	n := 1000
	if testing.Short() {
		n = 100
	}
	for i := range n {
		if _, err := d.Add(t.Context(), []string{fmt.Sprintf("arXiv:2001.%05d", 3+i%20)}); err != nil {
			t.Fatal(err)
		}
		if i%20 == 19 || i%7 == 6 { // taken back by one or by many
			if err := d.Undo(t.Context(), 20); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := d.Undo(t.Context(), 20); err != nil && !errors.Is(err, desk.ErrNothing) || read(t, list) != text || len(d.State().Undo) != 0 {
		t.Errorf("the file is not what it was: %q, %v", read(t, list), err)
	}
}

// TestExclude: with a file for good, without one as long as the desk is open.
func TestExclude(t *testing.T) {
	for _, named := range []bool{true, false} {
		o := desk.Options{}
		if named {
			o.ExcludeFile = filepath.Join(t.TempDir(), "no.txt")
		}
		d, list := open(t, o)
		text, first := read(t, list), gaps(d.State(), 1)
		if _, err := d.Exclude(t.Context(), first); err != nil {
			t.Fatal(err)
		}
		if c, err := d.Exclude(t.Context(), first); err != nil || named && (len(c.Passed) != 1 || len(c.Papers) != 0 || len(d.State().Undo) != 1) {
			t.Errorf("excluded again: %+v, %v", c, err)
		}
		all := len(d.State().Findings.Gaps.Gaps)
		if slices.Contains(gaps(d.State(), min(all, 50)), first[0]) || read(t, list) != text {
			t.Error("an excluded paper is still a gap, or the list was written")
		}
		if again := gaps(reopen(t, list, o).State(), 1); (again[0] == first[0]) == named {
			t.Errorf("opened again, with a file %v: the first gap is %s", named, again[0])
		}
		if err := d.Undo(t.Context(), 2); err != nil || gaps(d.State(), 1)[0] != first[0] {
			t.Errorf("exclusion not undone: %v", err)
		}
		if _, err := os.Stat(o.ExcludeFile); named && err == nil {
			t.Error("the file of exclusions that this made is still there")
		}
	}
}

// TestOthersChanges: what another program or desk writes is seen, and never lost.
func TestOthersChanges(t *testing.T) {
	d, list := open(t, desk.Options{})
	other := reopen(t, list, desk.Options{})
	ids := gaps(d.State(), 2)
	if _, err := d.Add(t.Context(), ids[:1]); err != nil {
		t.Fatal(err)
	}
	if err := other.Look(t.Context()); err != nil || other.State().Findings.Coverage.Listed != d.State().Findings.Coverage.Listed || other.State().Happened == "" {
		t.Errorf("the other desk does not see what was added: %v, %q", err, other.State().Happened)
	}
	if _, err := other.Add(t.Context(), ids[1:]); err != nil {
		t.Fatal(err)
	}
	text := read(t, list)
	if err := d.Undo(t.Context(), 1); err == nil || read(t, list) != text {
		t.Errorf("an undo went over what another had written: %v", err)
	}
	if err := os.Remove(list); err != nil {
		t.Fatal(err)
	}
	if err := d.Look(t.Context()); err == nil || !strings.Contains(d.State().Trouble, "reading.md") {
		t.Errorf("the list is gone: %v, %q", err, d.State().Trouble)
	}
	if err := os.WriteFile(list, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := d.Look(t.Context()); err != nil || d.State().Trouble != "" {
		t.Errorf("the list is back: %v, %q", err, d.State().Trouble)
	}
}

// TestAtOnce: many may ask and change; each change is of one state to the next.
func TestAtOnce(t *testing.T) {
	d, list := open(t, desk.Options{})
	text, ids := read(t, list), gaps(d.State(), 8)
	done := make(chan error)
	for i, id := range ids {
		go func() {
			_, err := d.Add(t.Context(), []string{id})
			if err == nil {
				_, err = d.After(t.Context(), i)
			}
			done <- err
		}()
	}
	for range ids {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if s := d.State(); s.Number != 9 || len(s.Undo) != 8 {
		t.Errorf("state %d after 8 changes, %d to undo", s.Number, len(s.Undo))
	}
	if err := d.Undo(t.Context(), 8); err != nil || read(t, list) != text {
		t.Errorf("undone: %v", err)
	}
}

// TestWhatCannotBeWritten is said at the start, and reading works.
func TestWhatCannotBeWritten(t *testing.T) {
	d, list := open(t, desk.Options{})
	ids := gaps(d.State(), 1)
	if err := os.Chmod(list, 0o444); err != nil {
		t.Fatal(err)
	}
	locked := reopen(t, list, desk.Options{})
	if _, err := locked.Add(t.Context(), ids); err == nil || !strings.Contains(locked.State().ReadOnly, "read-only") {
		t.Errorf("added to a file that is read-only: %v, %q", err, locked.State().ReadOnly)
	}
	var unknown *desk.UnknownError
	if _, err := d.Add(t.Context(), []string{"arXiv:9901.00001"}); !errors.As(err, &unknown) {
		t.Errorf("an id of nothing was added: %v", err)
	}
}
