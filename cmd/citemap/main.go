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

	"citemap/render/dot/cachedir"
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
	cachedir.Restore()
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
	root := newRoot(&session{self: self, stdin: stdin, stdout: stdout, stderr: stderr})
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "interrupted; what was fetched is in the library, the same command goes on from there")
		return exitInterrupted
	case err == nil:
		return exitDone
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
