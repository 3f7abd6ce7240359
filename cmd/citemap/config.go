package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A config is a file of settings: keys named as flags, and tables of them named
// as verbs.
type config struct {
	path     string
	beside   bool // it lies beside a list, and so may be anybody's
	settings []setting
}

// listConfig is what a file of settings beside a list is called.
const listConfig = "citemap.toml"

// takeSettings has every verb take its settings before it looks at its
// arguments, and name the file where one of them was wrong.
func (s *session) takeSettings(root *cobra.Command) {
	for _, c := range append(verbs(root), root) {
		args, run := c.Args, c.RunE
		c.Args = func(c *cobra.Command, given []string) error {
			if c == root && len(given) == 0 {
				return nil // help is for those with a wrong file, too
			}
			if err := s.configure(c, given); err != nil {
				return err
			}
			return args(c, given)
		}
		c.RunE = func(c *cobra.Command, given []string) error {
			if err := s.guard(c, given); err != nil {
				return blame(c, err)
			}
			return blame(c, run(c, given))
		}
	}
}

// configure sets the flags of a verb that nobody set: from the file beside the
// first list, then from the user's.
func (s *session) configure(c *cobra.Command, args []string) error {
	files, err := s.configs(c, args)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := f.check(c.Root()); err != nil {
			return err
		}
		if err := f.apply(c); err != nil {
			return err
		}
		url := c.Flags().Lookup("api-url")
		s.urlOfFile = url != nil && len(url.Annotations[settingAt]) > 0
	}
	for _, f := range files {
		if s.flags.verbose {
			s.say("settings: %s", f.path)
		}
	}
	return nil
}

// configs reads the files that there are, the most particular first.
func (s *session) configs(c *cobra.Command, args []string) ([]*config, error) {
	var files []*config
	if len(args) > 0 && args[0] != "-" {
		path := filepath.Join(filepath.Dir(args[0]), listConfig)
		s.files.Reads(path)
		f, err := readConfig(path, true)
		if err == nil {
			files = append(files, f)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	path, named := s.ownConfig(c)
	if path == "" {
		return files, nil
	}
	s.files.Reads(path)
	f, err := readConfig(path, false)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return files, nil
	}
	return append(files, f), err
}

// ownConfig gives the user's file, "" for none, and whether it was named.
func (s *session) ownConfig(c *cobra.Command) (path string, named bool) {
	path, named = os.Getenv("CITEMAP_CONFIG"), true
	if c.Flags().Changed("config") {
		path = s.flags.config
	} else if path == "" {
		folder, err := os.UserConfigDir()
		if err != nil {
			return "", false // no home, no settings
		}
		path, named = filepath.Join(folder, "citemap", "config.toml"), false
	}
	if path == "none" {
		path = ""
	}
	return path, named
}

// largest is how many bytes a file of settings may have.
const largest = 64 << 10

// readConfig reads a file of settings.
func readConfig(path string, beside bool) (*config, error) {
	fail := func(err error) (*config, error) { return nil, fmt.Errorf("read settings %s: %w", path, cause(err)) }
	info, err := os.Stat(path)
	if err != nil {
		return fail(err)
	}
	if beside && !info.Mode().IsRegular() || info.IsDir() {
		return fail(errors.New("is no regular file")) // a device would never end
	}
	in, err := os.Open(path)
	if err != nil {
		return fail(err)
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, largest+1))
	if err != nil {
		return fail(err)
	}
	if len(text) > largest {
		return fail(fmt.Errorf("has more than %d kB, which no file of settings needs", largest>>10))
	}
	settings, err := parseSettings(path, text)
	return &config{path: path, beside: beside, settings: settings}, err
}

// apply sets the flags that nobody has set so far.
func (f *config) apply(c *cobra.Command) error {
	set := map[string]bool{}
	c.Flags().Visit(func(flag *pflag.Flag) { set[flag.Name] = true })
	for _, x := range f.settings {
		flag := c.Flags().Lookup(x.flag)
		if flag == nil || set[x.flag] || !x.holds(c) {
			continue
		}
		if err := f.set(c.Flags(), flag, x); err != nil {
			return usagef("%s: %s: %w", f.at(x), x.flag, err)
		}
		set[x.flag] = true
	}
	return nil
}

func (f *config) at(x setting) string { return fmt.Sprintf("%s:%d", f.path, x.line) }

// set sets a flag and keeps with it where its value comes from.
func (f *config) set(flags *pflag.FlagSet, flag *pflag.Flag, x setting) error {
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
	return flags.SetAnnotation(x.flag, settingAt, []string{f.at(x)})
}

// settingAt is the annotation of a flag that a file has set: its place there.
const settingAt = "setting"

// blame puts before an error about a flag the place in the file that set it.
func blame(c *cobra.Command, err error) error {
	var usage *usageError
	if !errors.As(err, &usage) {
		return err
	}
	named, _, _ := strings.Cut(err.Error(), " ")
	named = strings.TrimRight(named, ":")
	c.Flags().Visit(func(flag *pflag.Flag) {
		if at := flag.Annotations[settingAt]; len(at) > 0 && slices.Contains([]string{"--" + flag.Name, "-" + flag.Shorthand}, named) {
			err = usagef("%s: %w", at[0], err)
		}
	})
	return err
}
