package edit

import (
	"strings"
	"testing"
)

func TestForeignTextInDiff(t *testing.T) {
	const nasty = "::error::x\x1b]0;owned\x07\x1b[2J\u009b31m\u202egnp.exe\r\nsecond ##[group]line\u200b"
	d := string(unified(nasty, []byte("a\x1b[2J\r\nb\u202e\n"), []byte("a\x1b[2J\r\nc\x9b\n")))
	if strings.ContainsAny(d, "\x1b\u009b\u202e\r\x07") || !strings.Contains(d, `-b\u202e`) || !strings.Contains(d, ` a\u001b[2J`) {
		t.Errorf("%q", d)
	}
}
