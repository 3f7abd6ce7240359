package main

import (
	"io"
	"strings"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
	"citemap/render"
)

// A session is one run of the command: its streams, its files, the flags that all
// verbs share, and the service that they ask. What one verb wants is an argument.
type session struct {
	self    string // this program
	stdin   io.Reader
	stdout  io.Writer
	console *console.Console // stderr
	files   files.Guard
	flags   sharedFlags
	service *service.Service // there once the flags are known
}

func newSession(self string, stdin io.Reader, stdout, stderr io.Writer) *session {
	return &session{self: self, stdin: stdin, stdout: stdout, console: console.New(stderr)}
}

// editing is what lists are changed with in this run.
func (s *session) editing() edit.Run {
	return edit.Run{In: s.stdin, Out: s.stdout, Console: s.console, Files: &s.files, From: s.flags.service.From}
}

// interrupted says what there is of a run that was interrupted: whether anybody
// was asked, and which files were written.
func interrupted(asked bool, written []string) string {
	said := "interrupted"
	if asked {
		said += "; what was fetched is in the library, the same command goes on from there"
	}
	switch {
	case len(written) > 0:
		said += "; written before that: " + strings.Join(written, ", ")
	case !asked:
		said += "; nothing was fetched or written"
	}
	return render.Clean(said)
}
