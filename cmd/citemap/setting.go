package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citemap/render/export"
)

// A setting is one key of a config.
type setting struct {
	verb   string // whose table it stands in; "": every verb's that has the flag
	key    string // as it is written
	flag   string
	values []string
	list   bool // it is written as a list
	table  bool // it is no value at all
	line   int
}

// shown are the settings that a file beside a list may hold: what is shown of
// the answer. A list that was cloned must not redirect requests, files or
// the key.
var shown = []string{"all-citations", "color", "exclude-file", "format", "kind", "labels", "layout", "number", "papers"}

// secrets are keys that are looked for here in vain.
var secrets = []string{"key", "api-key", "apikey", "semantic-scholar-api-key", "s2-api-key", "openalex-api-key"}

// check finds the settings that are none, or that do not belong where they are.
func (f *config) check(root *cobra.Command) error {
	met := map[[2]string]string{}
	for _, x := range f.settings {
		if err := x.check(root, f.beside); err != nil {
			return usagef("%s: %w", f.at(x), err)
		}
		place := [2]string{x.verb, x.flag}
		if other, twice := met[place]; twice {
			return usagef("%s: %s and %s are one setting: leave one out", f.at(x), other, x.key)
		}
		met[place] = x.key
	}
	return nil
}

func (x setting) check(root *cobra.Command, beside bool) error {
	if slices.Contains(secrets, strings.ReplaceAll(strings.ToLower(x.key), "_", "-")) {
		return errors.New("a key does not belong in a file of settings: put it into the environment, as SEMANTIC_SCHOLAR_API_KEY, S2_API_KEY or OPENALEX_API_KEY")
	}
	known, err := x.known(root)
	if err != nil {
		return err
	}
	switch found := slices.Contains(known, x.flag); {
	case beside && !slices.Contains(shown, x.flag) && (found || didYouMean(x.flag, shown) == ""):
		return fmt.Errorf("%q may not be set beside a list, which may be anybody's: want one of %s; the rest goes into your own settings", x.key, strings.Join(shown, ", "))
	case !found:
		return fmt.Errorf("unknown key %q%s", x.key, didYouMean(x.flag, known))
	case x.table:
		return fmt.Errorf("%s: want a value, not a table", x.key)
	}
	if x.flag == "format" && x.verb == "" {
		return x.checkFormat()
	}
	return nil
}

// checkFormat wants a format of answers. Drawings and exports have formats of
// their own, which one for all verbs does not mean.
func (x setting) checkFormat() error {
	all := answers("check")
	if len(x.values) == 1 && !slices.Contains(all, x.values[0]) {
		return fmt.Errorf("format: no answer is written as %q: want one of %s, or [map] or [export] above it", x.values[0], strings.Join(all, ", "))
	}
	return nil
}

// answers are the formats of a verb's answer on stdout; none for those that
// draw or export.
func answers(verb string) []string {
	switch verb {
	case "check":
		return append(slices.Clone(tables), github)
	case "report":
		return summaries
	case "map", "export":
		return nil
	}
	return tables
}

// tells reports whether the name of a verb's output says its format.
func tells(verb, output string) bool {
	switch ext := strings.TrimPrefix(filepath.Ext(output), "."); verb {
	case "report": // that is the page, not the answer
		return false
	case "export":
		_, found := export.ByFile(output)
		return found
	case "map":
		return slices.Contains(drawings, ext)
	default:
		return slices.Contains(tables, ext)
	}
}

// known are the flags that there are where the setting stands.
func (x setting) known(root *cobra.Command) ([]string, error) {
	names := map[string]bool{}
	met := map[string]bool{}
	for _, c := range verbs(root) {
		verb := verbOf(c)
		met[verb] = true
		if x.verb == "" || x.verb == verb {
			for _, name := range flagNames(c) {
				names[name] = true
			}
		}
	}
	if x.verb != "" && !met[x.verb] {
		return nil, fmt.Errorf("there is no verb %q with settings%s", x.verb, didYouMean(x.verb, slices.Sorted(maps.Keys(met))))
	}
	return slices.Sorted(maps.Keys(names)), nil
}

// inEnvironment are the variables that say what a flag does.
var inEnvironment = map[string]string{"api-url": "CITEMAP_API_URL", "mail": mailVariable}

// holds reports whether the setting is for this run of a verb. What was said on
// the command line or in the environment goes before it.
func (x setting) holds(c *cobra.Command) bool {
	verb := verbOf(c)
	if x.verb != "" && x.verb != verb || os.Getenv(inEnvironment[x.flag]) != "" {
		return false
	}
	given := func(flag string) bool { return c.Flags().Lookup(flag) != nil && c.Flags().Changed(flag) }
	answer := slices.Contains([]string{"format", "output", "merges"}, x.flag)
	if answer && (given("fix") || verb == "fetch" && !given("plan")) {
		return false // there is no answer
	}
	if x.flag != "format" {
		return true
	}
	if given("output") && tells(verb, c.Flags().Lookup("output").Value.String()) {
		return false
	}
	return x.verb != "" || len(x.values) == 1 && slices.Contains(answers(verb), x.values[0])
}

// verbs are the verbs that settings are for.
func verbs(c *cobra.Command) (all []*cobra.Command) {
	for _, sub := range c.Commands() {
		switch {
		case sub.Hidden || slices.Contains([]string{"version", "help", "completion"}, sub.Name()):
		case sub.HasSubCommands():
			all = append(all, verbs(sub)...)
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

// teach says what a flag wants in place of a value.
func teach(flag *pflag.Flag, value string, err error) error {
	wants := map[string]string{"int": "a whole number", "uint64": "a whole number, not below 0", "float64": "a number", "bool": "true or false"}
	var number *strconv.NumError
	if want, found := wants[flag.Value.Type()]; found && errors.As(err, &number) {
		return fmt.Errorf("%q: want %s", value, want)
	}
	if inner := errors.Unwrap(err); inner != nil { // without the name that it has on the command line
		return inner
	}
	return err
}
