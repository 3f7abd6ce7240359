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
	"syscall"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/usage"
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
	s := newSession(self, stdin, stdout, stderr)
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
		s.console.Fail(interrupted(s.service.Asked(), s.files.Written()))
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE): // the reader of our output has seen enough
		return exitDone
	}
	s.console.Fail(err.Error())
	var partly *partlyError
	var wrong *usage.Error
	switch {
	case errors.As(err, &partly):
		return exitPartly
	case errors.As(err, &wrong):
		return exitUsage
	}
	return exitFailed
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
		h.err = fmt.Errorf("write to standard output: %w", files.Cause(err))
	}
	return n, err
}
