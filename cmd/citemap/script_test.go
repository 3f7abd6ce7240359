package main

import (
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"citemap/fetch/library"
	"citemap/fetch/semanticscholar/apitest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"citemap": main})
}

// TestScript runs the command scripts of testdata/script. Each has a server of
// its own that keeps the API's contract over the demo's papers, at $API; the
// command `requests N` checks how many requests it has served.
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
		Setup: func(env *testscript.Env) error { return setUp(env, root) },
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"requests": requests, "bytes": compareBytes, "exits": exits},
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
	snapshot, err := library.OpenSnapshot(filepath.Join(root, "testdata", "snapshots", "finetune.jsonl"))
	if err != nil {
		return err
	}
	api := apitest.New(snapshot.Papers)
	server := httptest.NewServer(api)
	env.Defer(server.Close)
	env.Values[serverKey{}] = api
	home := filepath.Join(env.WorkDir, "home")
	cache, err := os.UserCacheDir() // where Graphviz is compiled already: each script would compile it anew
	if err != nil {
		return err
	}
	env.Vars = append(env.Vars,
		"ROOT="+root, "SHARED="+filepath.Join(root, "..", "shared"), "API="+server.URL, "CITEMAP_API_URL="+server.URL,
		"LISTS="+filepath.Join(root, "testdata", "lists"), "SNAPSHOTS="+filepath.Join(root, "testdata", "snapshots"),
		"HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "CITEMAP_CONFIG=", "XDG_DATA_HOME="+filepath.Join(home, "data"), "XDG_CACHE_HOME="+cache)
	return os.MkdirAll(home, 0o755)
}

// requests checks how many requests the script's server has served.
func requests(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: requests N")
	}
	if got := fmt.Sprint(ts.Value(serverKey{}).(*apitest.Server).Requests()); got != args[0] {
		ts.Fatalf("the server has served %s requests, want %s", got, args[0])
	}
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
