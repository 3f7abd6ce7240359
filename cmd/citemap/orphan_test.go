//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// An interrupted run says what there is of it: here nothing was asked of anybody.
func TestInterruptedDrawing(t *testing.T) {
	var said bytes.Buffer
	c := startDrawing(t, &said)
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // its status is looked at
	if got := said.String(); c.ProcessState.ExitCode() != exitInterrupted || got != "interrupted; nothing was fetched or written\n" {
		t.Errorf("exits %d and says %q", c.ProcessState.ExitCode(), got)
	}
}

// startDrawing starts a run that lays out for minutes, and waits until it does.
func startDrawing(t *testing.T, said io.Writer) *exec.Cmd {
	t.Helper()
	folder := t.TempDir()
	snapshot := filepath.Join(folder, "dense.jsonl")
	if err := os.WriteFile(snapshot, dense(700), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), "citemap", "map", "--snapshot", snapshot, "--papers", "700", "--all-citations", "--page", "6000x4500", "--draw-timeout", "10m", "-o", filepath.Join(folder, "map.svg"), "--config", "none")
	c.Stderr = said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for range ticks(t, time.Minute) {
		if busyFor(c.Process.Pid) > 2*time.Second {
			return c
		}
	}
	t.Fatal("it does not draw")
	return nil
}

// Where the system does not see to it, the process that draws notices that its
// input has ended, in the midst of a drawing.
func TestDrawingEndsWithItsInput(t *testing.T) {
	c := exec.CommandContext(t.Context(), "citemap", drawVerb)
	var said bytes.Buffer
	c.Stderr = &said
	in, err := c.StdinPipe()
	if err == nil {
		err = c.Start()
	}
	if err == nil {
		_, err = fmt.Fprintf(in, `{"Layout": "dot", "Format": "svg", "Held": true, "Text": %q}`, tangle(700))
	}
	if err != nil {
		t.Fatal(err)
	}
	for range ticks(t, time.Minute) {
		if busyFor(c.Process.Pid) > 2*time.Second {
			break // it has started, and draws
		}
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(10*time.Second, func() { c.Process.Kill() })
	defer late.Stop()
	if err := c.Wait(); err == nil || !strings.Contains(said.String(), "the drawing is no longer needed") {
		t.Errorf("%v: %s", err, said.String())
	}
}

// It has a time of its own, too.
func TestDrawingEndsInTime(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "citemap", drawVerb)
	c.Stdin = strings.NewReader(fmt.Sprintf(`{"Layout": "dot", "Format": "svg", "Within": 1000000, "Text": %q}`, tangle(700)))
	if out, err := c.CombinedOutput(); err == nil || !strings.Contains(string(out), "the map was not drawn after 1ms") {
		t.Errorf("%v: %s", err, out)
	}
}

// ticks gives moments to look again at, until so much time has passed.
func ticks(t *testing.T, long time.Duration) <-chan time.Time {
	ctx, cancel := context.WithTimeout(t.Context(), long)
	t.Cleanup(cancel)
	out := make(chan time.Time)
	go func() {
		defer close(out)
		beat := time.NewTicker(10 * time.Millisecond)
		defer beat.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case now := <-beat.C:
				select {
				case out <- now:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

// busyFor gives the time that a process has computed.
func busyFor(pid int) time.Duration {
	fields := statOf(pid)
	if len(fields) < 13 {
		return 0
	}
	hundredths, _ := strconv.Atoi(fields[11]) // utime, in ticks
	return time.Duration(hundredths) * 10 * time.Millisecond
}

// statOf gives what /proc says of a process behind its name, from its state on.
func statOf(pid int) []string {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return nil
	}
	return strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
}

// dense is a snapshot of papers that cite many of the papers before them: it takes
// minutes to lay out.
func dense(n int) []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, `{"format":"citemap-snapshot","version":1,"taken":"2026-11-22","source":"a test","licence":"none"}`)
	for i := range n {
		fmt.Fprintf(&b, `{"paperId":"p%04d","title":"Paper number %d","year":%d,"references":[`, i, i, 1950+i/10)
		for k := range min(i, 12) {
			if k > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `"p%04d"`, (k+1)*7919*(i+3)%i)
		}
		b.WriteString("]}\n")
	}
	return b.Bytes()
}

// tangle is the like in Graphviz's language.
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
