package session

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/usage"
)

// mayWrite finds what keeps an output that the user has named from being written.
func (s *Session) mayWrite(name string) error {
	if name == "" || name == "-" {
		return nil
	}
	return asUsage(s.Files.Check(name))
}

// MayWriteUnnamed does so for one that the user has not named: there it may not be
// a link. way says how to name another.
func (s *Session) MayWriteUnnamed(name, way string) error {
	err := s.Files.CheckUnnamed(name)
	var input *files.InputError
	if err == nil || errors.As(err, &input) {
		return asUsage(err)
	}
	return fmt.Errorf("%w: %s", err, way)
}

// asUsage makes an output that is an input a wrong command line.
func asUsage(err error) error {
	var input *files.InputError
	if errors.As(err, &input) {
		return usage.Errorf("-o %w", err)
	}
	return err
}

// Deliver writes an answer to the file of that name, or to stdout where the
// name is empty. Nothing is written unless the whole answer could be made.
func (s *Session) Deliver(name string, write func(io.Writer) error) error {
	if name != "" && name != "-" {
		return asUsage(s.Files.Save(name, write))
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	_, err := s.Stdout.Write(b.Bytes())
	return err
}
