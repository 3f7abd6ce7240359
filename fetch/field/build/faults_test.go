package build

import (
	"compress/gzip"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"citemap/fetch/field"
)

// tiny writes a dump of three papers, of which two cite another, with a fault in it.
func tiny(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	whole := map[string]string{
		"papers/a.jsonl": `{"corpusid":1,"externalids":{"DOI":"10.1000/A"},"url":"https://www.semanticscholar.org/paper/` + strings.Repeat("a", 40) + `","title":"One","year":2001}
{"corpusid":2,"externalids":null,"url":"https://www.semanticscholar.org/paper/` + strings.Repeat("b", 40) + `","title":"Two","year":2002}
{"corpusid":"3","url":"https://www.semanticscholar.org/paper/` + strings.Repeat("c", 40) + `","title":null,"year":null}
`,
		"citations/a.jsonl": `{"citingcorpusid":2,"citedcorpusid":1,"isinfluential":false,"contexts":null,"intents":null}
{"citingcorpusid":3,"citedcorpusid":1,"isinfluential":true,"contexts":["As in [1]."],"intents":[["background"]]}
`,
	}
	for name, text := range files {
		whole[name] = text
	}
	for name, text := range whole {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if text == "" {
			continue
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func packed(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What is wrong with a dump is said in one line, and no field comes of it.
func TestFaultsOfDumps(t *testing.T) {
	program(t, "duckdb")
	rows := strings.Repeat(`{"citingcorpusid":2,"citedcorpusid":1}`+"\n", 500)
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"no dump":          {map[string]string{"papers/a.jsonl": "", "citations/a.jsonl": ""}, "neither the datasets of Semantic Scholar"},
		"a row cut off":    {map[string]string{"citations/b.jsonl": "{\"citingcorpusid\":2,\"citedcorpusid\":1}\n{\"citingcorpusid\":2,\n"}, "b.jsonl"},
		"no object":        {map[string]string{"papers/b.jsonl": "[1]\n"}, "b.jsonl\", in line 1"},
		"another type":     {map[string]string{"citations/b.jsonl": "{\"citingcorpusid\":2,\"citedcorpusid\":1,\"isinfluential\":\"often\"}\n"}, "b.jsonl\", in line 1"},
		"not packed":       {map[string]string{"citations/b.jsonl.gz": rows}, "b.jsonl.gz: not compressed by gzip"},
		"a file cut off":   {map[string]string{"citations/b.jsonl.gz": packed(t, rows)[:60]}, "b.jsonl.gz: cut off behind row"},
		"a second cut off": {map[string]string{"citations/b.jsonl.gz": packed(t, rows) + packed(t, rows)[:60]}, "b.jsonl.gz: cut off behind row"},
		"a file damaged":   {map[string]string{"papers/b.jsonl.gz": strings.Replace(packed(t, "{\"corpusid\":9}\n"), "\x00\x00", "\x01\x00", 1) + "x"}, "b.jsonl.gz: "},
	} {
		dir := filepath.Join(t.TempDir(), "field")
		_, err := Build(context.Background(), options(tiny(t, test.files), dir))
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: there is something at the place of the field: %v", name, err)
		}
	}
}

// A dump need not have all sets, and what it says of ids and dates is read as the
// library reads it.
func TestTinyDump(t *testing.T) {
	program(t, "duckdb")
	dir := filepath.Join(t.TempDir(), "field")
	built(t, options(tiny(t, nil), dir))
	got := query(t, "SELECT node, left(paper_id, 1), day, reference_count, doi, title FROM '"+dir+"/nodes/*.parquet' JOIN '"+dir+"/papers/*.parquet' USING (node) ORDER BY node;"+
		"FROM '"+dir+"/citations/by-cited/*.parquet'; SELECT key, node FROM '"+dir+"/ids/*.parquet' WHERE key NOT SIMILAR TO '[abc]{40}'; FROM '"+dir+"/contexts/*.parquet';")
	want := `0,c,0,-1,NULL,NULL
1,a,1024512,-1,10.1000/a,One
2,b,1025024,-1,NULL,Two
1,0
1,2
corpusid:1,1
corpusid:2,2
corpusid:3,0
doi:10.1000/a,1
0,1,true,[background],"['As in [1].']"`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What stands at the place of a field, or beside it, is left as it is.
func TestNothingIsOverwritten(t *testing.T) {
	program(t, "duckdb")
	dump, folder := tiny(t, nil), t.TempDir()
	whole, foreign, empty := filepath.Join(folder, "whole"), filepath.Join(folder, "foreign"), filepath.Join(folder, "empty")
	built(t, options(dump, whole))
	for _, name := range []string{foreign, empty, filepath.Join(folder, "beside"+partial)} {
		if err := os.Mkdir(name, 0o777); err != nil {
			t.Fatal(err)
		}
		if name != empty {
			if err := os.WriteFile(filepath.Join(name, "note"), []byte("mine"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for dir, want := range map[string]string{
		whole: "is a field already", foreign: "no field: nothing is written over it", empty: "no field: nothing is written over it",
		filepath.Join(folder, "beside"): "no working folder of a build",
	} {
		if _, err := Build(context.Background(), options(dump, dir)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", dir, err, want)
		}
	}
	if text, err := os.ReadFile(filepath.Join(foreign, "note")); string(text) != "mine" {
		t.Errorf("the note is %q, %v", text, err)
	}
	if _, err := field.ReadHeader(whole); err != nil {
		t.Error(err)
	}
}

func TestEngineThatIsNotThere(t *testing.T) {
	o := options(tiny(t, nil), filepath.Join(t.TempDir(), "field"))
	o.Program = "no-such-duckdb"
	if _, err := Build(context.Background(), o); err == nil || !strings.Contains(err.Error(), "no-such-duckdb: not found: install it (pip install duckdb-cli brings it)") {
		t.Error(err)
	}
	o.Source, o.Program = "/it's", ""
	if _, err := Build(context.Background(), o); err == nil || !strings.Contains(err.Error(), "cannot be given to an engine") {
		t.Error(err)
	}
}

// A build that was ended at any stage goes on there, or starts anew where the dump
// is another; until it is whole there is no field.
func TestBuildsGoOn(t *testing.T) {
	program(t, "duckdb")
	dump := tiny(t, nil)
	whole := filepath.Join(t.TempDir(), "whole")
	built(t, options(dump, whole))
	dir := filepath.Join(t.TempDir(), "field")
	for _, at := range []string{"reads the papers", "writes papers", "writes ids"} {
		ctx, end := context.WithCancel(context.Background())
		o := options(dump, dir)
		o.Report = func(s Step) {
			if s.Says == at && !s.Done {
				end()
			}
		}
		if _, err := Build(ctx, o); !errors.Is(err, context.Canceled) {
			t.Fatalf("%s: %v", at, err)
		}
		if _, err := field.ReadHeader(dir + partial); err == nil {
			t.Fatalf("%s: what is half there is a field", at)
		}
		litter(t, dir)
	}
	kept := 0
	o := options(dump, dir)
	o.Report = func(s Step) {
		if s.Kept {
			kept++
		}
	}
	built(t, o)
	if kept != steps()-2 {
		t.Errorf("%d stages were kept, want all %d but the last two", kept, steps())
	}
	if got, want := sums(t, dir), sums(t, whole); got != want {
		t.Errorf("gone on with:\n%s\nat once:\n%s", got, want)
	}
}

// litter leaves a file in the folder of a stage that is not finished, as a killed
// engine does.
func litter(t *testing.T, dir string) {
	t.Helper()
	folder := filepath.Join(dir+partial, "titles")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "part-00007.parquet"), []byte("PAR1"), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestAnotherDumpStartsAnew(t *testing.T) {
	program(t, "duckdb")
	dump, dir := tiny(t, nil), filepath.Join(t.TempDir(), "field")
	ctx, end := context.WithCancel(context.Background())
	o := options(dump, dir)
	o.Report = func(s Step) {
		if s.Says == "writes ids" {
			end()
		}
	}
	if _, err := Build(ctx, o); err == nil {
		t.Fatal("the build did not end")
	}
	if err := os.WriteFile(filepath.Join(dump, "papers", "more.jsonl"), []byte(`{"corpusid":4}`), 0o666); err != nil {
		t.Fatal(err)
	}
	o.Report = func(s Step) {
		if s.Kept {
			t.Errorf("kept of another dump: %s", s.Says)
		}
	}
	if f := built(t, o); f.Papers != 4 {
		t.Errorf("%d papers", f.Papers)
	}
}

// Two builds of one field do not come near each other.
func TestOneBuildAtATime(t *testing.T) {
	program(t, "duckdb")
	dump, dir := tiny(t, nil), filepath.Join(t.TempDir(), "field")
	o, met := options(dump, dir), false
	o.Report = func(s Step) {
		if s.Says == "writes ids" && !s.Done {
			_, err := Build(context.Background(), options(dump, dir))
			met = err != nil && strings.Contains(err.Error(), "another build is at work here")
		}
	}
	if built(t, o); !met && runtime.GOOS != "windows" {
		t.Error("a second build was not kept away")
	}
}
