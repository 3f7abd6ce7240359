package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"citemap/graph/rank"
	"citemap/graph/study"
	"citemap/render"
	"citemap/render/export"
)

// Programs that we did not write read what we export: networkx, igraph,
// pybtex, xmllint, Graphviz, DuckDB. A test skips where its program is absent.

// python is a Python that has the graph libraries.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import networkx, igraph, pybtex").Run() == nil {
			return name
		}
	}
	t.Skip("needs a Python with networkx, igraph and pybtex")
	return ""
}

// files writes an export of everything in some formats and gives the paths.
func files(t *testing.T, f *study.Findings, formats ...string) []string {
	t.Helper()
	x := all(f, rank.All()...)
	var paths []string
	for _, name := range formats {
		format, found := export.ByName(name)
		if !found {
			t.Fatalf("no format %s", name)
		}
		path := filepath.Join(t.TempDir(), "x."+format.Extension)
		if err := os.WriteFile(path, write(t, format, x), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// run gives the standard output of a program that has to succeed in silence.
func run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	c := exec.Command(name, args...)
	var out, talk bytes.Buffer
	c.Stdout, c.Stderr = &out, &talk
	if err := c.Run(); err != nil || talk.Len() > 0 {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, talk.String())
	}
	return out.Bytes()
}

// A reading is what a program found in a file.
type reading struct {
	Papers    int      `json:"papers"`
	Citations int      `json:"citations"`
	Titles    []string `json:"titles"`
}

// titles are the titles of a corpus, clean and sorted.
func titles(f *study.Findings) []string {
	var out []string
	for _, p := range f.Corpus.Papers {
		out = append(out, render.Clean(p.Title))
	}
	slices.Sort(out)
	return out
}

func TestGraphLibrariesRead(t *testing.T) {
	interpreter := python(t)
	for name, f := range corpora() {
		if name == "empty" {
			continue // networkx takes no GEXF without nodes
		}
		paths := files(t, f, "graphml", "gexf", "gml", "pajek", "bibtex")
		var found map[string]map[string]reading
		if err := json.Unmarshal(run(t, interpreter, append([]string{"testdata/read_graphs.py"}, paths...)...), &found); err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			for program, got := range found[path] {
				check(t, name+filepath.Ext(path)+" by "+program, got, f)
			}
			if len(found[path]) == 0 {
				t.Errorf("%s: read by nobody", path)
			}
		}
	}
}

// check holds what was read to the corpus.
func check(t *testing.T, name string, got reading, f *study.Findings) {
	t.Helper()
	want := reading{f.Graph.Len(), f.Graph.Citations(), titles(f)}
	if strings.Contains(name, ".bib") {
		want.Citations = 0
	}
	if got.Papers != want.Papers || got.Citations != want.Citations {
		t.Errorf("%s: %d papers and %d citations, want %d and %d", name, got.Papers, got.Citations, want.Papers, want.Citations)
	}
	if strings.Contains(name, ".net") {
		return // titles are labels there: without quotes, and no two alike
	}
	for i, title := range want.Titles {
		if i < len(got.Titles) && got.Titles[i] != title {
			t.Errorf("%s: the title %q, want %q", name, got.Titles[i], title)
		}
	}
}

// program skips where a program is absent.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("needs %s", name)
	}
	return path
}

func TestXMLLintPasses(t *testing.T) {
	lint := program(t, "xmllint")
	for _, f := range corpora() {
		for _, path := range files(t, f, "graphml", "gexf") {
			run(t, lint, "--noout", path)
		}
	}
}

// Graphviz takes the DOT, with every paper and citation. Its canonical form
// has a line a statement.
func TestGraphvizReads(t *testing.T) {
	graphviz := program(t, "dot")
	for name, f := range corpora() {
		out := string(run(t, graphviz, "-Tcanon", files(t, f, "dot")[0]))
		if got := strings.Count(out, " -> "); got != f.Graph.Citations() {
			t.Errorf("%s: %d citations, want %d", name, got, f.Graph.Citations())
		}
		if got := strings.Count(out, "label=") - 1; got != f.Graph.Len() { // one is the default
			t.Errorf("%s: %d papers, want %d", name, got, f.Graph.Len())
		}
	}
}

