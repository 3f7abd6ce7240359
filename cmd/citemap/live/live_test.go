package live_test

import (
	"context"
	"io"
	"net"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/live"
	"citemap/cmd/citemap/service"
	"citemap/fetch/library"
	"citemap/fetch/semanticscholar/apitest"
	"citemap/render/record"
)

const fixtures = "../../../testdata/"

// A table is a desk with a page, as citemap open has it.
type table struct {
	*desk.Desk
	list    string // the file
	address string
	host    string
	ended   chan error
	api     *apitest.Server // that is asked; nil: nobody is
}

// served serves a list on a snapshot, or with a server that knows the demo's papers.
func served(t *testing.T, list string, o service.Options, on desk.Options) *table {
	t.Helper()
	c := console.New(io.Discard)
	o.Rate, o.ExcludeFile = 100, on.ExcludeFile
	d, err := desk.Open(t.Context(), service.New(o, nil, c), edit.Run{Console: c, Files: &files.Guard{}}, []string{list}, on)
	if err != nil {
		t.Fatal(err)
	}
	run := func(st *desk.State) record.Run {
		return record.Run{Findings: st.Findings.Findings, Lists: []string{filepath.Base(list)}, Snapshot: o.Snapshot}
	}
	l, err := live.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	s, err := live.New(t.Context(), d, l, live.Options{Run: run, Rate: 1, Add: "citemap gaps reading.md --add"})
	if err != nil {
		t.Fatal(err)
	}
	x := &table{Desk: d, list: list, address: s.Address(), host: l.(*net.TCPListener).Addr().String(), ended: make(chan error, 1)}
	ctx, stop := context.WithCancel(t.Context())
	go func() { x.ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-x.ended; err != nil {
			t.Error(err)
		}
	})
	return x
}

// reading is a copy of a list of the fixtures.
func reading(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(fixtures + "lists/" + name)
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "reading.md")
	if err := os.WriteFile(list, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return list
}

// onSnapshot serves the demo's list.
func onSnapshot(t *testing.T, on desk.Options) *table {
	t.Helper()
	return served(t, reading(t, "finetune.md"), snapshotOnly(), on)
}

func snapshotOnly() service.Options {
	return service.Options{Snapshot: fixtures + "snapshots/finetune.jsonl"}
}

// onServer serves the demo's list with a server that knows its papers and may be asked
// for more than was gathered at first.
func onServer(t *testing.T, on desk.Options) *table {
	t.Helper()
	snapshot, err := library.ScanFile(fixtures + "snapshots/finetune.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	corpus := snapshot.Corpus()
	api := apitest.New(corpus.Whole())
	server := httptest.NewServer(api)
	t.Cleanup(server.Close)
	o := service.Options{APIURL: server.URL, Library: filepath.Join(t.TempDir(), "library.sqlite"), Budget: 3, Fallback: "none"}
	x := served(t, reading(t, "finetune.md"), o, on)
	x.api = api
	return x
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
