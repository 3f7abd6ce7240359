package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
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

// configure sets the flags of a verb that nobody set: from the file beside the
// first list, then from the user's.
func (s *session) configure(c *cobra.Command, args []string) error {
	if c.Hidden || c.Name() == "version" || c.Name() == "help" || c.Name() == "completion" || c.HasParent() && c.Parent().Name() == "completion" {
		return nil // these answer also where the settings are broken
	}
	files, err := s.configs(args)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := f.check(c.Root()); err != nil {
			return err
		}
		if s.flags.verbose {
			s.say("settings: %s", f.path)
		}
		if err := f.apply(c); err != nil {
			return err
		}
	}
	return nil
}

// configs reads the files that there are, the most particular first.
func (s *session) configs(args []string) ([]*config, error) {
	var files []*config
	if len(args) > 0 && args[0] != "-" {
		f, err := readConfig(filepath.Join(filepath.Dir(args[0]), "citemap.toml"), true, false)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	path, named := firstOf(s.flags.config, os.Getenv("CITEMAP_CONFIG")), true
	if path == "" {
		folder, err := os.UserConfigDir()
		if err != nil {
			return present(files), nil // no home, no settings
		}
		path, named = filepath.Join(folder, "citemap", "config.toml"), false
	}
	if path != "none" {
		f, err := readConfig(path, false, named)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return present(files), nil
}

func present(files []*config) []*config {
	return slices.DeleteFunc(files, func(f *config) bool { return f == nil })
}

// readConfig reads a file; nil where there is none and none was named.
func readConfig(path string, beside, named bool) (*config, error) {
	text, err := readSmall(path)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read settings %s: %w", path, cause(err))
	}
	var tree map[string]any
	var wrong *toml.DecodeError
	if err := toml.Unmarshal(text, &tree); errors.As(err, &wrong) {
		line, column := wrong.Position()
		return nil, usagef("%s:%d:%d: %s", path, line, column, strings.TrimPrefix(wrong.Error(), "toml: "))
	} else if err != nil {
		return nil, usagef("%s: %w", path, err)
	}
	f := &config{path: path, beside: beside}
	f.add(string(text), "", tree)
	slices.SortStableFunc(f.settings, func(a, b setting) int { return strings.Compare(b.verb, a.verb) }) // a verb's own first
	return f, nil
}

// mostSettings is how many bytes of settings are read.
const mostSettings = 1 << 20

// readSmall reads a regular file. A device or a pipe of that name, which a
// cloned list may link to, would never end.
func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("is no regular file")
	case info.Size() > mostSettings:
		return nil, fmt.Errorf("is larger than %d bytes", mostSettings)
	}
	return os.ReadFile(path)
}

// add takes up a table, its keys in order.
func (f *config) add(text, verb string, table map[string]any) {
	for _, key := range sorted(table) {
		line := lineOf(text, verb, key)
		if inner, is := table[key].(map[string]any); is && verb == "" {
			f.add(text, key, inner)
			continue
		}
		f.settings = append(f.settings, setting{verb: verb, key: key, flag: flagName(key), values: written(table[key]), line: line})
	}
}

// flagName is what a key is called as a flag.
func flagName(key string) string {
	if key == "n" {
		return "number"
	}
	return key
}

// written gives a value as it would be written for a flag.
func written(value any) []string {
	all, is := value.([]any)
	if !is {
		return []string{fmt.Sprint(value)}
	}
	var out []string
	for _, v := range all {
		out = append(out, fmt.Sprint(v))
	}
	return out
}

// lineOf finds the line of a key, for messages.
func lineOf(text, verb, key string) int {
	table, n := "", 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if name, found := strings.CutPrefix(line, "["); found {
			name, _, _ = strings.Cut(name, "]")
			table = strings.Trim(strings.TrimSpace(name), `"'`)
			if verb == "" && table == key {
				return n
			}
			continue
		}
		name, _, found := strings.Cut(line, "=")
		if found && table == verb && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return n
		}
	}
	return 1
}

// apply sets the flags that nobody has set so far.
func (f *config) apply(c *cobra.Command) error {
	verb := verbOf(c)
	set := map[string]bool{}
	c.Flags().Visit(func(flag *pflag.Flag) { set[flag.Name] = true })
	for _, x := range f.settings {
		flag := c.Flags().Lookup(x.flag)
		if flag == nil || set[x.flag] || x.verb != "" && x.verb != verb || byEnvironment(x.flag) {
			continue
		}
		if x.flag == "format" && (x.verb == "" && !slices.Contains(answers, verb) || set["fix"] || named(c)) {
			continue // what was typed says it, or needs none
		}
		if err := f.set(c, x); err != nil {
			return usagef("%s:%d: %s: %w", f.path, x.line, x.key, err)
		}
		set[x.flag] = true
	}
	return nil
}

// named tells whether the name of the file to write says its format.
func named(c *cobra.Command) bool {
	output := c.Flags().Lookup("output")
	return output != nil && output.Changed && filepath.Ext(output.Value.String()) != ""
}

// verbOf is the verb that settings call a command by.
func verbOf(c *cobra.Command) string {
	if c == c.Root() {
		return "report"
	}
	for c.Parent() != c.Root() {
		c = c.Parent()
	}
	return c.Name()
}

// byEnvironment tells that a variable says what a setting would.
func byEnvironment(flag string) bool { return flag == "api-url" && os.Getenv("CITEMAP_API_URL") != "" }

func (f *config) set(c *cobra.Command, x setting) error {
	if kind := c.Flags().Lookup(x.flag).Value.Type(); len(x.values) != 1 && kind != "stringArray" {
		return fmt.Errorf("want one value, not %d", len(x.values))
	}
	for _, value := range x.values {
		if slices.Contains([]string{"library", "snapshot", "exclude-file"}, x.flag) {
			var err error
			if value, err = f.resolve(value); err != nil {
				return err
			}
		}
		if err := c.Flags().Set(x.flag, value); err != nil {
			return errors.Unwrap(err)
		}
	}
	return nil
}

// resolve finds a file named in a config: beside it, or in the home folder. One
// that lies beside a list names none outside of that folder.
func (f *config) resolve(name string) (string, error) {
	folder := filepath.Dir(f.path)
	if !f.beside {
		if rest, found := strings.CutPrefix(name, "~/"); found {
			home, err := os.UserHomeDir()
			return filepath.Join(home, rest), err
		}
		if filepath.IsAbs(name) {
			return name, nil
		}
		return filepath.Join(folder, name), nil
	}
	path := filepath.Join(folder, name)
	if !filepath.IsLocal(name) || !within(folder, path) {
		return "", fmt.Errorf("%q lies outside of the list's folder", name)
	}
	return path, nil
}

// within tells whether a file, or one that would be made, lies in a folder when
// all links are followed.
func within(folder, path string) bool {
	root, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return false
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		// Nothing is there yet: where it would be is what counts.
		if _, err := os.Lstat(path); err == nil {
			return false // a link to nowhere
		}
		if real, err = filepath.EvalSymlinks(filepath.Dir(path)); err != nil {
			return false
		}
	}
	inside, err := filepath.Rel(root, real)
	return err == nil && filepath.IsLocal(inside)
}

func sorted[V any](m map[string]V) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
