package list_test

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"citemap/fetch/list"
)

// endless is a pipe that never ends.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	return copy(b, strings.Repeat("2305.11206\n", len(b)/11+1)), nil
}

func TestReadText(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.md")
	if err := firstError(os.WriteFile(large, nil, 0o600), os.Truncate(large, 64<<20+1)); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		folder:                           "is a folder",
		large:                            "is larger than 64 MB",
		"-":                              "is larger than 64 MB",
		"/dev/zero":                      "is a device: want a file",
		filepath.Join(folder, "nothing"): "does not exist",
	} {
		if _, err := os.Stat(path); err != nil && strings.HasPrefix(path, "/dev") {
			continue
		}
		_, err := list.ReadText(path, endless{})
		if err == nil || !strings.HasPrefix(err.Error(), path+": "+want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// toilsome are Markdown texts of about n bytes that a parser takes minutes or
// gigabytes for.
var toilsome = []struct {
	name string
	make func(n int) string
}{
	{"a table of many columns and short rows", func(n int) string {
		return strings.Repeat("|a", n/4) + "|\n" + strings.Repeat("|-", n/4) + "|\n" + strings.Repeat("|\n|x\n", n/16)
	}},
	{"links without end", func(n int) string { return strings.Repeat("[a](", n/4) }},
	{"links without end, and titles", func(n int) string { return strings.Repeat("[a](b \"", n/7) }},
	{"brackets in each other", func(n int) string { return strings.Repeat("[", n/2) + strings.Repeat("]", n/2) }},
	{"emphasis of two kinds", func(n int) string { return strings.Repeat("*a_ ", n/4) }},
	{"emphasis of three kinds", func(n int) string { return strings.Repeat("**x *x_ ", n/8) }},
	{"emphasis in emphasis", func(n int) string { return strings.Repeat("*", n/2) + "a" + strings.Repeat("*", n/2) }},
	{"quotations in each other", func(n int) string { return strings.Repeat(">", n) + "a" }},
	{"items in each other", func(n int) string { return strings.Repeat("- ", n/2) + "a" }},
	{"numbered items in each other", func(n int) string { return strings.Repeat("1. ", n/3) + "a" }},
	{"definitions one after the other", func(n int) string { return strings.Repeat("[a]:\n", n/5) }},
	{"a definition without end", func(n int) string { return "[a]: x\n\"" + strings.Repeat("a\n", n/2) }},
	{"a long definition used often", func(n int) string {
		return "[a]: " + strings.Repeat("x", n/2) + "\n\n" + strings.Repeat("[a]", n/6)
	}},
	{"declarations without end", func(n int) string { return "a " + strings.Repeat("<!A", n/3) }},
	{"data without end", func(n int) string { return "a " + strings.Repeat("<![CDATA[", n/9) }},
}

// TestToilsome: a text that would take the parser long is refused with its line;
// one of which little is left is read, and takes little.
func TestToilsome(t *testing.T) {
	place := regexp.MustCompile(`^x\.md:[1-9][0-9]*: [^\n]+$`)
	for _, h := range toilsome {
		for _, n := range []int{35_000, 1 << 20} {
			text := []byte("# A list\n\n- [One Paper Here](https://arxiv.org/abs/2101.00001)\n\n" + h.make(n))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := list.Parse("x.md", text, list.Markdown)
			runtime.ReadMemStats(&after)
			if taken := after.TotalAlloc - before.TotalAlloc; taken > 300<<20 {
				t.Errorf("%s, %d bytes: allocates %d MB", h.name, n, taken>>20)
			}
			if err != nil && !place.MatchString(err.Error()) {
				t.Errorf("%s, %d bytes: %.200v", h.name, n, err)
			}
		}
	}
}

func TestTooMuch(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		form list.Format
		want string
	}{
		"Markdown":  {"- [A b](https://arxiv.org/abs/2101.00001)\n\n" + strings.Repeat("word ", 8<<20/5), list.Markdown, "x:1: is more than 8 MB of Markdown"},
		"the table": {"\n" + toilsome[0].make(35_000), list.Auto, ": is a row of a table with 8751 columns"},
		"the line":  {"a\n\nb\n\n" + toilsome[1].make(1<<20), list.Auto, "x:5: begins a stretch of marks"},
		"brackets":  {"- [A b](https://arxiv.org/abs/2101.00001)\n\n" + strings.Repeat("[", 600_001), list.Markdown, "x:3: has the 600,000th [ of the list"},
		"stress":    {"- [A b](https://arxiv.org/abs/2101.00001)\n\n" + strings.Repeat("*a ", 1<<20+1), list.Markdown, "x:3: begins a stretch of marks"},
		"the depth": {"a\n\n" + strings.Repeat("> ", 300) + "b", list.Markdown, "x:3: is nested more than 200 deep"},
		"entries":   {strings.Repeat("2101.00001\n", 300_001), list.IDs, "x:1: begins more than 100000 entries"},
		"BibTeX":    {strings.Repeat("@misc{a,title={A b}}\n", 300_001), list.BibTeX, "x:1: begins more than 100000 entries"},
		"CSL":       {"[" + strings.Repeat(`{"title":"A b"},`, 100_001) + `{"title":"A b"}]`, list.CSL, "x:1: begins more than 100000 entries"},
		"CSV":       {"Title,DOI\n" + strings.Repeat(",", 1<<20) + "\n", list.Zotero, "x:2: has more than 10000 cells"},
	} {
		_, err := list.Parse("x", []byte(test.text), test.form)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %.200v, want %q", name, err, test.want)
		}
	}
}
