package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// cause is what is wrong, without the name that a system error has before it.
func cause(err error) error {
	switch e := err.(type) {
	case *os.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}

// say tells the user something on stderr, unless told to be quiet.
func (s *session) say(format string, args ...any) {
	if !s.flags.quiet {
		s.bar.aside(func() { fmt.Fprintf(s.stderr, "%s\n", uncommanded(fmt.Sprintf(format, cleaned(args)...))) })
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
