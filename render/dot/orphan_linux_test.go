package dot_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"citemap/render/dot"
)

// The process that draws ends with the one that it draws for, even where that is
// killed and can do nothing about it. This test is all three of them.
func TestDrawingEndsWithItsParent(t *testing.T) {
	const role, itself = "CITEMAP_TEST_ROLE", "-test.run=^TestDrawingEndsWithItsParent$"
	switch os.Getenv(role) {
	case "parent":
		t.Setenv(role, "child")
		_, err := dot.DrawApart(t.Context(), dot.Job{Layout: "dot", Format: "svg", Text: tangle(700)}, []string{os.Args[0], itself}, 10*time.Minute)
		t.Fatalf("it was not killed: %v", err)
	case "child":
		t.Fatalf("it was not killed: %v", dot.Serve(t.Context(), os.Stdin, os.Stdout))
	}
	parent := exec.CommandContext(t.Context(), os.Args[0], itself)
	parent.Env = append(os.Environ(), role+"=parent")
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	child := 0
	for end := time.Now().Add(time.Minute); child == 0 || busy(child) < 100; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it does not draw")
		}
		child = childOf(parent.Process.Pid)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait() // it was killed
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if state := statOf(child); len(state) == 0 || state[0] == "Z" || state[0] == "X" {
			return
		}
	}
	t.Errorf("process %d draws on", child)
}

// tangle is a graph that Graphviz lays out for minutes.
func tangle(n int) string {
	var b strings.Builder
	b.WriteString("digraph {")
	for i := range n {
		for k := range min(i, 12) {
			fmt.Fprintf(&b, "n%d->n%d;", i, (k+1)*7919*(i+3)%i)
		}
	}
	return b.String() + "}"
}

// childOf gives a process that another has started, 0 where there is none.
func childOf(parent int) int {
	children, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", parent))
	for _, file := range children {
		text, _ := os.ReadFile(file)
		for _, field := range strings.Fields(string(text)) {
			if pid, err := strconv.Atoi(field); err == nil {
				return pid
			}
		}
	}
	return 0
}

// busy gives the hundredths of a second that a process has computed.
func busy(pid int) int {
	fields := statOf(pid)
	if len(fields) < 13 {
		return 0
	}
	ticks, _ := strconv.Atoi(fields[11])
	return ticks
}

// statOf gives what /proc says of a process behind its name, from its state on.
func statOf(pid int) []string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return nil
	}
	return strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
}
