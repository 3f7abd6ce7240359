package main

import (
	"encoding/json"
	"errors"
	"fmt"
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

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
)

// mostInCircle is how many files of a package may use each other in a circle: they
// can only be read together.
const mostInCircle = 3

// A file uses another if it names anything that is declared there: a function, a
// type, a constant, a variable, a method or a field.
func TestFilesFormNoLargeCircle(t *testing.T) {
	all, exported := typed(t)
	for _, r := range all {
		if largest := r.largestCircle(t, exported); len(largest) > mostInCircle {
			t.Errorf("%s: %d files use each other in a circle, want %d at most: %s", r.ImportPath, len(largest), mostInCircle, strings.Join(largest, ", "))
		}
	}
}

// typed gives the packages of ours and where what each package exports is found.
func typed(t *testing.T) (ours []room, exported map[string]string) {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,GoFiles,Export,Module", "citemap/...").Output()
	if err != nil {
		t.Fatalf("go list -export: %v", err)
	}
	exported = map[string]string{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			room
			Export string
			Module *struct{ Path string }
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return ours, exported
		} else if err != nil {
			t.Fatal(err)
		}
		exported[p.ImportPath] = p.Export
		if p.Module != nil && p.Module.Path == "citemap" {
			ours = append(ours, p.room)
		}
	}
}

// largestCircle gives the files of the largest circle, by name; one where there is
// none.
func (r room) largestCircle(t *testing.T, exported map[string]string) []string {
	t.Helper()
	set := token.NewFileSet()
	var files []*ast.File
	number := map[string]int64{}
	g := simple.NewDirectedGraph()
	for i, name := range r.GoFiles {
		f, err := parser.ParseFile(set, filepath.Join(r.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
		number[name] = int64(i)
		g.AddNode(simple.Node(i))
	}
	for user, used := range uses(t, set, r.ImportPath, files, exported) {
		for other := range used {
			if user != other {
				g.SetEdge(g.NewEdge(simple.Node(number[user]), simple.Node(number[other])))
			}
		}
	}
	var largest []string
	for _, circle := range topo.TarjanSCC(g) {
		if len(circle) > len(largest) {
			largest = nil
			for _, n := range circle {
				largest = append(largest, r.GoFiles[n.ID()])
			}
		}
	}
	slices.Sort(largest)
	return largest
}

// uses gives of each file those that it uses, all by their names.
func uses(t *testing.T, set *token.FileSet, path string, files []*ast.File, exported map[string]string) map[string]map[string]bool {
	t.Helper()
	open := func(path string) (io.ReadCloser, error) {
		if exported[path] == "" {
			return nil, fmt.Errorf("%s exports nothing", path)
		}
		return os.Open(exported[path])
	}
	config := types.Config{Importer: importer.ForCompiler(set, "gc", open)}
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	p, err := config.Check(path, set, files, &info)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	name := func(at token.Pos) string { return filepath.Base(set.Position(at).Filename) }
	out := map[string]map[string]bool{}
	for id, what := range info.Uses {
		if what.Pkg() != p || !what.Pos().IsValid() {
			continue
		}
		user := name(id.Pos())
		if out[user] == nil {
			out[user] = map[string]bool{}
		}
		out[user][name(what.Pos())] = true
	}
	return out
}
