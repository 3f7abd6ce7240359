package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/term"
)

// writeFile writes a file whole or not at all: to a temporary file beside it,
// which is then renamed. A file that was there keeps its mode, a symbolic link
// stays one, and a device or a pipe is written to as it is.
func writeFile(path string, content []byte) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write %s: %w", path, cause(err))
		}
	}()
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return fmt.Errorf("is a folder")
		}
		if !info.Mode().IsRegular() {
			return os.WriteFile(path, content, mode)
		}
		mode = info.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(content)
	if err == nil {
		err = f.Chmod(mode)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// cause takes the temporary file's name out of an error.
func cause(err error) error {
	switch e := err.(type) {
	case *os.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}

// deliver writes an answer to the file of that name, or to stdout where the
// name is empty. Nothing is written unless the whole answer could be made.
func (s *session) deliver(name string, write func(io.Writer) error) error {
	if input := s.inputAt(name); input != "" {
		return usagef("-o %s: would overwrite %s, which was read; name another file", name, input)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	if name == "" || name == "-" {
		_, err := s.stdout.Write(b.Bytes())
		return err
	}
	return writeFile(name, b.Bytes())
}

// inputAt gives the input that is the same file as the output of that name, ""
// where there is none.
func (s *session) inputAt(name string) string {
	out, err := os.Stat(name)
	if err != nil || !out.Mode().IsRegular() {
		return ""
	}
	for _, input := range append([]string{s.flags.snapshot, s.flags.exclFile, s.flags.library}, s.lists...) {
		if info, err := os.Stat(input); err == nil && os.SameFile(info, out) {
			return input
		}
	}
	return ""
}

// say tells the user something on stderr, unless told to be quiet.
func (s *session) say(format string, args ...any) {
	if !s.flags.quiet {
		s.bar.clear()
		fmt.Fprintf(s.stderr, "%s\n", uncommanded(fmt.Sprintf(format, cleaned(args)...)))
	}
}

// terminal gives the width of the terminal that w is, 0 where it is none.
func terminal(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return 80
	}
	return width
}
