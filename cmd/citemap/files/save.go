package files

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Save writes the file of that name, once Check finds nothing against it, and puts
// it in its place when it is whole: whoever opens it finds the old or the new
// one. A file that was there keeps its mode, a symbolic link to one that the user
// named stays one; a new file has the mode that umask leaves. A device or a pipe is written to
// as it is. An error of write is given as it is, and then nothing is written.
func (g *Guard) Save(name string, write func(io.Writer) error) error {
	if slices.Contains(g.unnamed, name) {
		if err := noLink(name); err != nil {
			return err
		}
	}
	if err := g.Check(name); err != nil {
		return err
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		info, err = nil, replace(name, nil, write)
	case !info.Mode().IsRegular():
		err = pour(name, write)
	default:
		err = replaceBehind(name, info, write)
	}
	if err == nil {
		g.written = append(g.written, name)
	}
	return err
}

// Rewrite puts new text in the place of a file's old one. This is how an input is
// changed that the user has asked to be changed, in it or in the file that it
// links to. It leaves alone a file that may not be written, that has changed
// since old was read, or that now lies elsewhere than when Reads noted it. old
// is nil where there was no file; then one is made.
func (g *Guard) Rewrite(name string, old, text []byte) error {
	write := func(w io.Writer) error { _, err := w.Write(text); return err }
	var err error
	if old == nil {
		if err := noLink(name); err != nil {
			return err
		}
		if _, there := os.Lstat(name); there == nil {
			return changed(name)
		}
		err = replace(name, nil, write)
	} else {
		err = g.rewrite(name, old, write)
	}
	if err == nil {
		g.written = append(g.written, name)
	}
	return err
}

// Remove takes away a file that this run made and nobody has changed since: it holds
// text, and is no link.
func (g *Guard) Remove(name string, text []byte) error {
	if err := noLink(name); err != nil {
		return err
	}
	now, err := os.ReadFile(name)
	if err != nil {
		return fault(name, err)
	}
	if !slices.Contains(g.written, name) || !bytes.Equal(now, text) {
		return changed(name)
	}
	return fault(name, os.Remove(name))
}

func (g *Guard) rewrite(name string, old []byte, write func(io.Writer) error) error {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return fault(name, err)
	}
	for _, in := range g.inputs {
		if in.name == name && in.real != "" && in.real != real {
			return fmt.Errorf("%s: now leads to another file than when it was read: nothing was written", name)
		}
	}
	info, err := os.Stat(real)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("is not a regular file")
	}
	if err != nil {
		return fault(name, err)
	}
	if err := writable(real, info); err != nil {
		return err
	}
	now, err := os.ReadFile(real)
	if err != nil {
		return fault(name, err)
	}
	if !bytes.Equal(now, old) {
		return changed(name)
	}
	return replace(real, info, write)
}

func changed(name string) error {
	return fmt.Errorf("%s: was changed by another program: nothing was written", name)
}

// pour writes to a device or a pipe what could be made whole.
func pour(name string, write func(io.Writer) error) error {
	var whole bytes.Buffer
	if err := write(&whole); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fault(name, err)
	}
	_, err = f.Write(whole.Bytes())
	return fault(name, errors.Join(err, f.Close()))
}

// replaceBehind replaces the file that a name leads to.
func replaceBehind(name string, info fs.FileInfo, write func(io.Writer) error) error {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return fault(name, err)
	}
	return replace(real, info, write)
}

// replace writes a file beside the one at path, which is info, and renames it;
// info is nil where there is none.
func replace(path string, info fs.FileInfo, write func(io.Writer) error) error {
	f, err := beside(path, info)
	if err != nil {
		return fault(path, err)
	}
	defer os.Remove(f.Name())
	out := &disk{f: f}
	b := bufio.NewWriterSize(out, 1<<16)
	err = write(b)
	if err == nil {
		err = b.Flush()
	}
	if out.err != nil {
		err = fault(path, out.err)
	}
	if err == nil && info != nil {
		err = fault(path, keep(f, info))
	}
	if closed := fault(path, f.Close()); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return fault(path, os.Rename(f.Name(), path))
}

// A disk keeps the first error of the file itself, to be told from those of
// whoever writes.
type disk struct {
	f   *os.File
	err error
}

func (d *disk) Write(b []byte) (n int, err error) {
	if d.err == nil {
		n, d.err = d.f.Write(b)
	}
	return n, d.err
}

// beside makes a new file in the folder of another, with the mode that umask
// leaves a new file, or with no more than that of the other, which is info.
func beside(path string, info fs.FileInfo) (*os.File, error) {
	mode := fs.FileMode(0o666)
	if info != nil {
		mode = info.Mode().Perm()
	}
	for n := os.Getpid(); ; n++ {
		f, err := os.OpenFile(filepath.Join(filepath.Dir(path), fmt.Sprintf(".citemap-%d", n)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// keep gives a new file the mode and, where that is allowed, the owner of the one
// that it takes the place of, and has it on the disk before that is gone.
func keep(f *os.File, info fs.FileInfo) error {
	keepOwner(f, info)
	if err := f.Chmod(info.Mode().Perm()); err != nil {
		return err
	}
	return f.Sync()
}
