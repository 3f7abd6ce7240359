package library

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

// tamper changes a library's file behind its back.
func tamper(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func filled(t *testing.T) string {
	t.Helper()
	path := libraryFile(t)
	l := open(t, path, Options{})
	ask(t, l.Source(readSmall(t).Source()), "a", "b", "c", "nobody")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenRefuses(t *testing.T) {
	const out = "move it away or give another --library"
	for _, tt := range []struct {
		name  string
		spoil func(path string)
		want  []string
	}{
		{"a text file", func(path string) { os.WriteFile(path, []byte("# My papers, quite a lot of them\n"), 0o600) }, []string{"not a library", out}},
		{"a newer schema", func(path string) { tamper(t, path, "PRAGMA user_version = 7") }, []string{"newer citemap", "schema is 7", out}},
		{"another program's file", func(path string) { tamper(t, path, "PRAGMA application_id = 99") }, []string{"another program", out}},
		{"another program's plain file", func(path string) {
			tamper(t, path, "PRAGMA application_id = 0", "PRAGMA user_version = 0")
		}, []string{"another program", out}},
		{"a missing table", func(path string) { tamper(t, path, "DROP TABLE alias") }, []string{"damaged", out}},
		{"a damaged head", func(path string) { scribble(t, path, 16, 200) }, []string{"damaged", out}},
		{"a damaged table of tables", func(path string) { scribble(t, path, 100, 3000) }, []string{"damaged", out}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filled(t)
			tt.spoil(path)
			before := inside(t, path)
			for _, offline := range []bool{false, true} {
				l, err := Open(path, Options{Offline: offline})
				if err == nil {
					l.Close()
					t.Fatal("opened")
				}
				for _, part := range append(tt.want, path) {
					if !strings.Contains(err.Error(), part) {
						t.Errorf("error %q lacks %q", err, part)
					}
				}
			}
			if !bytes.Equal(before, inside(t, path)) {
				t.Error("the file was changed")
			}
		})
	}
}

// scribble overwrites a part of a file.
func scribble(t *testing.T, path string, start, length int) {
	t.Helper()
	b := inside(t, path)
	for i := start; i < min(start+length, len(b)); i++ {
		b[i] = 0xa5
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefusesWhatIsNoFile(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		folder:                       "is a folder",
		os.DevNull:                   "is not a file",
		filepath.Join(file, "below"): file,
	} {
		if _, err := Open(path, Options{}); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error %v, want %q", path, err, want)
		}
	}
}

func TestOpenRefusesAFolderThatCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	path := filled(t)
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(folder, 0o700) })
	for _, path := range []string{filepath.Join(folder, "new.db"), filepath.Join(folder, "deep", "new.db")} {
		if _, err := Open(path, Options{}); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("error %v, want one that names %s", err, path)
		}
	}
	wantSaid(t, ask(t, open(t, path, Options{Offline: true}).Source(nil), "a", "d"), "a -")
}

func TestFilesBelongToTheUser(t *testing.T) {
	path := libraryFile(t)
	ask(t, open(t, path, Options{}).Source(readSmall(t).Source()), "a")
	for name, want := range map[string]os.FileMode{filepath.Dir(path): 0o700, path: 0o600, path + "-wal": 0o600} {
		at, err := os.Stat(name)
		if err != nil {
			t.Error(err)
		} else if at.Mode().Perm() != want {
			t.Errorf("%s: %v, want %v", name, at.Mode(), want)
		}
	}
}

func TestOddFileNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a ?b#c%20", "né&x=1.db")
	ask(t, open(t, path, Options{}).Source(readSmall(t).Source()), "a")
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	wantSaid(t, ask(t, open(t, path, Options{Offline: true}).Source(nil), "a"), "a")
}

