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
			(SELECT count(*) FROM (SELECT paper FROM answer WHERE state <> 'unknown' AND facts <> 9 UNION SELECT lower(paper) FROM fact)),
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
