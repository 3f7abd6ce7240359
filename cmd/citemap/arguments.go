package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/usage"
)

// listsOrSnapshot wants a list, or a snapshot to take the place of one.
func (s *session) listsOrSnapshot(c *cobra.Command, args []string) error {
	if len(args) == 0 && s.flags.service.Snapshot != "" {
		return nil
	}
	return wantLists(c, args)
}

// wantLists wants one list at least, and standard input once at most.
func wantLists(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage.Errorf("%s: no list given; see %s --help", c.CommandPath(), c.CommandPath())
	}
	if first := slices.Index(args, "-"); first >= 0 && slices.Contains(args[first+1:], "-") {
		return usage.Errorf("%s: standard input (-) can be read only once", c.CommandPath())
	}
	return nil
}

// noArgument refuses arguments of a command that takes none; one that has parts
// proposes the nearest.
func noArgument(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !c.HasSubCommands() {
		return usage.Errorf("%s: takes no argument, not %q", c.CommandPath(), args[0])
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	if hint := usage.DidYouMean(args[0], names); hint != "" {
		return usage.Errorf("%s: there is no %q%s", c.CommandPath(), args[0], hint)
	}
	return usage.Errorf("%s: there is no %q: want one of %s", c.CommandPath(), args[0], strings.Join(names, ", "))
}

// isList tells a list given without a verb from a mistyped verb.
func isList(c *cobra.Command, arg string) error {
	if _, err := os.Stat(arg); arg == "-" || err == nil || strings.ContainsAny(arg, "./\\") || service.MayBePaper(arg) {
		return nil
	}
	hint := "see citemap --help"
	if near := c.SuggestionsFor(arg); len(near) > 0 {
		hint = "did you mean " + strings.Join(near, " or ") + "?"
	}
	return usage.Errorf("%q is neither a verb nor a file; %s", arg, hint)
}
