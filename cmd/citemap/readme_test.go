package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// commands gives the lines of the shell blocks of a page.
func commands(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile("../../" + page)
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

// Every citemap command of the README and of the pages for users works as it is
// written there, in its order, in a fresh clone after make demo, with an empty
// library and no network.
func TestReadmeCommands(t *testing.T) {
	for page, least := range map[string]int{"README.md": 6, "docs/using.md": 15, "docs/gaps.md": 1} {
		t.Run(page, func(t *testing.T) {
			lines := commands(t, page)
			freshClone(t)
			if ran := runAll(t, append([]string{"bin/citemap demo"}, lines...)); ran-1 < least {
				t.Errorf("%s shows %d commands of citemap, want %d at least", page, ran-1, least)
			}
		})
	}
}

// freshClone goes to a folder as a clone would be, with nothing set or stored.
func freshClone(t *testing.T) {
	t.Helper()
	clone := t.TempDir()
	from, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(from, filepath.Join(clone, "testdata")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(clone)
	t.Setenv("XDG_DATA_HOME", filepath.Join(clone, "data"))
	t.Setenv("CITEMAP_CONFIG", "none")
	t.Setenv("CITEMAP_API_URL", "http://127.0.0.1:1")
}

// runAll runs those of the lines that are commands of citemap, and counts them.
func runAll(t *testing.T, lines []string) (ran int) {
	t.Helper()
	for _, line := range lines {
		line, _, _ = strings.Cut(line, "#")
		args, ours := strings.CutPrefix(strings.TrimSpace(line), "bin/citemap ")
		if !ours {
			continue
		}
		ran++
		var out, errs bytes.Buffer
		if status := run("", strings.Fields(args), nil, &out, &errs); status != exitDone {
			t.Errorf("%s: exit %d: %s", line, status, errs.String())
		}
	}
	return ran
}

// A link of the README or of a page of docs leads to a file that is there.
func TestLinksOfThePagesLead(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	link := regexp.MustCompile(`\]\(([^)#]+)[^)]*\)`)
	for _, page := range append(pages, "../../README.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range link.FindAllSubmatch(text, -1) {
			to := string(l[1])
			if strings.Contains(to, "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), to)); err != nil {
				t.Errorf("%s: the link to %s leads nowhere", page, to)
			}
		}
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
