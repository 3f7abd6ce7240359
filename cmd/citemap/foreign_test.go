package main

import (
	"bytes"
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

func TestForeignTextOnStderr(t *testing.T) {
	for _, args := range [][]string{
		{nasty}, {"--" + nasty}, {"--format", nasty, "check", "-"}, {"report", "./" + nasty}, {"report", nasty + ".md"}, {"check", "--rate", nasty, "-"},
		{"--library", "./" + nasty + "/x/y", "--snapshot", nasty, "rank"}, {"gaps", "-", "--exclude", nasty, "--offline", "--library", nasty}, {"map", "-", "--config", nasty},
	} {
		var stdout, stderr bytes.Buffer
		if status := run("", args, strings.NewReader("arXiv:2305.11206"), &stdout, &stderr); status == exitDone {
			t.Errorf("%.40q: done", args)
		}
		wantHarmless(t, strings.Join(args, " ")[:10], stderr.String())
	}
}
