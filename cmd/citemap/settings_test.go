package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/settings"
)

// command gives the verb of a command line, its flags parsed.
func command(t *testing.T, line string) *cobra.Command {
	t.Helper()
	c, args, err := newRoot(session.New(session.Program{}, nil, nil, nil)).Traverse(strings.Fields(line))
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
		{"SEMANTIC_SCHOLAR_API_KEY = 'x'", "set the environment variable", "set the environment variable"},
		{"\n[map]\npapes = 3", `f:3: unknown key "papes"; did you mean papers?`, `f:3: unknown key "papes"; did you mean papers?`},
		{"[rank]\npapers = 3", `unknown key "papers"`, `unknown key "papers"`},
		{"[rnak]\nn = 3", `unknown verb "rnak"; did you mean rank?`, "did you mean rank?"},
		{"[version]\nquiet = true", `unknown verb "version"`, `unknown verb "version"`},
		{"[map.papers]\na = 1", "want a value, not a table", "want a value, not a table"},
		{"n = 1\nnumber = 2", "n and number are the same setting", "n and number are the same setting"},
		{"format = 'xml'", `unknown format "xml"`, `unknown format "xml"`},
	} {
		for beside, want := range map[bool]string{false: test.own, true: test.beside} {
			f, err := settings.Parse("f", []byte(test.text), beside)
			if err != nil {
				t.Fatal(err)
			}
			err = f.Check(command(t, "").Root(), session.SettingsRules())
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
		f, err := settings.Parse(filepath.Join("conf", "f"), []byte(test.text), false)
		if err != nil {
			t.Fatal(err)
		}
		c := command(t, test.line)
		if err := f.Apply(c, session.SettingsRules()); err != nil {
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
	f, err := settings.Parse("f", []byte("api-url = 'http://127.0.0.1:2'"), false)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Apply(c, session.SettingsRules()); err != nil || c.Flags().Changed("api-url") {
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
		"layout = 'circle'":   `f:1: layout: unknown layout "circle": want one of timeline, columns, topics`,
		"refresh = 'soon'":    "f:1: refresh: want a duration such as 90s, 10m, 12h, 30d or 2w",
	} {
		f, err := settings.Parse("f", []byte(text), false)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Apply(command(t, "map x"), session.SettingsRules()); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Every verb says what it is for and shows how it is used.
func TestHelp(t *testing.T) {
	root := command(t, "").Root()
	for _, c := range append(settings.Verbs(root), root) {
		if c.Short == "" || !strings.HasPrefix(c.Example, "  citemap") {
			t.Errorf("%s: short %q, example %q", c.CommandPath(), c.Short, c.Example)
		}
	}
}
