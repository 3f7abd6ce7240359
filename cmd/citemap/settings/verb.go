package settings

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Verbs are the verbs that settings are for.
func Verbs(c *cobra.Command) (all []*cobra.Command) {
	for _, sub := range c.Commands() {
		switch {
		case sub.Hidden || slices.Contains([]string{"version", "help", "completion"}, sub.Name()):
		case sub.HasSubCommands():
			all = append(all, Verbs(sub)...)
		default:
			all = append(all, sub)
		}
	}
	return all
}

// verbOf is whose table holds for a command: the verb's of which it is a part,
// and report's for a list without a verb.
func verbOf(c *cobra.Command) string {
	if !c.HasParent() {
		return "report"
	}
	for c.Parent().HasParent() {
		c = c.Parent()
	}
	return c.Name()
}

// FlagNames are the flags of a verb that a file may set.
func FlagNames(c *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) {
		if !slices.Contains([]string{"help", "version", "config"}, f.Name) {
			names = append(names, f.Name)
		}
	}
	c.NonInheritedFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	return names
}
