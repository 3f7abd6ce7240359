package session

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// guard notes what a verb is going to read, by its arguments and flags, and
// refuses an output that is any of it or cannot be written, before anybody is
// asked anything.
func (s *Session) guard(c *cobra.Command, args []string) error {
	if c == c.Root() && len(args) == 0 {
		return nil
	}
	if in, is := s.Stdin.(*os.File); is && slices.Contains(args, "-") {
		s.Files.ReadsOpen(in, "standard input")
	}
	for _, name := range args {
		s.Files.Reads(name)
	}
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if name := f.Value.String(); ReadsFile(f) && name != "" {
			s.Files.Reads(name)
		}
	})
	if field := s.Flags.Service.Field; field != "" {
		s.Files.Reads(filepath.Join(field, "field.json"))
	}
	if path, err := s.Flags.Service.LibraryPath(); err == nil { // without a home, whoever opens the library says so
		s.guardLibrary(path)
	}
	if out := c.Flags().Lookup("output"); out != nil && kindOf(out) == "file" {
		return s.mayWrite(out.Value.String())
	}
	return nil
}

// guardLibrary notes a library with the files that SQLite has beside it.
func (s *Session) guardLibrary(path string) {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		s.Files.Reads(path + end)
	}
}

// ReadsFile reports whether a flag names a file that is read.
func ReadsFile(f *pflag.Flag) bool {
	return f.Name != "output" && slices.Contains([]string{"file", "snapshot"}, kindOf(f))
}

// kindOf is what a flag's help calls its value.
func kindOf(f *pflag.Flag) string {
	kind, _ := pflag.UnquoteUsage(f)
	return kind
}
