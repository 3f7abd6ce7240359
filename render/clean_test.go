package render_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"citemap/graph/graphtest"
	"citemap/render"
)

func TestClean(t *testing.T) {
	for dirty, want := range map[string]string{
		"  two \n lines\t":        "two lines",
		"\x1b[31mred\x07":         "[31mred",
		"\u202eevil\u202c":        "evil",
		"zero\u200bwidth":         "zerowidth",
		"bad \xff byte":           "bad \ufffd byte",
		"family 👩‍🔬":              "family 👩‍🔬",
		"<b>stays for others</b>": "<b>stays for others</b>",
	} {
		if got := render.Clean(dirty); got != want {
			t.Errorf("%q: %q, want %q", dirty, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range graphtest.Titles {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean := render.Clean(s)
		if !utf8.ValidString(clean) || render.Clean(clean) != clean || strings.TrimSpace(clean) != clean {
			t.Errorf("%q became %q", s, clean)
		}
		for _, r := range clean {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && r != 0x200C && r != 0x200D {
				t.Errorf("%q keeps %U", s, r)
			}
		}
	})
}

func TestLink(t *testing.T) {
	for address, want := range map[string]string{
		"https://arxiv.org/abs/2305.11206": "https://arxiv.org/abs/2305.11206",
		"http://x.org/a?b=c&d=e":           "http://x.org/a?b=c&d=e",
		"javascript:alert(1)":              "",
		"JAVASCRIPT:alert(1)":              "",
		"data:text/html,x":                 "",
		"//host/path":                      "",
		"/path":                            "",
		"https://":                         "",
		"https://user:secret@x.org/":       "",
		"file:///etc/passwd":               "",
		"java\nscript:alert(1)":            "",
	} {
		if got := render.Link(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func FuzzLink(f *testing.F) {
	f.Add("https://x.org/\"><script>")
	f.Add("javascript:alert(1)")
	f.Fuzz(func(t *testing.T, s string) {
		link := render.Link(s)
		if link == "" {
			return
		}
		if !strings.HasPrefix(link, "http://") && !strings.HasPrefix(link, "https://") || strings.ContainsAny(link, "\"'<>\\ \n") {
			t.Errorf("%q became %q", s, link)
		}
		if render.Link(link) != link {
			t.Errorf("%q became %q and then %q", s, link, render.Link(link))
		}
	})
}

func TestShorten(t *testing.T) {
	for _, test := range []struct {
		s     string
		width int
		want  string
	}{{"short", 10, "short"}, {"exactly ten", 11, "exactly ten"}, {"深度学习", 8, "深度学习"}} {
		if got := render.Shorten(test.s, test.width); got != test.want {
			t.Errorf("%q to %d: %q, want %q", test.s, test.width, got, test.want)
		}
	}
	for _, title := range graphtest.Titles {
		for width := 1; width < 40; width++ {
			if got := render.Shorten(render.Clean(title), width); render.Width(got) > width {
				t.Errorf("%q to %d columns takes %d", title, width, render.Width(got))
			}
		}
	}
}
