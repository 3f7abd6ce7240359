package main

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// What no verb reaches is not kept for later: deadcode finds what cannot be called
// from the command, and a package that nothing links would not even be looked at.
func TestEveryFunctionIsReachedByAVerb(t *testing.T) {
	if testing.Short() {
		t.Skip("looks at the whole program")
	}
	c := exec.Command("go", "tool", "deadcode", "./cmd/citemap")
	c.Dir, c.Env = "../..", append(os.Environ(), "GOGC=400") // it holds the whole program, and needs little more
	var said bytes.Buffer                                    // among it what is downloaded, where nothing is yet
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		t.Fatalf("deadcode: %v\n%s", err, said.String())
	}
	for line := range strings.Lines(string(out)) {
		t.Errorf("no verb reaches %s", strings.TrimSpace(line))
	}
}

// Every package of graph and render is part of a command, but what tests build their
// graphs with.
func TestEveryPackageIsLinked(t *testing.T) {
	list := func(args ...string) []string {
		t.Helper()
		out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
		if err != nil {
			t.Fatalf("go list %v: %v", args, err)
		}
		return strings.Fields(string(out))
	}
	linked := list("-deps", "citemap/cmd/citemap")
	for _, p := range list("citemap/graph/...", "citemap/render/...") {
		if p != "citemap/graph/graphtest" && !slices.Contains(linked, p) {
			t.Errorf("no verb reaches any of %s", p)
		}
	}
}
