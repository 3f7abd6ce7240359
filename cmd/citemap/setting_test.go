package main

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
	settings, err := parseSettings("f", []byte(text))
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

// command gives the verb of a command line, its flags parsed.
func command(t *testing.T, line string) *cobra.Command {
	t.Helper()
	var s session
	c, args, err := newRoot(&s).Traverse(strings.Fields(line))
	if err == nil {
		err = c.ParseFlags(args)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What a file may say, and what is said of it where it may not.
func TestCheckSettings(t *testing.T) {
	const elsewhere = "may not be set beside a list"
	for _, test := range []struct{ text, own, beside string }{
		{"papers = 80", "", ""},
		{"[gaps]\nn = 3\nkind = 'newer'", "", ""},
		{"[library]\nolder = '2w'", "", elsewhere},
		{"rate = 0.5", "", elsewhere},
		{"api-url = 'https://evil.example'", "", elsewhere},
		{"[map]\nsnapshot = 'x'", "", elsewhere},
		{"output = 'x'", "", elsewhere},
		{"mail = 'ada@example.org'", "", elsewhere},
		{"fallback = 'none'", "", elsewhere},
		{"gaps.add = '1-9'", "", elsewhere},
		{"check.fix = 'all'", "", elsewhere},
		{"config = 'x'", `unknown key "config"`, elsewhere},
		{"help = true", `unknown key "help"`, elsewhere},
		{"api_key = 'x'", "SEMANTIC_SCHOLAR_API_KEY", "SEMANTIC_SCHOLAR_API_KEY"},
		{"SEMANTIC_SCHOLAR_API_KEY = 'x'", "into the environment", "into the environment"},
		{"\n[map]\npapes = 3", `f:3: unknown key "papes": did you mean papers?`, `f:3: unknown key "papes": did you mean papers?`},
		{"[rank]\npapers = 3", `unknown key "papers"`, `unknown key "papers"`},
		{"[rnak]\nn = 3", `there is no verb "rnak" with settings: did you mean rank?`, "did you mean rank?"},
		{"[version]\nquiet = true", `there is no verb "version"`, `there is no verb "version"`},
		{"[map.papers]\na = 1", "want a value, not a table", "want a value, not a table"},
		{"n = 1\nnumber = 2", "n and number are one setting", "n and number are one setting"},
		{"format = 'xml'", `no answer is written as "xml"`, `no answer is written as "xml"`},
	} {
		settings, err := parseSettings("f", []byte(test.text))
		if err != nil {
			t.Fatal(err)
		}
		for beside, want := range map[bool]string{false: test.own, true: test.beside} {
			f := config{path: "f", beside: beside, settings: settings}
			err := f.check(command(t, "").Root())
			if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%q, beside a list %v: %v, want %q", test.text, beside, err, want)
			}
		}
	}
}

// What the flag of a verb is after a file has been applied.
func TestApplySettings(t *testing.T) {
	t.Setenv("CITEMAP_API_URL", "")
	for _, test := range []struct{ name, line, text, flag, want string }{
		{"for all", "map x", "papers = 80", "papers", "80"},
		{"a flag goes first", "map x --papers 9", "papers = 80", "papers", "9"},
		{"a verb's goes before", "map x", "papers = 80\n[map]\npapers = 70", "papers", "70"},
		{"another verb's", "map x", "[report]\npapers = 70", "papers", "60"},
		{"a list without a verb", "x", "[report]\npapers = 70", "papers", "70"},
		{"part of a verb", "library prune", "[library]\nolder = '3d'", "older", "3d"},
		{"a list", "gaps x", "kind = ['newer', 'sibling']", "kind", "[newer,sibling]"},
		{"a list takes the place of none", "gaps x --kind newer", "kind = ['sibling']", "kind", "[newer]"},
		{"a year", "rank x", "as-of = 2020", "as-of", "2020"},
		{"a switch", "rank x", "offline = true", "offline", "true"},
		{"a format of the verb", "rank x", "format = 'csv'", "format", "csv"},
		{"a format of another", "map x", "format = 'csv'", "format", ""},
		{"the name of a file goes first", "rank x -o y.csv", "format = 'md'", "format", ""},
		{"the name tells nothing", "rank x -o y.txt", "format = 'md'", "format", "md"},
		{"the name of a drawing", "map x -o y.png", "[map]\nformat = 'svg'", "format", ""},
		{"the name of an export", "export x -o y.gexf", "[export]\nformat = 'ris'", "format", ""},
		{"a name of several exports", "export x -o y.csv", "[export]\nformat = 'papers-csv'", "format", "papers-csv"},
		{"an export is no answer", "export x", "format = 'md'", "format", ""},
		{"the page is not the answer", "report x -o y.html", "format = 'json'", "format", "json"},
		{"no answer, no format", "check x --fix", "format = 'md'", "format", ""},
		{"no plan, no format", "fetch x", "format = 'md'", "format", ""},
		{"a plan", "fetch x --plan", "format = 'md'", "format", "md"},
		{"a file", "rank x", "library = 'y'", "library", filepath.Join("conf", "y")},
		{"a mail address", "rank x", "mail = 'ada@example.org'", "mail", "ada@example.org"},
		{"no file", "rank x", "library = ''", "library", ""},
		{"output goes to the current folder", "rank x", "rank.output = 'y'", "output", "y"},
	} {
		settings, err := parseSettings("f", []byte(test.text))
		if err != nil {
			t.Fatal(err)
		}
		c := command(t, test.line)
		f := config{path: filepath.Join("conf", "f"), settings: settings}
		if err := f.apply(c); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if got := c.Flags().Lookup(test.flag).Value.String(); got != test.want {
			t.Errorf("%s: --%s is %q, want %q", test.name, test.flag, got, test.want)
		}
	}
}

func TestEnvironmentGoesBeforeSettings(t *testing.T) {
	t.Setenv("CITEMAP_API_URL", "http://127.0.0.1:1")
	c := command(t, "rank x")
	f := config{settings: []setting{{flag: "api-url", values: []string{"http://127.0.0.1:2"}}}}
	if err := f.apply(c); err != nil || c.Flags().Changed("api-url") {
		t.Errorf("the file goes first, %v", err)
	}
}

// Wrong values are told as the flag would, at their place.
func TestApplyWrongSettings(t *testing.T) {
	for text, want := range map[string]string{
		"papers = 'many'":     `f:1: papers: "many": want a whole number`,
		"papers = 2.5":        `f:1: papers: "2.5": want a whole number`,
		"papers = [3, 4]":     "f:1: papers: want one value, not a list of them",
		"\nscale = 'big'":     `f:2: scale: "big": want a number`,
		"offline = 'perhaps'": `f:1: offline: "perhaps": want true or false`,
		"layout = 'circle'":   `f:1: layout: unknown layout "circle": want one of timeline, topics`,
		"refresh = 'soon'":    "f:1: refresh: want an age such as 30d, 12h, 2w or 10m",
	} {
		settings, err := parseSettings("f", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		f := config{path: "f", settings: settings}
		if err := f.apply(command(t, "map x")); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
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
	f := config{path: filepath.Join(folder, listConfig), beside: true}
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
func TestReadConfigRefuses(t *testing.T) {
	folder := t.TempDir()
	large, device := filepath.Join(folder, "large"), filepath.Join(folder, "device")
	if err := os.WriteFile(large, bytes.Repeat([]byte("#"), largest+1), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/dev/zero", device); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	for path, want := range map[string]string{large: "more than 64 kB", device: "is no regular file", folder: "is no regular file"} {
		if _, err := readConfig(path, true); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

// Every verb says what it is for and shows how it is used.
func TestHelp(t *testing.T) {
	root := command(t, "").Root()
	for _, c := range append(verbs(root), root) {
		if c.Short == "" || !strings.HasPrefix(c.Example, "  citemap") {
			t.Errorf("%s: short %q, example %q", c.CommandPath(), c.Short, c.Example)
		}
	}
}

// Whatever a file holds, reading it ends with settings that have a line in it,
// or with an error of one line.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{"", "papers = 80\n[map]\nn = 3", "map = {papers = 4}", "map.a.b = [1, {c = 2}]", "[[map]]\nx = 1979-05-27T07:32:00Z", "\"\\u001b\" = 1", "a = \"\"\"\nb = 1\n\"\"\""} {
		f.Add([]byte(seed))
	}
	root := newRoot(&session{})
	f.Fuzz(func(t *testing.T, text []byte) {
		settings, err := parseSettings("f", text)
		if err == nil {
			file := config{path: "f", beside: true, settings: settings}
			err = file.check(root)
		}
		if err != nil && strings.ContainsAny(err.Error(), "\n\r\x1b") {
			t.Errorf("%q", err)
		}
		for _, x := range settings {
			if x.line < 1 || x.line > bytes.Count(text, []byte("\n"))+1 {
				t.Errorf("%q is on line %d", x.key, x.line)
			}
		}
	})
}