func TestUnreadableRecordIsAMiss(t *testing.T) {
	for name, spoil := range map[string]string{
		"no JSON":        `UPDATE answer SET record = '{"paperId":' WHERE paper = 'c'`,
		"no paper":       `UPDATE answer SET record = '{}' WHERE paper = 'c'`,
		"no facts":       `DELETE FROM fact`,
		"unread fact":    `UPDATE fact SET record = 'x'`,
		"unread numbers": `UPDATE answer SET around = '[1,"two"' WHERE paper = 'c'`,
		"no answer":      `DELETE FROM answer WHERE paper = 'c'`,
	} {
		t.Run(name, func(t *testing.T) {
			path := filled(t)
			tamper(t, path, spoil)
			inner := &counted{Source: readSmall(t).Source()}
			wantSaid(t, ask(t, open(t, path, Options{Offline: true}).Source(nil), "c", "a"), "- a")
			l := open(t, path, Options{})
			wantSaid(t, ask(t, l.Source(inner), "c", "a"), "c a")
			wantAsked(t, inner, "c")
			if _, err := l.Prune(t.Context(), 0); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestDamageInside(t *testing.T) {
	path := filled(t)
	scribble(t, path, 4096, 1<<20)
	l, err := Open(path, Options{})
	if err == nil {
		t.Cleanup(func() { l.Close() })
		_, err = papers(t.Context(), l.Source(readSmall(t).Source()), ids(t, "a", "b", "d"))
	}
	if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "move it away") {
		t.Errorf("error %v, want one with the way out", err)
	}
}

func TestCutFile(t *testing.T) {
	path := filled(t)
	if err := os.Truncate(path, 8192); err != nil {
		t.Fatal(err)
	}
	l, err := Open(path, Options{})
	if err == nil {
		t.Cleanup(func() { l.Close() })
		_, err = papers(t.Context(), l.Source(readSmall(t).Source()), ids(t, "a", "b", "d"))
	}
	if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "move it away") {
		t.Errorf("error %v, want one with the way out", err)
	}
}

func TestInfoAndPrune(t *testing.T) {
	path := libraryFile(t)
	now := &clock{day0.Add(days(10))}
	l := open(t, path, Options{Now: now.Now})
	empty, err := l.Info(t.Context())
	if err != nil || empty.Papers != 0 || !empty.Oldest.IsZero() || !empty.Newest.IsZero() || empty.Bytes == 0 {
		t.Errorf("empty: %+v, %v", empty, err)
	}
	old, young := readSmall(t), readSmall(t)
	young.Header.Taken = graph.Date{Year: 2026, Month: 12, Day: 1}
	ask(t, l.Source(old.Source()), "b", "nobody")
	ask(t, l.Source(young.Source()), "c", "title:0123456789abcdef")

	got, err := l.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := Info{Path: path, Bytes: got.Bytes, Papers: 4, WithReferences: 2, Missing: 1, Oldest: day0, Newest: day0.Add(days(9))}
	if got != want {
		t.Errorf("info %+v, want %+v", got, want)
	}

	n, err := l.Prune(t.Context(), days(5))
	if err != nil || n != 2 {
		t.Errorf("pruned %d, %v, want 2", n, err)
	}
	still := l.Source(nil)
	wantSaid(t, ask(t, still, "b", "nobody", "c", "title:0123456789abcdef", "CorpusId:7"), "- - c title:0123456789abcdef -")
	if c := ask(t, still, "c")[0]; len(c.Around) != 2 {
		t.Errorf("around c: %v", c.Around)
	}
	if n, err := l.Prune(t.Context(), 0); err != nil || n != 2 {
		t.Errorf("pruned %d, %v, want 2", n, err)
	}
	if got, err := l.Info(t.Context()); err != nil || got.Papers != 0 {
		t.Errorf("after all: %+v, %v", got, err)
	}
}

// TestTwoAtOnce lets two handles make and fill one library side by side.
func TestTwoAtOnce(t *testing.T) {
	path := libraryFile(t)
	world := &Snapshot{Header: Header{Source: "a test"}}
	for i := range 200 {
		world.Papers = append(world.Papers, graph.Paper{ID: graph.PaperID(fmt.Sprint("p", i)), References: graph.References{State: graph.Empty}})
	}
	inner := world.Source()
	var all sync.WaitGroup
	for handle := range 2 {
		all.Go(func() {
			l, err := Open(path, Options{})
			if err != nil {
				t.Error(err)
				return
			}
			defer l.Close()
			fill(t, l.Source(inner), 100*handle)
		})
	}
	all.Wait()
	l := open(t, path, Options{Offline: true})
	if info, err := l.Info(t.Context()); err != nil || info.Papers != 200 {
		t.Errorf("%+v, %v, want 200 papers", info, err)
	}
	var mode string
	if err := l.db.QueryRow("PRAGMA journal_mode").Scan(&mode); err != nil || mode != "wal" {
		t.Errorf("journal mode %s, %v, want wal", mode, err)
	}
}

func fill(t *testing.T, s fetch.Source, start int) {
	for i := range 100 {
		id := graph.ExternalID{Scheme: graph.S2, Value: fmt.Sprint("p", start+i)}
		if _, err := papers(context.Background(), s, []graph.ExternalID{id}); err != nil {
			t.Error(err)
			return
		}
	}
}

// TestWholeGraph keeps all of a real citation graph and gives it back.
func TestWholeGraph(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	snapshot, err := openWhole("../../../shared/graphs/aan.snapshot.jsonl.gz")
	if err != nil {
		t.Skip(err)
	}
	path := libraryFile(t)
	var all []graph.ExternalID
	for i := range snapshot.Papers[:3000] {
		all = append(all, graph.ExternalID{Scheme: graph.S2, Value: string(snapshot.Papers[i].ID)})
	}
	inner := &counted{Source: snapshot.Source()}
	cold, err := papers(t.Context(), open(t, path, Options{}).Source(inner), all)
	if err != nil {
		t.Fatal(err)
	}
	warm, err := papers(t.Context(), open(t, path, Options{Offline: true}).Source(nil), all)
	if err != nil || !reflect.DeepEqual(cold, warm) {
		t.Errorf("warm answers differ from cold ones (%v)", err)
	}
	if inner.calls != 1 {
		t.Errorf("%d calls, want 1", inner.calls)
	}
}