func TestDuckDBReads(t *testing.T) {
	node := program(t, "node")
	if exec.Command(node, "-e", "require('@duckdb/node-api')").Run() != nil {
		t.Skip("needs @duckdb/node-api in NODE_PATH")
	}
	for name, f := range corpora() {
		paths := files(t, f, "papers-parquet", "citations-parquet")
		var got struct {
			Papers []struct {
				PaperID        string    `json:"paperId"`
				Title          *string   `json:"title"`
				Authors        *[]string `json:"authors"`
				Listed         bool      `json:"listed"`
				LocalCitations string    `json:"localCitations"`
			} `json:"papers"`
			Citations []struct{ Citing, Cited string } `json:"citations"`
			Columns   []struct{ Name, Type string }    `json:"columns"`
		}
		if err := json.Unmarshal(run(t, node, "testdata/read_parquet.js", paths[0], paths[1]), &got); err != nil {
			t.Fatal(err)
		}
		var read []string
		for _, p := range got.Papers {
			title := ""
			if p.Title != nil {
				title = *p.Title
			}
			read = append(read, title)
		}
		slices.Sort(read)
		if !slices.Equal(read, titles(f)) || len(got.Citations) != f.Graph.Citations() {
			t.Errorf("%s: %d papers and %d citations, want %d and %d", name, len(read), len(got.Citations), f.Graph.Len(), f.Graph.Citations())
		}
		if name == "small" {
			if lima := got.Papers[4]; lima.PaperID != "arXiv:2305.11206" || !lima.Listed || len(*lima.Authors) != 3 || lima.LocalCitations != "1" {
				t.Errorf("LIMA reads %+v", lima)
			}
			if got.Papers[0].Authors != nil || got.Columns[1].Name != "title" || got.Columns[4].Type != "VARCHAR[]" {
				t.Errorf("columns %v, authors of a paper without any %v", got.Columns, got.Papers[0].Authors)
			}
		}
	}
}

// BibTeX reads every record without an error or a warning, with its year and as
// many authors as it has.
func TestBibTeXReadsBibTeX(t *testing.T) {
	bibtex := program(t, "bibtex")
	style, err := os.ReadFile("testdata/list.bst")
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range corpora() {
		path := files(t, f, "bibtex")[0]
		folder := filepath.Dir(path)
		aux := "\\relax\n\\citation{*}\n\\bibstyle{list}\n\\bibdata{x}\n"
		for file, text := range map[string][]byte{"x.aux": []byte(aux), "list.bst": style} {
			if err := os.WriteFile(filepath.Join(folder, file), text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		c := exec.Command(bibtex, "x")
		c.Dir = folder
		c.Env = append(os.Environ(), "BSTINPUTS=.", "BIBINPUTS=.")
		if said, err := c.CombinedOutput(); err != nil || bytes.Contains(said, []byte("arning")) {
			t.Errorf("%s: %v\n%s", name, err, said)
		}
		read, err := os.ReadFile(filepath.Join(folder, "x.bbl"))
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for line := range strings.Lines(string(read)) {
			_, facts, _ := strings.Cut(strings.TrimSpace(line), "|")
			got = append(got, facts)
		}
		for _, p := range f.Corpus.Papers {
			year := ""
			if p.Date.Year > 0 {
				year = strconv.Itoa(p.Date.Year)
			}
			named := slices.DeleteFunc(slices.Clone(p.Authors), func(a string) bool { return render.Clean(a) == "" })
			want = append(want, year+"|"+strconv.Itoa(len(named)))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: bibtex read %v, want %v", name, got, want)
		}
	}
}
