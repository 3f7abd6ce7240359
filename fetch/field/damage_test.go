package field_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/field"
	"citemap/fetch/field/fieldtest"
	"citemap/fetch/field/sheet"
	"citemap/graph"
	"citemap/graph/rank"
)

// read asks a field for all that it has.
func read(dir string, papers []graph.Paper) error {
	f, err := field.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	columns, err := f.Columns()
	if err == nil {
		(&graph.Corpus{Columns: columns}).Whole()
		err = columns.Err()
	}
	var ids, titles []fetch.Subject
	for i := range papers {
		ids = append(ids, fetch.Subject{ID: graph.ExternalID{Scheme: graph.S2, Value: string(papers[i].ID)}})
		for _, id := range papers[i].IDs {
			ids = append(ids, fetch.Subject{ID: id})
		}
		titles = append(titles, fetch.Subject{Title: papers[i].Title})
	}
	_, failed := f.Source().Recall(context.Background(), fetch.Surroundings, ids)
	_, untitled := f.Source().Recall(context.Background(), fetch.ByTitle, titles)
	err = errors.Join(err, failed, untitled)
	r := f.Ranked(0)
	if _, failed := r.Columns(true); failed != nil {
		err = errors.Join(err, failed)
	}
	citations, failed := r.Citations(context.Background())
	if failed != nil {
		return errors.Join(err, failed)
	}
	s := rank.NewStream(citations)
	s.Local()
	return errors.Join(err, s.Err())
}

// A file that ends early, or is none of Parquet, is named with what to do.
func TestDamageIsNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("each file, damaged four ways")
	}
	papers := made(70)
	for _, form := range forms {
		dir := t.TempDir()
		if err := fieldtest.Write(dir, papers, form.Options); err != nil {
			t.Fatal(err)
		}
		if err := read(dir, papers); err != nil {
			t.Fatalf("%s: %v", form.name, err)
		}
		files, err := filepath.Glob(filepath.Join(dir, "*", "*.parquet"))
		lists, _ := filepath.Glob(filepath.Join(dir, "*", "*", "*.parquet"))
		if files = append(files, lists...); err != nil || len(files) < 8 {
			t.Fatalf("files %v, %v", files, err)
		}
		for _, name := range files {
			whole, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for what, text := range map[string][]byte{"cut": whole[:len(whole)/2], "empty": nil, "another": []byte(strings.Repeat("no Parquet", 20)), "blank": blank(whole)} {
				if err := os.WriteFile(name, text, 0o644); err != nil {
					t.Fatal(err)
				}
				err := read(dir, papers)
				var damage *sheet.Damage
				switch {
				case what == "blank" && err == nil: // by chance of the same values
				case !errors.As(err, &damage) || !strings.Contains(err.Error(), filepath.Dir(name)) || !strings.Contains(err.Error(), "build the field again"):
					t.Errorf("%s: %s %s: %v", form.name, what, name, err)
				}
			}
			if err := os.WriteFile(name, whole, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// blank puts zeros over the first half of a file, as a disk may.
func blank(whole []byte) []byte {
	out := append([]byte(nil), whole...)
	clear(out[4 : len(out)/2])
	return out
}

func TestNoField(t *testing.T) {
	dir := t.TempDir()
	if err := fieldtest.Write(dir, made(20), fieldtest.Options{}); err != nil {
		t.Fatal(err)
	}
	header := filepath.Join(dir, field.HeaderName)
	for _, test := range []struct{ text, want string }{
		{`{"format":"citemap-field","version":2}`, "a field of version 2: this citemap reads version 1; use a newer citemap, or build the field again"},
		{`{"format":"citemap-field"}`, "version 0 is none of a field"},
		{`{"format":"citemap-snapshot","version":1}`, `its format is "citemap-snapshot"`},
		{`{"format":"citemap-field","version":1,"papers":-1}`, "its counts cannot be"},
		{`{"format":"citemap-field","version":1,"date":"soon"}`, "its date"},
		{`{"format":"citemap-field","version":1,"papers":21,"citations":3}`, "rows, and the field counts 21"},
		{`[]`, "not the description of a field"},
	} {
		if err := os.WriteFile(header, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := read(dir, nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", test.text, err, test.want)
		}
	}
	os.Remove(header)
	for name, want := range map[string]string{dir: "no field, or one whose building did not end", filepath.Join(dir, "none"): "file does not exist"} {
		if _, err := field.Open(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestTableMissing(t *testing.T) {
	dir := t.TempDir()
	if err := fieldtest.Write(dir, made(20), fieldtest.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "contexts")); err != nil {
		t.Fatal(err)
	}
	if _, err := field.Open(dir); err == nil || !strings.Contains(err.Error(), "lacks its table contexts: build it again") {
		t.Error(err)
	}
}
