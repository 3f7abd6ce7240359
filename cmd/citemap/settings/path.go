package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// inputs are the flags that name a file to read. In a file of settings they are
// relative to its folder.
var inputs = []string{"add-to", "exclude-file", "field", "library", "lists", "since", "snapshot"}

// file gives the value of a flag, which for one that names a file is where that
// is: for inputs beside the config, for output in the current folder, for both
// in the home folder behind ~/. Beside a list it is in the list's folder.
func (f *File) file(flag, value string) (string, error) {
	input := slices.Contains(inputs, flag)
	switch {
	case value == "" || !input && flag != "output":
		return value, nil
	case f.beside:
		return f.within(value)
	}
	if rest, home := strings.CutPrefix(value, "~/"); home {
		folder, err := os.UserHomeDir()
		return filepath.Join(folder, rest), err
	}
	if !input || filepath.IsAbs(value) {
		return value, nil
	}
	return filepath.Join(filepath.Dir(f.Path), value), nil
}

// within finds a file, which may be yet to make, in the folder of the config,
// and refuses one that is not: by its name or by a symbolic link.
func (f *File) within(name string) (string, error) {
	folder := filepath.Dir(f.Path)
	outside := fmt.Errorf("%q is outside the list's folder", name)
	if !filepath.IsLocal(name) {
		return "", outside
	}
	if hidden(folder, name) {
		return "", fmt.Errorf("%q is hidden: want a file that is not, since it may be written to", name) // such as .git/hooks
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "", err
	}
	defer root.Close()
	info, err := root.Stat(name)
	if errors.Is(err, os.ErrNotExist) {
		if _, dangling := root.Lstat(name); dangling == nil {
			return "", outside
		}
		info, err = root.Stat(filepath.Dir(name))
		if errors.Is(err, os.ErrNotExist) {
			return filepath.Join(folder, name), nil // told where it is read
		}
	}
	if err != nil {
		return "", outside
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return "", fmt.Errorf("%q is not a file", name)
	}
	return filepath.Join(folder, name), nil
}

// hidden tells whether a file, or what it links to, lies behind a name that begins
// with a dot.
func hidden(folder, name string) bool {
	names := []string{filepath.Clean(name)}
	root, err := filepath.EvalSymlinks(folder)
	if err == nil {
		for _, path := range []string{name, filepath.Dir(name)} {
			if real, err := filepath.EvalSymlinks(filepath.Join(root, path)); err == nil {
				inside, _ := filepath.Rel(root, real)
				names = append(names, inside)
			}
		}
	}
	for _, n := range names {
		for part := range strings.SplitSeq(filepath.ToSlash(n), "/") {
			if strings.HasPrefix(part, ".") && part != "." && part != ".." {
				return true
			}
		}
	}
	return false
}
