package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citemap/cmd/citemap/files"
)

// guard notes what a verb is going to read, by its arguments and flags, and
// refuses an output that is any of it or cannot be written, before anybody is
// asked anything.
func (s *session) guard(c *cobra.Command, args []string) error {
	if c == c.Root() && len(args) == 0 {
		return nil
	}
	if in, is := s.stdin.(*os.File); is && slices.Contains(args, "-") {
		s.files.ReadsOpen(in, "standard input")
	}
	for _, name := range args {
		s.files.Reads(name)
	}
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if name := f.Value.String(); readsFile(f) && name != "" {
			s.files.Reads(name)
		}
	})
	if path, err := s.libraryPath(); err == nil { // without a home, whoever opens the library says so
		s.guardLibrary(path)
	}
	if out := c.Flags().Lookup("output"); out != nil && kindOf(out) == "file" {
		return s.mayWrite(out.Value.String())
	}
	return nil
}

// guardLibrary notes a library with the files that SQLite has beside it.
func (s *session) guardLibrary(path string) {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		s.files.Reads(path + end)
	}
}

// readsFile reports whether a flag names a file that is read.
func readsFile(f *pflag.Flag) bool {
	return f.Name != "output" && slices.Contains([]string{"file", "snapshot"}, kindOf(f))
}

// kindOf is what a flag's help calls its value.
func kindOf(f *pflag.Flag) string {
	kind, _ := pflag.UnquoteUsage(f)
	return kind
}

// mayWrite finds what keeps an output that the user has named from being written.
func (s *session) mayWrite(name string) error {
	if name == "" || name == "-" {
		return nil
	}
	return asUsage(s.files.Check(name))
}

// mayWriteUnnamed does so for one that the user has not named: there it may not be
// a link. way says how to name another.
func (s *session) mayWriteUnnamed(name, way string) error {
	err := s.files.CheckUnnamed(name)
	var input *files.InputError
	if err == nil || errors.As(err, &input) {
		return asUsage(err)
	}
	return fmt.Errorf("%w: %s", err, way)
}

// asUsage makes an output that is an input a wrong command line.
func asUsage(err error) error {
	var input *files.InputError
	if errors.As(err, &input) {
		return usagef("-o %w", err)
	}
	return err
}

// deliver writes an answer to the file of that name, or to stdout where the
// name is empty. Nothing is written unless the whole answer could be made.
func (s *session) deliver(name string, write func(io.Writer) error) error {
	if name != "" && name != "-" {
		return asUsage(s.files.Save(name, write))
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	_, err := s.stdout.Write(b.Bytes())
	return err
}
