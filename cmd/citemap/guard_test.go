package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"citemap/cmd/citemap/session"
)

// Whatever flag names a file that is read, of whatever verb, its file is not
// overwritten by the verb's answer. A flag that is added is asked here, too.
func TestNoInputIsAnOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("XDG_DATA_HOME", filepath.Join(t.TempDir(), "data"))
	t.Setenv("CITEMAP_API_URL", "http://127.0.0.1:1")
	tried := 0
	for _, verb := range newRoot(session.New(session.Program{}, nil, nil, nil)).Commands() {
		output := verb.Flags().Lookup("output")
		if output == nil {
			continue
		}
		if kind, _ := pflag.UnquoteUsage(output); kind != "file" {
			continue
		}
		verb.InheritedFlags() // has the verb know the flags that all share
		verb.Flags().VisitAll(func(f *pflag.Flag) {
			if session.ReadsFile(f) {
				tried++
				refusesInput(t, verb.Name(), f.Name)
			}
		})
	}
	if tried < 30 {
		t.Errorf("only %d pairs of a verb and a flag", tried)
	}
}

func refusesInput(t *testing.T, verb, flag string) {
	t.Helper()
	const content = "# an input\n"
	for _, name := range []string{"list.md", "snapshot.jsonl", "x"} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{verb, "list.md", "--" + flag, "x", "-o", "x"}
	if flag == "lists" { // takes the place of a list
		args = []string{verb, "--snapshot", "snapshot.jsonl", "--lists", "x", "-o", "x"}
	}
	if verb == "export" {
		args = append(args, "--format", "csv")
	}
	if !slices.Contains(args, "--config") {
		args = append(args, "--config", "none")
	}
	var out, errs bytes.Buffer
	status := run("", args, strings.NewReader(""), &out, &errs)
	if status != exitUsage || !strings.Contains(errs.String(), "-o x: would overwrite x, which this run reads") {
		t.Errorf("%v exits %d and says %q", args, status, errs.String())
	}
	if got, err := os.ReadFile("x"); err != nil || string(got) != content {
		t.Errorf("%v: the input holds %q, %v", args, got, err)
	}
}
