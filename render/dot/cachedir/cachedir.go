// Package cachedir keeps go-graphviz's compiled code in a folder of the user's
// own. go-graphviz compiles itself while packages are initialised, stores the
// result under $TMPDIR/go-graphviz, a path that anyone on the machine can
// foresee and fill, and runs what it finds there. Packages are initialised in
// the order of their import paths where their imports allow it, so this one,
// which imports no package of others, comes first and points TMPDIR elsewhere
// for that while: at a folder that nobody but the user can have written to, or,
// where there is none, at one that cannot be, so that nothing is stored and
// nothing read.
//
// Loading that code takes two thirds of what a command takes that does nothing, such as
// citemap --version: some 30 of 45 milliseconds, in an init of go-graphviz that nobody can
// put off but by a second program or a changed go-graphviz.
//
// This is the one thing the program does before main.
package cachedir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// before is what TMPDIR was.
var before = redirect()

type setting struct {
	name, value string
	set, moved  bool
}

// nowhere is a folder that nobody can make: go-graphviz compiles itself anew
// then, which takes about a second.
const nowhere = os.DevNull + string(filepath.Separator) + "citemap"

// redirect points the variable that os.TempDir reads at a folder that only the
// user has written to, or nowhere.
func redirect() setting {
	s := setting{name: "TMPDIR"}
	if runtime.GOOS == "windows" {
		s.name = "TMP"
	}
	s.value, s.set = os.LookupEnv(s.name)
	dir, err := private(os.UserCacheDir())
	if err != nil {
		dir = nowhere
	}
	s.moved = os.Setenv(s.name, dir) == nil
	return s
}

// private gives the folder citemap in root, which it makes where it is not
// there. An error means that it is not certain that only the user, or the
// machine's administrator, can have written to it.
func private(root string, err error) (string, error) {
	if err != nil {
		return "", err
	}
	if !filepath.IsAbs(root) {
		return "", errors.New("is relative: whoever made the current folder may have made it")
	}
	dir := filepath.Join(root, "citemap")
	if err := madeSafely(dir); err != nil {
		return "", err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return "", err
	}
	return dir, errors.Join(outOfReach(filepath.Dir(dir)), own(dir), allOwn(filepath.Join(dir, "go-graphviz")))
}

// madeSafely makes a folder and those it lies in, where none of these is
// another's.
func madeSafely(dir string) error {
	there := dir
	for {
		real, err := filepath.EvalSymlinks(there)
		if err == nil {
			if err := outOfReach(real); err != nil || there == dir {
				return err
			}
			return os.MkdirAll(dir, 0o700)
		}
		if !errors.Is(err, fs.ErrNotExist) || there == filepath.Dir(there) {
			return err
		}
		there = filepath.Dir(there)
	}
}

// outOfReach finds a folder on the way from the root to dir, which has no links
// in it, in which another user could put something else in the place of what
// lies there.
func outOfReach(dir string) error {
	for {
		info, err := os.Lstat(dir)
		if err != nil {
			return err
		}
		if !mine(info) && !administrators(info) || open(info) && info.Mode()&fs.ModeSticky == 0 {
			return fmt.Errorf("%s: others can write there", dir)
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
		dir = filepath.Dir(dir)
	}
}

// allOwn finds anything at dir or in it that is not the user's own. That there is
// nothing is well.
func allOwn(dir string) error {
	return filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		return own(path)
	})
}

// own is an error where another user has put there what is at path, or can change
// it, or where it is a link, which may lead to such a thing.
func own(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !mine(info) || open(info) || !info.IsDir() && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is not the user's own", path)
	}
	return nil
}

// Restore puts TMPDIR back to what the user has set, and reports whether it was
// elsewhere. The package that imports go-graphviz calls it while it is
// initialised itself, which is after that.
func Restore() bool {
	moved := before.moved
	switch {
	case !moved:
	case before.set:
		os.Setenv(before.name, before.value)
	default:
		os.Unsetenv(before.name)
	}
	before.moved = false
	return moved
}
