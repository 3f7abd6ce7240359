// Package library keeps what sources answered: the library, a SQLite file in
// front of a fetch.Source, and snapshots, a corpus frozen in one file. Both
// hold papers in one form, the line of a snapshot.
package library

import (
	"database/sql"
	"time"
)

// A Library is the store of what was fetched, across runs. Its methods may be
// called by several goroutines, and several processes may have it open.
// Whatever it was given is there after a crash, whole or not at all.
type Library struct {
	path    string
	db      *sql.DB
	options Options
	damage  damage
}

// Options say how long answers are good for; the zero value is useful. Refresh
// bounds all of them, and an answer of a time to come is good for nothing: a
// clock was wrong.
type Options struct {
	Refresh time.Duration // how old an answer may be before its paper is asked for again; 0: 30 days
	Missing time.Duration // how long a paper that was not found is not asked for again; 0: 7 days
	Failed  time.Duration // how long a reference list that could not be had is not asked for again; 0: 1 day

	// Offline asks no source and answers from the library alone, whatever the
	// age of an answer. A library that is not there is an empty one, and is
	// not made.
	Offline bool

	Now func() time.Time // nil: time.Now
}

const usualRefresh = 30 * 24 * time.Hour

// Close closes the library. Everything is stored by then.
func (l *Library) Close() error { return l.db.Close() }

// Damaged names the records that were met and could not be read, sorted.
func (l *Library) Damaged() []string { return l.damage.names() }
