package settings

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// readText gives the settings of a text as verb.flag=values@line.
func readText(text string) (string, error) {
	settings, err := parse("f", []byte(text))
	var all []string
	for _, x := range settings {
		name := strings.TrimPrefix(x.verb+"."+x.flag, ".")
		all = append(all, fmt.Sprintf("%s=%s@%d", name, strings.Join(x.values, ","), x.line))
	}
	return strings.Join(all, " "), err
}

func TestParseSettings(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"for all", "papers = 80\nrate = 0.5\n", "papers=80@1 rate=0.5@2"},
		{"a verb's before those of all", "n = 3\n[rank]\nn = 4\n", "rank.number=4@3 number=3@1"},
		{"dotted", "\nmap.papers = 4\n", "map.papers=4@2"},
		{"on one line", "\nmap = {papers = 4, color = \"year\"}", "map.color=year@2 map.papers=4@2"},
		{"quoted", "['map']\n\"papers\" = 4\n", "map.papers=4@2"},
		{"the same key of two verbs", "[gaps]\nn = 1\n# n = 2\n[rank]\nn = 3\n", "rank.number=3@5 gaps.number=1@2"},
		{"a text that looks like a key", "library = \"\"\"\npapers = 3\n\"\"\"\npapers = 4\n", "library=papers = 3\n@1 papers=4@4"},
		{"a list", "kind = [\n \"newer\",\n \"sibling\"]\n", "kind=newer,sibling@1"},
		{"a date", "as-of = 2024-05-01\n", "as-of=2024-05-01@1"},
		{"carriage returns", "papers = 1\r\nrate = 2\r\n", "papers=1@1 rate=2@2"},
	} {
		if got, err := readText(test.text); err != nil || got != test.want {
			t.Errorf("%s: %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}

func TestParseSettingsNamesThePlace(t *testing.T) {
	for text, want := range map[string]string{
		"a = 1\npapers = = 3": "f:2:10: ", "papers = 1\npapers = 2": "f:2:1: ", "[map": "f:1:",
		"\"\\u001b[31m\" = 1\n\"\\u001b[31m\" = 2": "f:2:1: ",
	} {
		_, err := readText(text)
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%q: %v, want %s...", text, err, want)
		}
	}
}

// A file that is named beside a list lies in the list's folder, whatever links
// there are.
func TestFilesBesideAList(t *testing.T) {
	top := t.TempDir()
	folder := filepath.Join(top, "list")
	for _, name := range []string{filepath.Join(folder, "sub"), filepath.Join(folder, ".git"), filepath.Join(top, "out")} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"near": filepath.Join("sub", "there"), "far": "../out/secret", "dangling": "../out/new", "away": "../out", "device": os.DevNull, "plain": ".git"} {
		if err := os.Symlink(to, filepath.Join(folder, name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	for _, name := range []string{filepath.Join(folder, "sub", "there"), filepath.Join(top, "out", "secret")} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f := File{Path: filepath.Join(folder, besideList), beside: true}
	for _, good := range []string{"new.txt", "sub/there", "sub/new", "near", "sub/../new.txt", "nowhere/x"} {
		if got, err := f.file("exclude-file", good); err != nil || got != filepath.Join(folder, good) {
			t.Errorf("%s: %q, %v", good, got, err)
		}
	}
	for _, bad := range []string{"../x", "../../secrets", "/etc/passwd", "sub/../../x", "far", "dangling", "away/secret", "away/new", "device", ".git/hook", "plain/hook", "~/../../x"} {
		if got, err := f.file("exclude-file", bad); err == nil && got != filepath.Join(folder, bad) || err == nil && bad[0] != '~' {
			t.Errorf("%s: taken as %q", bad, got)
		}
	}
}

// A file of settings is a small one that ends.
func TestReadRefuses(t *testing.T) {
	folder := t.TempDir()
	large, device := filepath.Join(folder, "large"), filepath.Join(folder, "device")
	if err := os.WriteFile(large, bytes.Repeat([]byte("#"), largest+1), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/dev/zero", device); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	for path, want := range map[string]string{large: "larger than 64 kB", device: "is not a regular file", folder: "is not a regular file"} {
		if _, err := read(path, true); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

// Whatever a file holds, reading it ends with settings that have a line in it,
// or with an error of one line.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{"", "papers = 80\n[map]\nn = 3", "map = {papers = 4}", "map.a.b = [1, {c = 2}]", "[[map]]\nx = 1979-05-27T07:32:00Z", "\"\\u001b\" = 1", "a = \"\"\"\nb = 1\n\"\"\""} {
		f.Add([]byte(seed))
	}
	root := &cobra.Command{Use: "root"}
	verb := &cobra.Command{Use: "map", Run: func(*cobra.Command, []string) {}}
	verb.Flags().Int("papers", 60, "")
	verb.Flags().String("format", "", "")
	root.AddCommand(verb)
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := Parse("f", text, true)
		if err == nil {
			err = file.Check(root, Rules{AllFormats: []string{"json"}})
		}
		if err != nil && strings.ContainsAny(err.Error(), "\n\r\x1b") {
			t.Errorf("%q", err)
		}
		for _, x := range file.settings {
			if x.line < 1 || x.line > bytes.Count(text, []byte("\n"))+1 {
				t.Errorf("%q is on line %d", x.key, x.line)
			}
		}
	})
}
