// Package cachedir keeps go-graphviz's compiled code in a folder of the user's
// own. go-graphviz compiles itself while packages are initialised and stores
// the result under $TMPDIR/go-graphviz, a path that anyone on the machine can
// foresee and fill. Packages are initialised in the order of their
// import paths where their imports allow it, so this one, which imports no
// package of others, comes first and points TMPDIR elsewhere for that while.
//
// This is the one thing the program does before main.
package cachedir

import (
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

// redirect points the variable that os.TempDir reads at a folder which only the user may
// enter. Where there is no such folder everything stays as it is: drawing
// works all the same.
func redirect() setting {
	s := setting{name: "TMPDIR"}
	if runtime.GOOS == "windows" {
		s.name = "TMP"
	}
	s.value, s.set = os.LookupEnv(s.name)
	if dir, err := private(); err == nil {
		s.moved = os.Setenv(s.name, dir) == nil
	}
	return s
}

// private makes the folder and sees to it that no one else can write to it.
func private() (string, error) {
	root, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, "citemap")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	return dir, os.Chmod(dir, 0o700)
}

// Restore puts TMPDIR back to what the user has set. main calls it first.
// Calling it again does nothing more.
func Restore() {
	switch {
	case !before.moved:
	case before.set:
		os.Setenv(before.name, before.value)
	default:
		os.Unsetenv(before.name)
	}
	before.moved = false
}
