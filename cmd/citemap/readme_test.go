package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// commands gives the lines of the README's shell blocks.
func commands(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for i, block := range strings.Split(string(text), "```") {
		if body, shell := strings.CutPrefix(block, "sh\n"); shell && i%2 == 1 {
			lines = append(lines, strings.Split(strings.TrimSpace(body), "\n")...)
		}
	}
	return lines
}

// Every citemap command of the README works as it is written there, in its
// order, in a fresh clone after make demo, with an empty library and no network.
func TestReadmeCommands(t *testing.T) {
	clone := t.TempDir()
	for _, folder := range []string{"testdata"} {
		from, err := filepath.Abs("../../" + folder)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(from, filepath.Join(clone, folder)); err != nil {
			t.Fatal(err)
		}
	}
	lines := commands(t)
	t.Chdir(clone)
	t.Setenv("XDG_DATA_HOME", filepath.Join(clone, "data"))
	t.Setenv("CITEMAP_CONFIG", "none")
	t.Setenv("CITEMAP_API_URL", "http://127.0.0.1:1")
	var out, errs bytes.Buffer
	if status := run("", []string{"demo"}, nil, &out, &errs); status != exitDone {
		t.Fatalf("citemap demo: exit %d: %s", status, errs.String())
	}
	ran := 0
	for _, line := range lines {
		line, _, _ = strings.Cut(line, "#")
		args, ours := strings.CutPrefix(strings.TrimSpace(line), "bin/citemap ")
		if !ours {
			continue
		}
		ran++
		errs.Reset()
		if status := run("", strings.Fields(args), nil, &out, &errs); status != exitDone {
			t.Errorf("%s: exit %d: %s", line, status, errs.String())
		}
	}
	if ran < 5 {
		t.Errorf("the README shows %d commands of citemap, want the five things a user does next", ran)
	}
}

// NOTICE names every module that is linked into the binary.
func TestNoticeNamesWhatIsLinked(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "citemap/cmd/citemap").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range strings.Fields(string(out)) {
		if module != "citemap" && !bytes.Contains(notice, []byte(module+" ")) {
			t.Errorf("NOTICE does not name %s", module)
		}
	}
}
