package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"citemap/fetch/library"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/fetch/worktest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"citemap": main})
}

// TestScript runs the command scripts of testdata/script. Each has a server of
// its own that keeps the API's contract over the demo's papers, at $API (its port is $PORT), one at
// $COUNTS that counts references, and OpenAlex and Crossref at $NOTICES, which know
// of a retraction; the command `requests N` checks how many requests it has served, and `nulls N` lets
// it know no paper of the next N batches.
func TestScript(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder, files := filepath.Join(root, "testdata", "script"), []string(nil)
	if testing.Short() { // with the race detector: those that gather and draw
		for _, name := range []string{"demo", "fetch", "map"} {
			files = append(files, filepath.Join(folder, name+".txt"))
		}
		folder = ""
	}
	testscript.Run(t, testscript.Params{
		Dir:   folder,
		Files: files,

		UpdateScripts: *update, // what is compared whole
		Setup:         func(env *testscript.Env) error { return setUp(env, root) },
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"requests": requests, "nulls": nulls, "bytes": compareBytes, "exits": exits, "field": writeField},
		Condition: func(name string) (bool, error) {
			if name == "shared" {
				_, err := os.Stat(filepath.Join(root, "..", "shared"))
				return err == nil, nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
	})
}

type serverKey struct{}

func setUp(env *testscript.Env, root string) error {
	snapshot, err := library.ScanFile(filepath.Join(root, "testdata", "snapshots", "finetune.jsonl"))
	if err != nil {
		return err
	}
	corpus := snapshot.Corpus()
	api := &forgetful{Server: apitest.New(corpus.Whole())}
	server := httptest.NewServer(api)
	env.Defer(server.Close)
	counts := httptest.NewServer(http.HandlerFunc(countReferences))
	env.Defer(counts.Close)
	notices := httptest.NewServer(&worktest.Server{Works: []worktest.Work{
		{DOI: "10.48550/arXiv.2305.11206", Title: "RETRACTED: LIMA: Less Is More for Alignment", Retracted: true},
		{DOI: "10.48550/arXiv.2401.01335", Title: "Of another title", Retracted: true},
	}})
	env.Defer(notices.Close)
	env.Values[serverKey{}] = api
	home := filepath.Join(env.WorkDir, "home")
	cache, err := os.UserCacheDir() // where Graphviz is compiled already: each script would compile it anew
	if err != nil {
		return err
	}
	env.Vars = append(env.Vars,
		"ROOT="+root, "SHARED="+filepath.Join(root, "..", "shared"), "API="+server.URL, "PORT="+server.URL[strings.LastIndex(server.URL, ":")+1:], "CITEMAP_API_URL="+server.URL, "COUNTS="+counts.URL, "NOTICES="+notices.URL,
		"LISTS="+filepath.Join(root, "testdata", "lists"), "SNAPSHOTS="+filepath.Join(root, "testdata", "snapshots"),
		"HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "CITEMAP_CONFIG=", "XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_CACHE_HOME="+cache)
	return os.MkdirAll(home, 0o755)
}

// requests checks how many requests the script's server has served.
func requests(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: requests N")
	}
	if got := fmt.Sprint(ts.Value(serverKey{}).(*forgetful).Requests()); got != args[0] {
		ts.Fatalf("the server has served %s requests, want %s", got, args[0])
	}
}

// countReferences answers as OpenAlex does of two works, of which it has no list
// but a count.
func countReferences(w http.ResponseWriter, r *http.Request) {
	for n, counted := range map[string]int{"2401.01335": 130, "2402.12847": 70} {
		if r.URL.Path == "/works/doi:10.48550/arxiv."+n {
			fmt.Fprintf(w, `{"id":"https://openalex.org/W4300000001","referenced_works_count":%d,"referenced_works":[]}`, counted)
			return
		}
	}
	switch query := r.URL.Query(); {
	case query.Has("rows"): // of Crossref's works
		fmt.Fprint(w, `{"status":"ok","message":{"items":[]}}`)
	case query.Has("per_page"):
		fmt.Fprint(w, `{"meta":{"count":0},"results":[]}`)
	default:
		http.NotFound(w, r)
	}
}

// A forgetful server now and then knows none of the papers of a batch.
type forgetful struct {
	*apitest.Server
	nulls atomic.Int32 // batches to come
}

func (f *forgetful) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost || f.nulls.Add(-1) < 0 {
		f.Server.ServeHTTP(w, r)
		return
	}
	var batch struct{ IDs []string }
	if err := json.NewDecoder(r.Body).Decode(&batch); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, "[%s]", strings.Join(slices.Repeat([]string{"null"}, len(batch.IDs)), ","))
}

func nulls(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: nulls N")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Value(serverKey{}).(*forgetful).nulls.Store(int32(n))
}

// exits runs a command and checks its exit status: exits 2 citemap rank.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND ARGUMENT...")
	}
	status := "0"
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		status = fmt.Sprint(exit.ExitCode())
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if status != args[0] {
		ts.Fatalf("%s exits %s, want %s", args[1], status, args[0])
	}
}

// compareBytes checks that all files named hold the same bytes.
func compareBytes(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args[1:] {
		if same := ts.ReadFile(args[0]) == ts.ReadFile(name); same == neg {
			ts.Fatalf("%s: same bytes: %v", strings.Join([]string{args[0], name}, " and "), same)
		}
	}
}
