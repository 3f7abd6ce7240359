package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"citemap/cmd/citemap/manual"
	"citemap/cmd/citemap/session"
)

var update = flag.Bool("update", false, "write docs/command and what the scripts compare anew")

// docs/command says what the verbs say.
func TestManualIsUpToDate(t *testing.T) {
	const kept = "../../docs/command"
	fresh := t.TempDir()
	if *update {
		fresh = kept
	}
	root := newRoot(session.New(session.Program{}, os.Stdin, os.Stdout, os.Stderr))
	if err := manual.WriteMarkdown(root, fresh); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, folder := range []string{fresh, kept} {
		files, err := filepath.Glob(filepath.Join(folder, "*.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			names[filepath.Base(f)] = true
		}
	}
	for name := range names {
		want, err := os.ReadFile(filepath.Join(fresh, name))
		if err != nil {
			t.Errorf("%s is of no verb any more", name)
			continue
		}
		if got, err := os.ReadFile(filepath.Join(kept, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/command/%s differs from what the verb says (go test ./cmd/citemap -run Manual -update writes it anew)", name)
		}
	}
}
