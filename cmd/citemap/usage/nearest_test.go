package usage

import "testing"

func TestDidYouMean(t *testing.T) {
	names := []string{"papers", "patience", "kind", "n"}
	for typed, want := range map[string]string{
		"papes": "; did you mean papers?", "Papers": "; did you mean papers?", "paeprs": "; did you mean papers?",
		"kin": "; did you mean kind?", "layout": "", "x": "", "": "",
	} {
		if got := DidYouMean(typed, names); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "ba", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got := edits(test.a, test.b); got != test.want {
			t.Errorf("%q to %q: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
