package render_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Within a package of render, and in graph/view, no two files use each other, over
// others or not: each can be read after those that it uses.
func TestNoFilesInACircle(t *testing.T) {
	for _, folder := range []string{".", "../graph/view"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.IsDir() {
				for _, circle := range circles(t, path) {
					t.Errorf("%s: %s use each other", path, strings.Join(circle, ", "))
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// circles gives the files of a folder of which each uses the others, over others
// or not.
func circles(t *testing.T, folder string) [][]string {
	uses := usedFiles(t, folder)
	reached := map[string]map[string]bool{}
	for file := range uses {
		reached[file] = map[string]bool{}
		for ahead := []string{file}; len(ahead) > 0; ahead = ahead[1:] {
			for used := range uses[ahead[0]] {
				if !reached[file][used] {
					reached[file][used] = true
					ahead = append(ahead, used)
				}
			}
		}
	}
	var found [][]string
	for _, file := range slices.Sorted(maps.Keys(uses)) {
		var circle []string
		for _, other := range slices.Sorted(maps.Keys(reached[file])) {
			if reached[other][file] {
				circle = append(circle, other)
			}
		}
		if len(circle) > 0 && circle[0] == file {
			found = append(found, circle)
		}
	}
	return found
}

// usedFiles gives, for each file of a folder, the others whose constants,
// variables, types, functions or methods it uses.
func usedFiles(t *testing.T, folder string) map[string]map[string]bool {
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	uses := map[string]map[string]bool{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		uses[filepath.Base(name)] = map[string]bool{}
	}
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	// What other packages declare is not needed, so what is wrong without it is no error.
	config := types.Config{Importer: nothing{}, Error: func(error) {}}
	within, _ := config.Check(folder, set, files, &info)
	for id, object := range info.Uses {
		method, _ := object.(*types.Func)
		if object.Parent() != within.Scope() && (method == nil || method.Pkg() != within) {
			continue
		}
		user, used := filepath.Base(set.Position(id.Pos()).Filename), filepath.Base(set.Position(object.Pos()).Filename)
		if user != used {
			uses[user][used] = true
		}
	}
	return uses
}

// nothing imports nothing.
type nothing struct{}

func (nothing) Import(string) (*types.Package, error) { return nil, errors.New("not looked at") }
