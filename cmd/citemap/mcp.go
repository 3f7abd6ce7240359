package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/assistant"
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/render/record"
)

func newMCP(s *session.Session) *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "mcp [LIST...]",
		Short: "Serve a list to an assistant, by the Model Context Protocol",
		Long: "Serves the Model Context Protocol on standard input and output, to be started by the program\n" +
			"of an assistant. Its tools answer as the verbs do, search the papers around the list, and\n" +
			"propose changes of the list as a diff; they write only where the assistant says apply, and\n" +
			"only the list and the --exclude-file that are named here. Without LIST, questions bring the\n" +
			"papers that they are about. docs/mcp.md has the tools, and how common programs are set up.\n\n" +
			"Papers are gathered when the first question needs them, within --budget. -v says on stderr\n" +
			"what is going on.",
		Example:     "  citemap mcp reading.md\n  citemap mcp reading.md --exclude-file not-these.txt\n  claude mcp add citemap -- citemap mcp /home/me/reading.md",
		Args:        cobra.ArbitraryArgs,
		Annotations: map[string]string{session.Stays: "yes"},
		RunE:        func(c *cobra.Command, lists []string) error { return serveAssistant(c.Context(), s, lists, to) },
	}
	c.Flags().StringVar(&to, "add-to", "", "the `file` to add to, if several lists are given")
	return c
}

// serveAssistant serves lists until standard input ends.
func serveAssistant(ctx context.Context, s *session.Session, lists []string, to string) error {
	if err := checkServed(lists, to); err != nil {
		return err
	}
	s.Console.Quiet = !s.Console.Verbose
	o := s.Flags.Service
	a, err := assistant.New(s.Service, s.Editing(), penOf(s), assistant.Options{
		Lists: lists, Snapshot: o.Snapshot != "" || o.Field != "", Offline: o.Offline, Version: s.Program.Version,
		Desk: desk.Options{To: to, ExcludeFile: o.ExcludeFile, Topics: true, Asking: desk.Asking{Refused: whyNotAsked(o)}},
		Page: func(f *service.Findings) (record.Run, string) { return runOf(s, f, lists), edit.Command(lists, o) },
	})
	if err != nil {
		return err
	}
	return a.Run(ctx, s.Stdin, s.Stdout)
}

// checkServed finds what is wrong with the lists before an assistant is told that they
// are served.
func checkServed(lists []string, to string) error {
	if to != "" && !slices.Contains(lists, to) {
		return usage.Errorf("--add-to %s: not one of the lists given", to)
	}
	for _, name := range lists {
		if name == "-" {
			return usage.Errorf("citemap mcp: standard input is the assistant's: name a file")
		}
		if _, is := service.PaperNamed(name); is {
			continue
		}
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: no such file: name a list that is there, by its whole path where an assistant's program starts citemap", name)
		}
	}
	return nil
}

// whyNotAsked says why nobody can be asked for more; "" where they can.
func whyNotAsked(o service.Options) string {
	const start, without = "nobody is asked for more: citemap was started with ", ": start it without"
	switch {
	case o.Snapshot != "":
		return start + "--snapshot" + without
	case o.Field != "":
		return start + "--field" + without
	case o.Offline:
		return start + "--offline" + without
	}
	return ""
}
