package library

import (
	"context"
	"database/sql"
	"time"
)

// Prune takes the answers out that are older than olderThan, and with them
// what they told of other papers. It gives the number of answers taken out.
func (l *Library) Prune(ctx context.Context, olderThan time.Duration) (int, error) {
	before := l.options.Now().Add(-olderThan).UnixNano()
	var gone int64
	err := l.write(ctx, l.db, func(tx *sql.Tx) error {
		for _, old := range []string{
			"DELETE FROM answer WHERE asked < ?",
			"DELETE FROM title WHERE asked < ?",
			"DELETE FROM alias WHERE paper IS NULL AND asked < ?",
		} {
			result, err := tx.ExecContext(ctx, old, before)
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			gone += n
		}
		_, err := tx.ExecContext(ctx, loose)
		return err
	})
	if err != nil {
		return 0, err
	}
	return int(gone), l.shrink(ctx)
}

// loose takes out what no answer is left to need.
const loose = `
	DELETE FROM alias WHERE paper IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.source = alias.source AND answer.paper = alias.paper);
	DELETE FROM fact WHERE n NOT IN (
		SELECT value FROM answer, json_each(iif(json_valid(around), around, '[]')) UNION
		SELECT value FROM title, json_each(iif(json_valid(around), around, '[]')));`

// shrink gives freed pages back to the disk. While another process reads, it
// does what it can.
func (l *Library) shrink(ctx context.Context) error {
	for _, pragma := range []string{"PRAGMA incremental_vacuum", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		rows, err := l.db.QueryContext(ctx, pragma)
		if err == nil {
			for rows.Next() {
			}
			err = rows.Err()
			rows.Close()
		}
		if err != nil && !busy(err) {
			return l.fault("shrink", err)
		}
	}
	return nil
}
