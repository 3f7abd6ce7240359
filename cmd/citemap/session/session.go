// Package session is one run of the command: its streams, the flags that all verbs
// share, its files, and how an answer is written and a run ends. The verbs stand on it,
// and it knows none of them.
package session

import (
	"io"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
)

// A Program is this program.
type Program struct {
	Path    string // where it is, to be run again; "": nobody knows
	Version string
	Args    []string // what it was called with
}

// A Session is one run of the command. What one verb wants is no part of it: that is
// an argument.
type Session struct {
	Program Program
	Stdin   io.Reader
	Stdout  io.Writer
	Console *console.Console // stderr
	Files   files.Guard
	Flags   Flags
	Service *service.Service // there once the flags are known
}

// New makes a session of a program and its streams.
func New(p Program, stdin io.Reader, stdout, stderr io.Writer) *Session {
	return &Session{Program: p, Stdin: stdin, Stdout: stdout, Console: console.New(stderr)}
}

// Editing is what lists are changed with in this run.
func (s *Session) Editing() edit.Run {
	return edit.Run{In: s.Stdin, Out: s.Stdout, Console: s.Console, Files: &s.Files, From: s.Flags.Service.From}
}
