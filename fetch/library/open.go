package library

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Open opens the library in a file, and makes the file and its folders where
// they are not there. A file that is no library, a damaged one or one of a
// newer citemap is an error that names it, and stays as it is.
func Open(path string, o Options) (*Library, error) {
	o.Refresh = cmp.Or(o.Refresh, usualRefresh)
	o.Missing = min(cmp.Or(o.Missing, 7*24*time.Hour), o.Refresh)
	o.Failed = min(cmp.Or(o.Failed, 24*time.Hour), o.Refresh)
	if o.Now == nil {
		o.Now = time.Now
	}
	l := &Library{path: path, options: o}
	address, err := l.address()
	if err != nil {
		return nil, err
	}
	err = l.open(address)
	if err != nil && o.Offline && !refused(err) {
		// In a folder that may not be written in, SQLite reads only what it
		// may take for unchanging.
		err = l.open(address + "&immutable=1")
	}
	if err != nil {
		return nil, err
	}
	return l, nil
}

func (l *Library) open(address string) error {
	var err error
	if l.db, err = sql.Open("sqlite", address); err != nil {
		return l.fault("open", err)
	}
	if strings.HasPrefix(address, inMemory) {
		l.db.SetMaxOpenConns(1) // every connection to memory is a database of its own
	}
	if err := l.prepare(context.Background()); err != nil {
		l.db.Close()
		return err
	}
	l.lookOver(context.Background())
	return nil
}

const (
	inMemory = "file::memory:"

	// pragmas of every connection. None of them changes the file.
	pragmas = "?_txlock=immediate&_pragma=busy_timeout(500)&_pragma=foreign_keys(1)&_pragma=synchronous(NORMAL)"
)

// address gives SQLite's address of the library, once a look at the file has
// shown that SQLite may have it.
func (l *Library) address() (string, error) {
	missing, err := l.look()
	if err != nil {
		return "", err
	}
	if missing && l.options.Offline {
		return inMemory + pragmas, nil
	}
	if missing {
		if err := l.makeFile(); err != nil {
			return "", err
		}
	}
	whole, err := filepath.Abs(l.path)
	if err != nil {
		return "", fmt.Errorf("open library %s: %w", l.path, err)
	}
	slashed := "/" + strings.TrimPrefix(filepath.ToSlash(whole), "/")
	return (&url.URL{Scheme: "file", Path: slashed}).String() + pragmas, nil
}

// look reports whether there is no file yet, and refuses what is no SQLite
// file without handing it to SQLite.
func (l *Library) look() (missing bool, err error) {
	at, err := os.Stat(l.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, fmt.Errorf("open library: %w", err)
	case at.IsDir():
		return false, fmt.Errorf("library %s is a folder: name a file with --library", l.path)
	case !at.Mode().IsRegular():
		return false, fmt.Errorf("library %s is not a file: use another --library", l.path)
	}
	f, err := os.Open(l.path)
	if err != nil {
		return false, fmt.Errorf("open library: %w", err)
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head, err := io.ReadAll(io.LimitReader(f, int64(len(magic))))
	if err != nil {
		return false, fmt.Errorf("read library %s: %w", l.path, err)
	}
	if len(head) > 0 && !bytes.Equal(head, []byte(magic)) {
		return false, l.refuse("is not a library but some other file")
	}
	return false, nil
}

// makeFile makes an empty file for SQLite to fill, so that it and SQLite's
// files beside it belong to the user alone.
func (l *Library) makeFile() error {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return fmt.Errorf("make the folder of library %s: %w", l.path, err)
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("make library: %w", err)
	}
	return f.Close()
}

// quicklyRead is how large a library may be, in bytes, to be looked over each
// time it is opened: that takes a tenth of a second. Larger ones are when
// somebody asks for it.
const quicklyRead = 32 << 20

// lookOver notes what is wrong with the file of a library that is not large.
// What keeps it from being read is for the questions themselves to say.
func (l *Library) lookOver(ctx context.Context) {
	var pages, size int64
	if l.db.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages) != nil || l.db.QueryRowContext(ctx, "PRAGMA page_size").Scan(&size) != nil || pages*size > quicklyRead {
		return
	}
	found, _ := faultsOfFile(ctx, l.db, 1)
	for _, what := range found {
		l.damage.add(what)
	}
}
