package api

import "testing"

func TestTitle(t *testing.T) {
	for in, want := range map[string]string{
		"Attention is all you need":             "Attention is all you need",
		" two\n  lines\t":                       "two lines",
		"<i>Escherichia coli</i> and <B>us</B>": "Escherichia coli and us",
		"CO<jats:sub>2</jats:sub> uptake":       "CO2 uptake",
		"Research &amp;amp; development":        "Research & development",
		"&lt;i&gt;In vivo&lt;/i&gt; imaging":    "In vivo imaging",
		"if a<b and c>d":                        "if a<b and c>d",
		"the <img> tag":                         "the <img> tag",
		"bell&#7; and NUL\x00":                  "bell and NUL",
		`<span class="x">a</span>`:              "a",
	} {
		if got := Title(in); got != want {
			t.Errorf("Title(%q) = %q, want %q", in, got, want)
		}
	}
}
