// Package settings has the flags that nobody set take their values from files: the
// user's own, and one beside the list. A file holds keys named as flags, and tables
// of them named as verbs.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/files"
)

// A File is a file of settings.
type File struct {
	Path string

	beside   bool // it lies beside a list, and so may be anybody's
	settings []setting
}

// besideList is what a file of settings beside a list is called.
const besideList = "citemap.toml"

// Parse reads the settings of a text. The error names the path and the line.
// What lies beside a list may be anybody's, and so may say less: see Check.
func Parse(path string, text []byte, beside bool) (*File, error) {
	settings, err := parse(path, text)
	return &File{Path: path, beside: beside, settings: settings}, err
}

// at is where a setting stands.
func (f *File) at(x setting) string { return fmt.Sprintf("%s:%d", f.Path, x.line) }

// find reads the files that there are for a command line, the most particular
// first, and lets the guard know of them.
func find(c *cobra.Command, args []string, guard *files.Guard) ([]*File, error) {
	var found []*File
	if len(args) > 0 && args[0] != "-" {
		path := filepath.Join(filepath.Dir(args[0]), besideList)
		guard.Reads(path)
		f, err := read(path, true)
		if err == nil {
			found = append(found, f)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	path, named := own(c)
	if path == "" {
		return found, nil
	}
	guard.Reads(path)
	f, err := read(path, false)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return found, nil
	}
	return append(found, f), err
}

// own gives the user's file, "" for none, and whether it was named.
func own(c *cobra.Command) (path string, named bool) {
	path, named = os.Getenv("CITEMAP_CONFIG"), true
	if flag := c.Flags().Lookup("config"); flag != nil && flag.Changed {
		path = flag.Value.String()
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

// read reads a file of settings.
func read(path string, beside bool) (*File, error) {
	fail := func(err error) (*File, error) {
		return nil, fmt.Errorf("read settings %s: %w", path, files.Cause(err))
	}
	info, err := os.Stat(path)
	if err != nil {
		return fail(err)
	}
	if beside && !info.Mode().IsRegular() || info.IsDir() {
		return fail(errors.New("is not a regular file")) // a device would never end
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
		return fail(fmt.Errorf("is larger than %d kB, which no settings file needs", largest>>10))
	}
	return Parse(path, text, beside)
}
