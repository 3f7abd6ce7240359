package main

import (
	"slices"
	"testing"
)

func TestTheCommandLineIsFitToBePublished(t *testing.T) {
	for _, test := range []struct {
		what     string
		args     []string
		want     string
		withheld []string
	}{
		{"words", []string{"report", "my list.md", "-o", "it's.html"}, `citemap report 'my list.md' -o 'it'\''s.html'`, nil},
		{"a mail address", []string{"--mail", "me@example.org", "report", "a.md", "--mail=you@example.org"}, "citemap report a.md", []string{"the address of --mail", "the address of --mail"}},
		{"a plain API", []string{"report", "--api-url", "http://localhost:1/s2"}, "citemap report --api-url http://localhost:1/s2", nil},
		{"an API with a password", []string{"report", "--api-url=https://u:p@h/s2?key=k#f"}, "citemap report --api-url https://h/s2", []string{"what stood in --api-url beside the place"}},
		{"an API that cannot be read", []string{"--api-url", "http://u:p@h:%"}, "citemap --api-url URL", []string{"what stood in --api-url beside the place"}},
		{"a flag without its value", []string{"--mail"}, "citemap", []string{"the address of --mail"}},
	} {
		line, withheld := commandLine(test.args)
		if line != test.want || !slices.Equal(withheld, test.withheld) {
			t.Errorf("%s: %s, %q, want %s, %q", test.what, line, withheld, test.want, test.withheld)
		}
	}
}

func TestTheRecordStandsBesideThePage(t *testing.T) {
	for _, test := range [][3]string{
		{"reading.report.html", "reading.md", "reading.record.md"},
		{"out/page.html", "reading.md", "out/page.record.md"},
		{"page", "reading.md", "page.record.md"},
		{"-", "dir/reading.md", "reading.record.md"},
		{"-", "-", "citemap.record.md"},
	} {
		if got := recordName(test[0], test[1]); got != test[2] {
			t.Errorf("%s of %s: %s, want %s", test[0], test[1], got, test[2])
		}
	}
}
