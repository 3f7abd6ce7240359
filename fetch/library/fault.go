package library

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// A refusal is a file that cannot be the library.
type refusal struct{ path, what, way string }

func (e *refusal) Error() string {
	return fmt.Sprintf("library %s %s: %smove it away or give another --library", e.path, e.what, e.way)
}

func (l *Library) refuse(what string) error { return &refusal{path: l.path, what: what} }

func refused(err error) bool {
	var e *refusal
	return errors.As(err, &e)
}

// fault names the library in an error of SQLite; a file that turns out to be
// damaged is told from one that cannot be read now.
func (l *Library) fault(verb string, err error) error {
	if err == nil || refused(err) {
		return err
	}
	switch code(err) {
	case sqliteReadOnly:
		return fmt.Errorf("%s library %s: no permission to write to it: use --offline, or another --library", verb, l.path)
	case sqliteCorrupt, sqliteNotADB:
		return l.refuse(fmt.Sprintf("is damaged (%v)", err))
	}
	return fmt.Errorf("%s library %s: %w", verb, l.path, err)
}

// Primary result codes of SQLite, https://sqlite.org/rescode.html.
const (
	sqliteBusy     = 5
	sqliteReadOnly = 8
	sqliteCorrupt  = 11
	sqliteNotADB   = 26
)

// code gives the primary result code of an error of SQLite, else 0.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

func busy(err error) bool { return code(err) == sqliteBusy }
