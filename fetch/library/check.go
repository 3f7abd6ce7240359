package library

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"citemap/fetch/library/record"
)

// A spoiltRow is a row that cannot be read.
type spoiltRow struct {
	table, name string
	key         []any // of the row
}

// spoilt looks through all records.
func spoilt(ctx context.Context, tx *sql.Tx) ([]spoiltRow, error) {
	facts, bad, err := spoiltFacts(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, table := range []struct{ name, query string }{
		{"answer", "SELECT paper, asked, 1, facts, state, record, around, source FROM answer ORDER BY source, paper, facts"},
		{"title", "SELECT title, asked, record IS NOT NULL, 0, '', record, around, source FROM title ORDER BY source, title"},
	} {
		rows, err := tx.QueryContext(ctx, table.query)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			r := &row{}
			var source int64
			if err := rows.Scan(&r.key, &r.asked, &r.known, &r.facts, &r.state, &r.record, &r.around, &source); err != nil {
				rows.Close()
				return nil, err
			}
			r.of = r.key
			r.decode()
			if r.bad || slices.ContainsFunc(r.numbers, func(n int64) bool { return !facts[n] }) {
				key := []any{source, r.key}
				if table.name == "answer" {
					key = append(key, int(r.facts))
				}
				bad = append(bad, spoiltRow{table.name, r.key, key})
			}
		}
		rows.Close()
		if err := rows.Err(); err != nil {
			return nil, err
		}
	}
	return bad, nil
}

// spoiltFacts gives the numbers of the facts that can be read, and those that
// cannot.
func spoiltFacts(ctx context.Context, tx *sql.Tx) (whole map[int64]bool, bad []spoiltRow, err error) {
	rows, err := tx.QueryContext(ctx, "SELECT n, paper, record FROM fact ORDER BY n")
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	whole = map[int64]bool{}
	for rows.Next() {
		var n int64
		var paper string
		var told sql.RawBytes
		if err := rows.Scan(&n, &paper, &told); err != nil {
			return nil, nil, err
		}
		if _, err := record.Decode(told); err == nil && isFact(n, told) {
			whole[n] = true
			continue
		}
		bad = append(bad, spoiltRow{"fact", paper, []any{n}})
	}
	return whole, bad, rows.Err()
}

// Check looks through the whole library and names what cannot be read, a line
// each: records, and what SQLite finds wrong with its file.
func (l *Library) Check(ctx context.Context) (found []string, err error) {
	err = l.asOneReading(ctx, func(tx *sql.Tx) error {
		bad, err := spoilt(ctx, tx)
		for _, b := range bad {
			found = append(found, fmt.Sprintf("%s of %s", b.table, record.Clean(b.name)))
		}
		if err != nil {
			return err
		}
		wrong, err := faultsOfFile(ctx, tx, 100)
		found = append(found, wrong...)
		return err
	})
	return found, err
}

// faultsOfFile gives what SQLite finds wrong with its file, so many at most: rows
// that an index lacks change answers though each record is whole.
func faultsOfFile(ctx context.Context, db queryer, most int) (found []string, err error) {
	rows, err := db.QueryContext(ctx, fmt.Sprintf("PRAGMA integrity_check(%d)", most))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return found, err
		}
		if text != "ok" {
			found = append(found, "file: "+record.Clean(strings.ReplaceAll(text, "\n", " ")))
		}
	}
	return found, rows.Err()
}

// Repair forgets the records that cannot be read, so that what they held is
// asked for again, and makes the indexes anew. It gives how many were forgotten.
func (l *Library) Repair(ctx context.Context) (int, error) {
	forgotten := 0
	err := l.write(ctx, l.db, func(tx *sql.Tx) error {
		bad, err := spoilt(ctx, tx)
		if err != nil {
			return err
		}
		for _, b := range bad {
			where := map[string]string{"answer": "source = ? AND paper = ? AND facts = ?", "title": "source = ? AND title = ?", "fact": "n = ?"}[b.table]
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+b.table+" WHERE "+where, b.key...); err != nil {
				return err
			}
		}
		forgotten = len(bad)
		_, err = tx.ExecContext(ctx, "REINDEX;"+loose)
		return err
	})
	return forgotten, err
}
