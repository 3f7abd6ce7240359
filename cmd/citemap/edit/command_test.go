package edit

import (
	"os/exec"
	"strings"
	"testing"

	"citemap/cmd/citemap/service"
	"citemap/graph"
)

func TestTheCommandThatAdds(t *testing.T) {
	for _, test := range []struct {
		what  string
		lists []string
		o     service.Options
		want  string
	}{
		{"a list", []string{"reading.md"}, service.Options{}, "citemap gaps reading.md --add"},
		{"a snapshot", []string{"my list.md"}, service.Options{Snapshot: "it's.jsonl", AsOf: graph.Date{Year: 2012}, Without: []string{"ACL:P12-1048"}},
			`citemap gaps 'my list.md' --snapshot 'it'\''s.jsonl' --as-of 2012 --without ACL:P12-1048 --add`},
		{"several lists", []string{"a.md", "b.md"}, service.Options{}, "citemap gaps a.md b.md --add-to a.md --add"},
		{"standard input", []string{"-"}, service.Options{}, ""},
		{"a paper", []string{"arXiv:2305.11206"}, service.Options{}, ""},
		{"no list", nil, service.Options{}, ""},
		{"a name that cannot be shown", []string{"a\x1b[31m.md"}, service.Options{}, ""},
	} {
		if got := Command(test.lists, test.o); got != test.want {
			t.Errorf("%s: %s, want %s", test.what, got, test.want)
		}
	}
}

// A real shell reads the words back as they were.
func TestAShellReadsQuotedWords(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("needs sh")
	}
	for _, word := range []string{"plain", "a b", "it's", `"$HOME" \ !`, "~/list.md", "a;b|c&d", "*", "ü", ""} {
		out, err := exec.Command(sh, "-c", "printf %s "+Quoted(word)).Output()
		if err != nil || string(out) != word {
			t.Errorf("%q became %s and %q, %v", word, strings.TrimSpace(Quoted(word)), out, err)
		}
	}
}
