package main

import "testing"

func TestInterruptedSays(t *testing.T) {
	const file = "page.html"
	for _, tt := range []struct {
		asked   bool
		written []string
		want    string
	}{
		{false, nil, "interrupted; nothing was fetched or written"},
		{true, nil, "interrupted; what was fetched is in the library: run the same command to continue"},
		{false, []string{file}, "interrupted; written before that: page.html"},
		{true, []string{file}, "interrupted; what was fetched is in the library: run the same command to continue; written before that: page.html"},
	} {
		if got := interrupted(tt.asked, tt.written); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
