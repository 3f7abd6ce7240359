// Package edit changes lists: it adds gaps to one, and puts lists right.
package edit

import (
	"io"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
	"citemap/cmd/citemap/usage"
	"citemap/fetch/list"
)

// A Run is what lists are changed with: a person to ask and to show a change to,
// and the files.
type Run struct {
	In      io.Reader // the answers of the person, or the list "-"
	Out     io.Writer
	Console *console.Console
	Files   *files.Guard
	From    list.Format // what the lists are written in
}

// wantFile refuses a paper in the place of a list that is to be changed.
func wantFile(flag, arg string) error {
	if _, is := service.PaperNamed(arg); is {
		return usage.Errorf("%s writes to a list, but %s is a paper: name a file", flag, arg)
	}
	return nil
}
