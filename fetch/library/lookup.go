package library

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"citemap/fetch"
	"citemap/graph"
)

// A kept answer is one that the library has, of whatever age.
type kept struct {
	answer fetch.Answer
	bare   bool // a paper whose references the source has said nothing of
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

// find gives the answers to the keys that the library has.
func (l *Library) find(ctx context.Context, source string, keys []string) (map[string]kept, error) {
	out := make(map[string]kept, len(keys))
	err := l.asOneReading(ctx, func(tx *sql.Tx) error {
		found, err := readRows(ctx, tx, `
			SELECT a.id, coalesce(w.asked, a.asked), a.paper IS NOT NULL, w.record, w.around
			FROM json_each(?) AS k
			CROSS JOIN alias AS a ON a.source = (`+sourceNumber+`) AND a.id = k.value
			LEFT JOIN answer AS w ON w.source = a.source AND w.paper = a.paper`, asJSON(keys), source)
		if err != nil {
			return err
		}
		return unpack(ctx, tx, found, out)
	})
	return out, err
}

// findTitle gives the answer to a title, if the library has one.
func (l *Library) findTitle(ctx context.Context, source, title string) (k kept, found bool, err error) {
	out := map[string]kept{}
	err = l.asOneReading(ctx, func(tx *sql.Tx) error {
		rows, err := readRows(ctx, tx, `
			SELECT title, asked, record IS NOT NULL, record, around FROM title
			WHERE title = ? AND source = (`+sourceNumber+`)`, title, source)
		if err != nil {
			return err
		}
		return unpack(ctx, tx, rows, out)
	})
	k, found = out[title]
	return k, found, err
}

// sourceNumber finds a source by its name; "" is the first there was.
const sourceNumber = "SELECT n FROM source WHERE ?2 IN ('', name) ORDER BY n LIMIT 1"

// A row is an answer as it is stored.
type row struct {
	key    string
	asked  int64
	known  bool // to the source
	record sql.RawBytes
	around sql.RawBytes

	paper graph.Paper
	facts []int64
	bad   bool // it cannot be read: as if it were not there
}

func readRows(ctx context.Context, tx *sql.Tx, query string, args ...any) ([]*row, error) {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []*row
	for rows.Next() {
		r := &row{}
		if err := rows.Scan(&r.key, &r.asked, &r.known, &r.record, &r.around); err != nil {
			return nil, err
		}
		r.decode()
		out = append(out, r)
	}
	return out, rows.Err()
}

// decode reads what the row says before the next row takes its bytes.
func (r *row) decode() {
	if !r.known {
		return
	}
	var err error
	if r.paper, err = decodePaper(r.record); err != nil {
		r.bad = true
	}
	if err := json.Unmarshal(r.around, &r.facts); err != nil {
		r.bad = true
	}
	r.record, r.around = nil, nil
}

// unpack turns rows into answers. One that cannot be read, or lacks a fact, is
// left out.
func unpack(ctx context.Context, tx *sql.Tx, rows []*row, out map[string]kept) error {
	facts, err := readFacts(ctx, tx, rows)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if !r.known {
			out[r.key] = kept{answer: fetch.Answer{Outcome: fetch.Unknown, When: instant(r.asked)}}
			continue
		}
		around, whole := take(facts, r.facts)
		if r.bad || !whole {
			continue
		}
		a := fetch.Answer{Outcome: fetch.Found, Paper: r.paper, Around: around, When: instant(r.asked)}
		out[r.key] = kept{answer: a, bare: !settled(r.paper.References.State)}
	}
	return nil
}

// readFacts reads the facts of all rows at once.
func readFacts(ctx context.Context, tx *sql.Tx, rows []*row) (map[int64]graph.Paper, error) {
	facts := map[int64]graph.Paper{}
	var wanted []int64
	for _, r := range rows {
		for _, n := range r.facts {
			if _, there := facts[n]; !there {
				facts[n] = graph.Paper{}
				wanted = append(wanted, n)
			}
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	clear(facts)
	found, err := tx.QueryContext(ctx, "SELECT n, record FROM json_each(?) AS k CROSS JOIN fact ON n = k.value", asJSON(wanted))
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		var n int64
		var record sql.RawBytes
		if err := found.Scan(&n, &record); err != nil {
			return nil, err
		}
		if p, err := decodePaper(record); err == nil {
			facts[n] = p
		}
	}
	return facts, found.Err()
}

func take(facts map[int64]graph.Paper, numbers []int64) (papers []graph.Paper, whole bool) {
	for _, n := range numbers {
		p, there := facts[n]
		if !there {
			return nil, false
		}
		papers = append(papers, p)
	}
	return papers, true
}

// asJSON gives the values as an array for json_each, which takes any number of
// them where a statement has only so many places.
func asJSON[T string | int64](values []T) string {
	b, err := json.Marshal(values)
	if err != nil {
		return "[]" // strings and numbers can always be written
	}
	return string(b)
}

// firstSource gives the source that the library was first filled from; ok is
// false where it was filled from none.
func (l *Library) firstSource(ctx context.Context) (p graph.Provenance, ok bool, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT name, licence FROM source ORDER BY n LIMIT 1").Scan(&p.Name, &p.Licence)
	if errors.Is(err, sql.ErrNoRows) {
		return p, false, nil
	}
	return p, err == nil, l.fault("read", err)
}
