// Package usage is about command lines that ask for something there is not: the
// error that says so, and what was probably meant.
package usage

import "fmt"

// An Error is a command line that asks for something there is not.
type Error struct{ err error }

func (e *Error) Error() string { return e.err.Error() }
func (e *Error) Unwrap() error { return e.err }

// Errorf makes an Error as fmt.Errorf makes errors.
func Errorf(format string, args ...any) error {
	return &Error{fmt.Errorf(format, args...)}
}
