package session

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/usage"
)

// ListsOrSnapshot wants a list, or a snapshot to take the place of one.
func (s *Session) ListsOrSnapshot(c *cobra.Command, args []string) error {
	if len(args) == 0 && (s.Flags.Service.Snapshot != "" || s.Flags.Service.Field != "") {
		return nil
	}
	return WantLists(c, args)
}

// WantLists wants one list at least, and standard input once at most.
func WantLists(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage.Errorf("%s: no list given; see %s --help", c.CommandPath(), c.CommandPath())
	}
	if first := slices.Index(args, "-"); first >= 0 && slices.Contains(args[first+1:], "-") {
		return usage.Errorf("%s: standard input (-) can be read only once", c.CommandPath())
	}
	return nil
}

// VerbNames are the parts of a command that are meant for users.
func VerbNames(c *cobra.Command) (names []string) {
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return names
}

// NoArgument refuses arguments of a command that takes none; one that has parts
// proposes the nearest.
func NoArgument(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !c.HasSubCommands() {
		return usage.Errorf("%s: takes no arguments, but got %q", c.CommandPath(), args[0])
	}
	names := VerbNames(c)
	if hint := usage.DidYouMean(args[0], names); hint != "" {
		return usage.Errorf("%s: there is no %q%s", c.CommandPath(), args[0], hint)
	}
	return usage.Errorf("%s: there is no %q: want one of %s", c.CommandPath(), args[0], strings.Join(names, ", "))
}
