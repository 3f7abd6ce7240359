package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A room is a package of ours with what it imports, directly and in all.
type room struct {
	ImportPath     string
	Dir            string
	GoFiles        []string
	IgnoredGoFiles []string // for other systems
	Imports        []string
	Deps           []string
}

func rooms(t *testing.T) []room {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,IgnoredGoFiles,Imports,Deps", "citemap/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []room
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var r room
		if err := d.Decode(&r); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
}

func in(path, house string) bool { return path == house || strings.HasPrefix(path, house+"/") }

// The arrows between the packages are those of the house: cmd sees everything,
// fetch and render see graph, graph sees gonum, and fetch and render never meet.
func TestArrows(t *testing.T) {
	forbidden := map[string][]string{
		"citemap/graph":  {"citemap/fetch", "citemap/render", "citemap/cmd", "citemap/testdata"},
		"citemap/fetch":  {"citemap/render", "citemap/cmd", "citemap/testdata"},
		"citemap/render": {"citemap/fetch", "citemap/cmd", "citemap/testdata"},
	}
	for _, r := range rooms(t) {
		for house, others := range forbidden {
			for _, dep := range r.Deps {
				if in(r.ImportPath, house) && slices.ContainsFunc(others, func(o string) bool { return in(dep, o) }) {
					t.Errorf("%s reaches %s", r.ImportPath, dep)
				}
			}
		}
		for _, dep := range r.Imports {
			outside := strings.Contains(strings.Split(dep, "/")[0], ".")
			if in(r.ImportPath, "citemap/graph") && outside && !in(dep, "gonum.org/v1/gonum") {
				t.Errorf("%s imports %s: graph stands on gonum and the standard library only", r.ImportPath, dep)
			}
		}
	}
}

// What serves the verbs can serve a page or a protocol as well: it knows neither flags
// nor verbs.
func TestServiceKnowsNoFlags(t *testing.T) {
	for _, r := range rooms(t) {
		if !slices.Contains([]string{"citemap/cmd/citemap/service", "citemap/cmd/citemap/edit"}, r.ImportPath) {
			continue
		}
		for _, dep := range r.Deps {
			if in(dep, "github.com/spf13") || in(dep, "citemap/cmd/citemap/session") || in(dep, "citemap/cmd/citemap/settings") {
				t.Errorf("%s reaches %s", r.ImportPath, dep)
			}
		}
	}
}

// graph does no I/O and knows no clock.
func TestGraphDoesNoIO(t *testing.T) {
	for _, r := range rooms(t) {
		for _, dep := range r.Imports {
			if in(r.ImportPath, "citemap/graph") && slices.Contains([]string{"os", "io", "net", "net/http", "log", "log/slog", "context", "bufio"}, dep) {
				t.Errorf("%s imports %s", r.ImportPath, dep)
			}
		}
	}
}

// Each of the three big libraries has one door.
func TestDoors(t *testing.T) {
	doors := map[string]string{
		"github.com/go-resty/resty/v2": "citemap/fetch",
		"github.com/goccy/go-graphviz": "citemap/render",
		"modernc.org/sqlite":           "citemap/fetch/library",
	}
	for library, house := range doors {
		var users []string
		for _, r := range rooms(t) {
			if slices.ContainsFunc(r.Imports, func(dep string) bool { return in(dep, library) }) {
				users = append(users, r.ImportPath)
			}
		}
		if len(users) != 1 || !in(users[0], house) {
			t.Errorf("%s is imported by %v: want one package under %s", library, users, house)
		}
	}
}

// The top level is the one that was asked for.
func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	folders := []string{"cmd", "docs", "fetch", "graph", "render", "testdata"}
	for _, e := range entries {
		if e.IsDir() && e.Name()[0] != '.' && !slices.Contains(folders, e.Name()) {
			if found, _ := filepath.Glob("../../" + e.Name() + "/*.go"); len(found) > 0 {
				t.Errorf("a code folder of its own at the top: %s", e.Name())
			}
		}
	}
}

// Files are written through one door, which knows what must not be overwritten;
// the library makes its own, and so does a field that is built, by an engine.
func TestOneDoorForWriting(t *testing.T) {
	writes := regexp.MustCompile(`\bos\.(WriteFile|Create|CreateTemp|OpenFile|Rename|Remove|RemoveAll|Truncate|Link|Symlink)\(`)
	doors := []string{
		"cmd/citemap/files/guard.go", "cmd/citemap/files/save.go",
		"cmd/citemap/manual.go", "cmd/citemap/manual/pages.go", // in a temporary folder
		"fetch/library/open.go",
		"fetch/field/build/build.go", "fetch/field/build/duckdb.go", "fetch/field/build/spark.go", "fetch/field/build/working.go", // in the folder of a build that goes on
		"fetch/field/fieldtest/write.go", // for tests
	}
	root := filepath.Join("..", "..")
	for _, house := range []string{"cmd/citemap", "fetch", "render"} {
		err := filepath.WalkDir(filepath.Join(root, house), func(path string, e os.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(root, path)
			if found := writes.Find(text); found != nil && !slices.Contains(doors, filepath.ToSlash(name)) {
				t.Errorf("%s writes with %s): want cmd/citemap/files to do it", name, found)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// The rooms of the lists stand one above the other: addresses and citations, then the
// text of a list, the readers of its forms, list, and what writes.
func TestRoomsOfTheLists(t *testing.T) {
	const list = "citemap/fetch/list/"
	upwards := []string{
		"citemap/fetch/packed", "citemap/fetch/address",
		"citemap/fetch/citation/words", "citemap/fetch/citation/dates", "citemap/fetch/citation/label", "citemap/fetch/citation",
		list + "span", list + "charset", list + "limit", list + "record",
		list + "plain", list + "bibtex", list + "tree", list + "table", list + "front", list + "markdown/styled", list + "markdown", list + "title",
		"citemap/fetch/list", list + "layout", list + "add", list + "fix",
	}
	for _, r := range rooms(t) {
		level := slices.Index(upwards, r.ImportPath)
		if level < 0 && (in(r.ImportPath, "citemap/fetch/list") || in(r.ImportPath, "citemap/fetch/citation")) {
			t.Errorf("%s has no place among the rooms of the lists", r.ImportPath)
		}
		for _, dep := range r.Imports {
			if level >= 0 && slices.Index(upwards, dep) > level {
				t.Errorf("%s imports %s, which stands above it", r.ImportPath, dep)
			}
			if level >= 0 && in(dep, "citemap") && !slices.Contains(upwards, dep) && !in(dep, "citemap/graph") {
				t.Errorf("%s imports %s, which has no place among the rooms of the lists", r.ImportPath, dep)
			}
		}
	}
}
