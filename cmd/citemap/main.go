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

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
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
	s := session.New(session.Program{Path: self, Version: version(), Args: args}, stdin, stdout, stderr)
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
		s.Console.Fail(interrupted(s.Service.Asked(), s.Files.Written()))
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE): // the reader of our output has seen enough
		return exitDone
	}
	s.Console.Fail(err.Error())
	var partly *session.PartlyError
	var wrong *usage.Error
	switch {
	case errors.As(err, &partly):
		return exitPartly
	case errors.As(err, &wrong):
		return exitUsage
	}
	return exitFailed
}

// interrupted says what there is of a run that was interrupted: whether anybody
// was asked, and which files were written.
func interrupted(asked bool, written []string) string {
	said := "interrupted"
	if asked {
		said += "; what was fetched is in the library: run the same command to continue"
	}
	switch {
	case len(written) > 0:
		said += "; written before that: " + strings.Join(written, ", ")
	case !asked:
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
		h.err = fmt.Errorf("write to standard output: %w", files.Cause(err))
	}
	return n, err
}
