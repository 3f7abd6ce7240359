package console

import (
	"bytes"
	"testing"
)

func TestTerminalsThatTakeLinks(t *testing.T) {
	for _, test := range []struct {
		name string
		env  map[string]string
		want bool
	}{
		{"nothing is known", nil, false},
		{"an xterm", map[string]string{"TERM": "xterm-256color"}, false},
		{"Apple's terminal", map[string]string{"TERM_PROGRAM": "Apple_Terminal"}, false},
		{"iTerm", map[string]string{"TERM_PROGRAM": "iTerm.app"}, true},
		{"VS Code", map[string]string{"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, true},
		{"kitty", map[string]string{"TERM": "xterm-kitty"}, true},
		{"GNOME Terminal", map[string]string{"VTE_VERSION": "7600"}, true},
		{"VTE before links", map[string]string{"VTE_VERSION": "4999"}, false},
		{"Windows Terminal", map[string]string{"WT_SESSION": "8a1"}, true},
		{"Konsole", map[string]string{"KONSOLE_VERSION": "230804"}, true},
		{"forced", map[string]string{"FORCE_HYPERLINK": "1"}, true},
		{"forced off", map[string]string{"FORCE_HYPERLINK": "0", "TERM": "xterm-kitty"}, false},
	} {
		lookup := func(name string) (string, bool) { v, set := test.env[name]; return v, set }
		if got := takesLinks(lookup); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestAPipeTakesNoLinks(t *testing.T) {
	t.Setenv("FORCE_HYPERLINK", "1")
	if Hyperlinks(&bytes.Buffer{}) {
		t.Error("a stream that is no terminal takes links")
	}
}
