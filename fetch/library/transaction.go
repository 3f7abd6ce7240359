package library

import (
	"context"
	"database/sql"
	"time"
)

// write runs f in a transaction of its own. It is carried through even where
// ctx is done: what an interrupted run was answered is kept. But nobody waits
// then for another process that writes just now.
func (l *Library) write(ctx context.Context, db beginner, f func(*sql.Tx) error) error {
	var tx *sql.Tx
	for waited := time.Duration(0); ; waited += patienceOfSQLite {
		var err error
		if tx, err = db.BeginTx(context.WithoutCancel(ctx), nil); err == nil {
			break
		}
		if !busy(err) || ctx.Err() != nil || waited >= patienceWithOthers {
			return l.fault("write", err)
		}
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return l.fault("write", err)
	}
	return l.fault("write", tx.Commit())
}

// How long SQLite waits for a lock of another process, and how long we do.
const (
	patienceOfSQLite   = 500 * time.Millisecond
	patienceWithOthers = 30 * time.Second
)

// A beginner is a database or one connection to it.
type beginner interface {
	BeginTx(context.Context, *sql.TxOptions) (*sql.Tx, error)
}

// asOneReading runs f in a transaction, so that all it reads is of one moment.
func (l *Library) asOneReading(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := l.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return l.fault("read", err)
	}
	defer tx.Rollback()
	return l.fault("read", f(tx))
}

// A queryer is a database or a transaction.
type queryer interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	QueryRowContext(context.Context, string, ...any) *sql.Row
}
