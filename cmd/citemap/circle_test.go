package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// inOrder are the packages whose files stand above one another. One that comes
// to do so is added.
var inOrder = []string{
	"citemap/fetch", "citemap/fetch/address", "citemap/fetch/api", "citemap/fetch/crossref", "citemap/fetch/library",
	"citemap/fetch/merge", "citemap/fetch/openalex", "citemap/fetch/semanticscholar", "citemap/fetch/semanticscholar/apitest",
}

// A file uses another of its package where it names what that one declares for
// the package, methods too. No more than three files of a package may use each
// other in a circle, and a package has no more than 30 files and 2,500 lines.
func TestFilesInOrder(t *testing.T) {
	sources, exported := sourcesOf(t, inOrder)
	for _, path := range inOrder {
		p := sources[path]
		uses, lines := usesOf(t, p, exported)
		if len(p.GoFiles) > 30 || lines > 2500 {
			t.Errorf("%s: %d files of %d lines in all: part it", path, len(p.GoFiles), lines)
		}
		for _, name := range p.GoFiles {
			reached := reach(uses, name)
			circle := slices.DeleteFunc(slices.Clone(p.GoFiles), func(other string) bool { return !reached[other] || !reach(uses, other)[name] })
			if len(circle) > 3 && circle[0] == name {
				t.Errorf("%s: files use each other in a circle: %s", path, strings.Join(circle, " "))
			}
		}
	}
}

// A source is a package as the go command lists it.
type source struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// sourcesOf lists packages with all that they import, and says where the types
// of each stand.
func sourcesOf(t *testing.T, paths []string) (map[string]source, types.Importer) {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles"}, paths...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	all := map[string]source{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p source
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all[p.ImportPath] = p
	}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(all[path].Export) }
	return all, importer.ForCompiler(token.NewFileSet(), "gc", lookup)
}

// usesOf gives the files that each file of a package uses, and how many lines
// they have together.
func usesOf(t *testing.T, p source, exported types.Importer) (uses map[string]map[string]bool, lines int) {
	t.Helper()
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		lines += set.File(file.Pos()).LineCount()
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	checked, err := (&types.Config{Importer: exported}).Check(p.ImportPath, set, files, info)
	if err != nil {
		t.Fatal(err)
	}
	at := func(pos token.Pos) string { return filepath.Base(set.Position(pos).Filename) }
	uses = map[string]map[string]bool{}
	for name, object := range info.Uses {
		if user := at(name.Pos()); object.Pkg() == checked && ofPackage(object) {
			if uses[user] == nil {
				uses[user] = map[string]bool{}
			}
			uses[user][at(object.Pos())] = true
		}
	}
	return uses, lines
}

// ofPackage reports whether an object is declared for the whole package: at its
// top, or as a method.
func ofPackage(object types.Object) bool {
	f, isFunc := object.(*types.Func)
	return object.Parent() == object.Pkg().Scope() || isFunc && f.Signature().Recv() != nil
}

// reach gives the files that one uses, and those that they use.
func reach(uses map[string]map[string]bool, from string) map[string]bool {
	reached := map[string]bool{from: true}
	for next := []string{from}; len(next) > 0; next = next[1:] {
		for other := range uses[next[0]] {
			if !reached[other] {
				reached[other] = true
				next = append(next, other)
			}
		}
	}
	return reached
}
