package library

import (
	"context"
	"database/sql"
	"os"
	"time"
)

// Info says how much a library holds.
type Info struct {
	Path           string
	Bytes          int64 // on disk
	Papers         int   // of which anything is known
	WithReferences int   // of those, the ones whose reference list is there, whole or cut
	Missing        int   // ids that the source did not know

	// Oldest and Newest say when the source was asked for what is there; zero
	// where nothing is.
	Oldest, Newest time.Time
}

// Info counts what the library holds.
func (l *Library) Info(ctx context.Context) (Info, error) {
	i := Info{Path: l.path, Bytes: l.bytes()}
	err := l.asOneReading(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT
			(SELECT count(*) FROM (SELECT paper FROM answer WHERE state <> 'unknown' UNION SELECT lower(paper) FROM fact)),
			(SELECT count(DISTINCT paper) FROM answer WHERE state IN ('known', 'cut')),
			(SELECT count(*) FROM (
				SELECT id FROM alias WHERE paper IS NULL UNION SELECT substr(paper, 2) FROM answer WHERE state = 'unknown'
				EXCEPT SELECT id FROM alias WHERE paper IS NOT NULL))`).Scan(&i.Papers, &i.WithReferences, &i.Missing)
		if err != nil {
			return err
		}
		var oldest, newest sql.NullInt64
		err = tx.QueryRowContext(ctx, `SELECT min(asked), max(asked) FROM
			(SELECT asked FROM answer UNION ALL SELECT asked FROM title UNION ALL SELECT asked FROM alias WHERE direct)`).Scan(&oldest, &newest)
		if oldest.Valid {
			i.Oldest, i.Newest = instant(oldest.Int64), instant(newest.Int64)
		}
		return err
	})
	return i, err
}

// bytes adds up the library's file and what is not yet written into it.
func (l *Library) bytes() (sum int64) {
	for _, path := range []string{l.path, l.path + "-wal"} {
		if at, err := os.Stat(path); err == nil {
			sum += at.Size()
		}
	}
	return sum
}

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
