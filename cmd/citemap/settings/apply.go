package settings

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/usage"
)

// Rules are what settings have to know of the verbs besides their flags.
type Rules struct {
	// Formats gives the formats of a verb's answer on stdout; none for those that
	// draw or export. One format for all verbs is any of AllFormats.
	Formats    func(verb string) []string
	AllFormats []string
	// NamesFormat reports whether the name of a verb's output says its format.
	NamesFormat func(verb, output string) bool
	// Variables are those of the environment that go before a setting, by its flag.
	Variables map[string]string
}

// Apply sets the flags of a verb that nobody set: from the file beside the first
// list, then from the user's. It gives the paths of the files, in that order, and
// lets the guard know of them.
func Apply(c *cobra.Command, args []string, guard *files.Guard, r Rules) (paths []string, err error) {
	found, err := find(c, args, guard)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		if err := f.Check(c.Root(), r); err != nil {
			return nil, err
		}
		if err := f.Apply(c, r); err != nil {
			return nil, err
		}
		paths = append(paths, f.Path)
	}
	return paths, nil
}

// Apply sets the flags of a verb that nobody has set so far.
func (f *File) Apply(c *cobra.Command, r Rules) error {
	set := map[string]bool{}
	c.Flags().Visit(func(flag *pflag.Flag) { set[flag.Name] = true })
	for _, x := range f.settings {
		flag := c.Flags().Lookup(x.flag)
		if flag == nil || set[x.flag] || !x.holds(c, r) {
			continue
		}
		if err := f.set(c.Flags(), flag, x); err != nil {
			return usage.Errorf("%s: %s: %w", f.at(x), x.flag, err)
		}
		set[x.flag] = true
	}
	return nil
}

// holds reports whether the setting is for this run of a verb. What was said on
// the command line or in the environment goes before it.
func (x setting) holds(c *cobra.Command, r Rules) bool {
	verb := verbOf(c)
	if x.verb != "" && x.verb != verb || os.Getenv(r.Variables[x.flag]) != "" {
		return false
	}
	given := func(flag string) bool { return c.Flags().Lookup(flag) != nil && c.Flags().Changed(flag) }
	answer := slices.Contains([]string{"format", "output", "merges"}, x.flag)
	if answer && (given("fix") || verb == "fetch" && !given("plan")) {
		return false // there is no answer
	}
	if x.flag == "wide" && given("format") {
		return false // what programs read has all columns
	}
	if x.flag != "format" {
		return true
	}
	if given("output") && r.NamesFormat(verb, c.Flags().Lookup("output").Value.String()) {
		return false
	}
	return x.verb != "" || len(x.values) == 1 && slices.Contains(r.Formats(verb), x.values[0])
}

// set sets a flag and keeps with it where its value comes from.
func (f *File) set(flags *pflag.FlagSet, flag *pflag.Flag, x setting) error {
	if _, many := flag.Value.(pflag.SliceValue); x.list && !many {
		return errors.New("want one value, not a list of them")
	}
	for _, value := range x.values {
		value, err := f.file(x.flag, value)
		if err != nil {
			return err
		}
		if err := flags.Set(x.flag, value); err != nil {
			return teach(flag, value, err)
		}
	}
	return flags.SetAnnotation(x.flag, setAt, []string{f.at(x)})
}

// setAt is the annotation of a flag that a file has set: its place there.
const setAt = "setting"

// SetByFile reports whether a flag, which may be nil, has its value from a file.
func SetByFile(flag *pflag.Flag) bool { return flag != nil && len(flag.Annotations[setAt]) > 0 }

// Blame puts before an error about a flag the place in the file that set it.
func Blame(c *cobra.Command, err error) error {
	var wrong *usage.Error
	if !errors.As(err, &wrong) {
		return err
	}
	named, _, _ := strings.Cut(err.Error(), " ")
	named = strings.TrimRight(named, ":")
	c.Flags().Visit(func(flag *pflag.Flag) {
		if SetByFile(flag) && slices.Contains([]string{"--" + flag.Name, "-" + flag.Shorthand}, named) {
			err = usage.Errorf("%s: %w", flag.Annotations[setAt][0], err)
		}
	})
	return err
}
