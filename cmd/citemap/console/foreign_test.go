package console

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

const nasty = "::error::x\x1b]0;owned\x07\x1b[2J\u009b31m\u202egnp.exe\r\nsecond ##[group]line\u200b"

func wantHarmless(t *testing.T, what, said string) {
	t.Helper()
	if strings.ContainsAny(said, "\x1b\x07\u009b\u202e\u200b\r") || strings.Contains(said, "##[") || strings.HasPrefix(said, "::") || strings.Count(strings.TrimSuffix(said, "\n"), "\n") > 0 {
		t.Errorf("%s: %q", what, said)
	}
}

func TestForeignTextIsHarmless(t *testing.T) {
	var b bytes.Buffer
	c := New(&b)
	c.Say("%s: %v", nasty, errors.New(nasty))
	wantHarmless(t, "Say", b.String())
	b.Reset()
	c.Warn(nasty)
	wantHarmless(t, "Warn", b.String())
	b.Reset()
	c.Fail(nasty)
	wantHarmless(t, "Fail", b.String())
}

// Quiet is silent but for failures, and what is said takes the place of the line
// that changes.
func TestQuietAndLine(t *testing.T) {
	var b bytes.Buffer
	c := New(&b)
	c.Show("1 of 2")
	c.Say("a note")
	c.Quiet = true
	c.Say("another")
	c.Show("2 of 2")
	c.Fail("the end")
	c.Clear()
	if got := b.String(); got != "\r\x1b[K1 of 2\r\x1b[Ka note\n\r\x1b[K2 of 2\r\x1b[Kthe end\n" {
		t.Errorf("%q", got)
	}
}
