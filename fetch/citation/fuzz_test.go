package citation

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzParse holds that whatever is read of a text, it is of the text: no words are
// made up, the same text is read the same way, and what is certain is whole.
func FuzzParse(f *testing.F) {
	for _, c := range citations {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, read := range map[string]func(string) Reading{"Parse": Parse, "TitleIn": TitleIn, "MarkedTitle": MarkedTitle, "Clean": Clean, "QuotedTitle": QuotedTitle} {
			r := read(s)
			if !reflect.DeepEqual(r, read(s)) {
				t.Errorf("%s reads %q in two ways", name, s)
			}
			if utf8.ValidString(s) && !utf8.ValidString(r.Title) {
				t.Errorf("%s of %q gives %q", name, s, r.Title)
			}
			for _, w := range strings.Fields(r.Title) {
				if letters := justLetters(w); !strings.Contains(justLetters(s), letters) {
					t.Errorf("%s of %q made up %q", name, s, w)
				}
			}
			if !r.Doubtful() && (len(r.People) == 0 || r.Date.IsZero() || r.Title == "") {
				t.Errorf("%s of %q is certain of %+v", name, s, r)
			}
		}
		if mark, rest := CutMark(s); string(mark)+rest != s {
			t.Errorf("%q is cut into %q and %q", s, mark, rest)
		}
	})
}

// justLetters leaves the letters of ASCII: ligatures and the other letters may be
// written in another way.
func justLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl").Replace(s))
}
