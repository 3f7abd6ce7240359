// Citemap reads a reading list, gathers the papers around it and answers how
// they hang together, which carry the field and what is missing.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"citemap/render"
)

// Exit statuses.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3
	exitInterrupted = 130
)

func main() {
	self, err := os.Executable()
	if err != nil {
		self = "" // drawings are made in this process then
	}
	os.Exit(run(self, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run carries out one command and gives its exit status. self is the program
// that draws maps in a process of its own; "" draws them in this one.
func run(self string, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &session{self: self, stdin: stdin, stdout: stdout, stderr: stderr}
	root := newRoot(s)
	help := &helpWriter{out: stdout}
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(help)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = help.err
	}
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		s.bar.aside(func() { fmt.Fprintln(stderr, s.interrupted()) })
		return exitInterrupted
	}
	var partly *partlyError
	var usage *usageError
	switch {
	case errors.Is(err, syscall.EPIPE): // the reader of our output has seen enough
		return exitDone
	case errors.As(err, &partly):
		fmt.Fprintln(stderr, spoken(err.Error()))
		return exitPartly
	case errors.As(err, &usage):
		fmt.Fprintln(stderr, spoken(err.Error()))
		return exitUsage
	}
	fmt.Fprintln(stderr, spoken(err.Error()))
	return exitFailed
}

// interrupted says what there is of a run that was interrupted.
func (s *session) interrupted() string {
	said := "interrupted"
	if s.asking {
		said += "; what was fetched is in the library, the same command goes on from there"
	}
	switch written := s.files.Written(); {
	case len(written) > 0:
		said += "; written before that: " + strings.Join(written, ", ")
	case !s.asking:
		said += "; nothing was fetched or written"
	}
	return render.Clean(said)
}

// A helpWriter keeps the first error of writing, which cobra does not look at when
// it writes its help.
type helpWriter struct {
	out io.Writer
	err error
}

func (h *helpWriter) Write(b []byte) (int, error) {
	n, err := h.out.Write(b)
	if err != nil && h.err == nil {
		h.err = fmt.Errorf("write to standard output: %w", cause(err))
	}
	return n, err
}

// A usageError is a command line that asks for something there is not.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}

// A partlyError is work done in part by a command that was told to be strict.
type partlyError struct{ what string }

func (e *partlyError) Error() string { return "done in part: " + e.what }
