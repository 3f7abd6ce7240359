// Package files is the one door through which the command writes. It knows every
// file that the run reads, under whatever name, and puts nothing in its place;
// what it writes is there whole or not at all.
package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A Guard knows what a run reads and what it has written. The zero value knows
// of nothing.
type Guard struct {
	inputs  []input
	unnamed []string // outputs whose names nobody gave
	written []string
}

// An input is a file that is read.
type input struct {
	name string
	real string      // where it was, behind all links; "" where it was not there
	info fs.FileInfo // nil where it was not there, or of standard input
}

// Reads notes that the file of that name is read in this run. It may be noted
// before it is opened, and need not be there yet: it is known by its place then.
func (g *Guard) Reads(name string) {
	in := input{name: name}
	if info, err := os.Stat(name); err == nil {
		in.info = info
		in.real, _ = filepath.EvalSymlinks(name)
	}
	g.inputs = append(g.inputs, in)
}

// ReadsOpen notes that an open file, such as standard input, is read in this
// run.
func (g *Guard) ReadsOpen(f *os.File, name string) {
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		g.inputs = append(g.inputs, input{name: name, info: info})
	}
}

// Written gives the names of the files written so far.
func (g *Guard) Written() []string { return slices.Clone(g.written) }

// An InputError is an output that is a file which the run reads.
type InputError struct{ Output, Input string }

func (e *InputError) Error() string {
	return fmt.Sprintf("%s: would overwrite %s, which this run reads; name another file", e.Output, e.Input)
}

// Check finds what keeps the file of that name from being written: that it is
// read in this run, that it is read-only or a folder, or that its folder is not
// there. A file that can be written may yet fail to be.
func (g *Guard) Check(name string) error {
	info, err := os.Stat(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault(name, err)
	}
	if read := g.inputAt(name, info); read != "" {
		return &InputError{Output: name, Input: read}
	}
	if info == nil {
		_, err := os.Stat(filepath.Dir(name))
		return fault(name, err)
	}
	return writable(name, info)
}

// CheckUnnamed does what Check does for a name that the user has not given, such
// as that of a report. There it may not be a link, which leads to a file that
// nobody spoke of. Save heeds this too.
func (g *Guard) CheckUnnamed(name string) error {
	g.unnamed = append(g.unnamed, name)
	if err := noLink(name); err != nil {
		return err
	}
	return g.Check(name)
}

// MayRewrite finds what keeps a file from being rewritten where it lies.
func (g *Guard) MayRewrite(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return fault(name, err)
	}
	return writable(name, info)
}

func noLink(name string) error {
	info, err := os.Lstat(name)
	if err != nil || info.Mode().IsRegular() || info.IsDir() {
		return nil
	}
	if target, err := os.Readlink(name); err == nil {
		return fmt.Errorf("write %s: it is a symbolic link to %s", name, target)
	}
	return fmt.Errorf("write %s: it is not a regular file", name)
}

// inputAt gives the input that lies at a name, under whatever name of its own, ""
// where none does. info is what is there; nil is nothing.
func (g *Guard) inputAt(name string, info fs.FileInfo) string {
	if info != nil && !info.Mode().IsRegular() {
		return ""
	}
	for _, in := range g.inputs {
		now, err := os.Stat(in.name)
		switch {
		case info == nil && err != nil && in.info == nil && samePlace(name, in.name):
			return in.name
		case info != nil && (in.info != nil && os.SameFile(info, in.info) || err == nil && os.SameFile(info, now)):
			return in.name
		}
	}
	return ""
}

// samePlace reports whether two files that are not there would be one.
func samePlace(a, b string) bool {
	wholeA, errA := filepath.Abs(a)
	wholeB, errB := filepath.Abs(b)
	if errA == nil && errB == nil && wholeA == wholeB {
		return true // their folder may not be there either
	}
	inA, errA := os.Stat(filepath.Dir(a))
	inB, errB := os.Stat(filepath.Dir(b))
	return errA == nil && errB == nil && filepath.Base(a) == filepath.Base(b) && os.SameFile(inA, inB)
}

// writable finds what keeps a file that is there from being replaced: its folder
// may allow that where the file itself does not.
func writable(name string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return fault(name, errors.New("is a folder"))
	case !info.Mode().IsRegular():
		return nil // a device says so itself, and a pipe would wait to be opened
	case info.Mode().Perm()&0o222 == 0:
		return fault(name, errors.New("is read-only"))
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fault(name, err)
	}
	return fault(name, f.Close())
}

// fault says which file an error is about, and leaves out the names that a system
// error has of its own: they may be temporary.
func fault(name string, err error) error {
	if err == nil {
		return nil
	}
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("write %s: %w", name, err)
}

// Cause is what is wrong, without the name that a system error has before it.
func Cause(err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
