package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A setting is one key of a config.
type setting struct {
	verb   string // whose table it stands in; "": every verb's that has the flag
	key    string // as it is written
	flag   string
	values []string
	line   int
}

// shown are the settings that a file beside a list may hold: what is shown of
// the answer. A list that was cloned must not redirect requests, files or
// the key.
var shown = []string{"all-citations", "color", "exclude-file", "format", "kind", "labels", "layout", "number", "papers"}

// answers are the verbs that write a table, for which a format holds that no
// verb was named for.
var answers = []string{"check", "eval", "gaps", "rank"}

// check finds the settings that are none, or that do not belong where they are.
func (f *config) check(root *cobra.Command) error {
	for _, x := range f.settings {
		if err := x.check(root, f.beside); err != nil {
			return usagef("%s:%d: %w", f.path, x.line, err)
		}
	}
	return nil
}

func (x setting) check(root *cobra.Command, beside bool) error {
	if slices.Contains([]string{"key", "api-key", "apikey", "semantic-scholar-api-key", "s2-api-key", "openalex-api-key"}, strings.ReplaceAll(strings.ToLower(x.flag), "_", "-")) {
		return errors.New("a key does not belong in a file of settings: put it into the environment, as SEMANTIC_SCHOLAR_API_KEY or OPENALEX_API_KEY")
	}
	if beside && !slices.Contains(shown, x.flag) {
		return fmt.Errorf("%q may not be set beside a list, which may be anybody's: want one of %s; the rest goes into your own settings", x.key, strings.Join(shown, ", "))
	}
	verbs := settable(root)
	if x.verb != "" {
		c, found := verbs[x.verb]
		if !found {
			return fmt.Errorf("there is no verb %q%s", x.verb, didYouMean(x.verb, sorted(verbs)))
		}
		verbs = map[string]*cobra.Command{x.verb: c}
	}
	known := map[string]bool{}
	for _, c := range verbs {
		for _, name := range flagNames(c) {
			known[name] = true
		}
	}
	if !known[x.flag] {
		return fmt.Errorf("unknown key %q%s", x.key, didYouMean(x.key, sorted(known)))
	}
	return nil
}

// settable are the verbs that settings are for, by name.
func settable(root *cobra.Command) map[string]*cobra.Command {
	verbs := map[string]*cobra.Command{}
	for _, c := range root.Commands() {
		if !c.Hidden {
			verbs[c.Name()] = c
		}
	}
	return verbs
}

// flagNames are the flags of a verb that a file may set.
func flagNames(c *cobra.Command) []string {
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
