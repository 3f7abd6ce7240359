package library

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"citemap/fetch"
	"citemap/fetch/library/record"
	"citemap/graph"
)

// A kept answer is one that the library has, of whatever age.
type kept struct {
	answer fetch.Answer
	facts  fetch.Facts // what was asked for
}

// find gives the answers to the keys that the library has: those to the
// question itself and to questions for more, by what they were asked for. Who
// does not know a paper knows neither less nor more of it.
func (l *Library) find(ctx context.Context, source string, facts fetch.Facts, keys []string) (map[string][]kept, error) {
	least, most := facts, facts
	if facts <= fetch.Surroundings {
		least, most = fetch.Own, fetch.Surroundings
	}
	found, err := l.read(ctx, `
		SELECT a.id, coalesce(w.asked, a.asked), a.paper IS NOT NULL, coalesce(w.facts, 0), coalesce(w.state, ''), w.record, w.around, coalesce(w.paper, '')
		FROM json_each(?1) AS k
		CROSS JOIN alias AS a ON a.source = (`+sourceNumber+`) AND a.id = k.value
		LEFT JOIN answer AS w ON w.source = a.source AND w.paper = a.paper AND w.facts BETWEEN ?3 AND ?5
		UNION ALL
		SELECT k.value, u.asked, 0, u.facts, '', NULL, NULL, ''
		FROM json_each(?1) AS k
		CROSS JOIN answer AS u ON u.source = (`+sourceNumber+`) AND u.paper = '?' || k.value AND u.facts BETWEEN ?4 AND ?5`,
		asJSON(keys), source, int(facts), int(least), int(most))
	for _, answers := range found { // not in SQL, which would carry all records to and fro
		slices.SortStableFunc(answers, func(a, b kept) int { return cmp.Compare(a.facts, b.facts) })
	}
	return found, err
}

// findTitles gives the answers to titles.
func (l *Library) findTitles(ctx context.Context, source string, _ fetch.Facts, titles []string) (map[string][]kept, error) {
	return l.read(ctx, `
		SELECT t.title, t.asked, t.record IS NOT NULL, 0, '', t.record, t.around, t.title
		FROM json_each(?1) AS k
		CROSS JOIN title AS t ON t.source = (`+sourceNumber+`) AND t.title = k.value
		ORDER BY k.key`, asJSON(titles), source)
}

// read gives the answers of the rows that a query finds.
func (l *Library) read(ctx context.Context, query string, args ...any) (map[string][]kept, error) {
	out := map[string][]kept{}
	err := l.asOneReading(ctx, func(tx *sql.Tx) error {
		found, err := readRows(ctx, tx, query, args...)
		if err != nil {
			return err
		}
		return l.unpack(ctx, tx, found, out)
	})
	return out, err
}

// sourceNumber finds a source by its name; "" is the first there was.
const sourceNumber = "SELECT n FROM source WHERE ?2 IN ('', name) ORDER BY n LIMIT 1"

// A row is an answer as it is stored.
type row struct {
	key    string
	asked  int64
	known  bool // to the source
	facts  fetch.Facts
	state  string
	of     string // the paper or title that the row is about
	record sql.RawBytes
	around sql.RawBytes

	paper   graph.Paper
	numbers []int64 // of the facts around it
	bad     bool    // it cannot be read: as if it were not there
	none    bool    // there is no record: nobody has asked so far
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
		if err := rows.Scan(&r.key, &r.asked, &r.known, &r.facts, &r.state, &r.record, &r.around, &r.of); err != nil {
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
	if r.none = r.record == nil; r.none {
		return
	}
	var err error
	if r.paper, err = record.Decode(r.record); err != nil {
		r.bad = true
	}
	if err := json.Unmarshal(r.around, &r.numbers); err != nil {
		r.bad = true
	}
	if !sumHolds(r.record, r.of, int(r.facts), r.asked, r.state, string(r.around)) {
		r.bad = true
	}
	r.record, r.around = nil, nil
}

// unpack turns rows into answers. One that cannot be read, or lacks a fact, is
// left out.
func (l *Library) unpack(ctx context.Context, tx *sql.Tx, rows []*row, out map[string][]kept) error {
	facts, err := readFacts(ctx, tx, rows)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if !r.known {
			out[r.key] = append(out[r.key], kept{fetch.Answer{Outcome: fetch.Unknown, When: instant(r.asked)}, r.facts})
			continue
		}
		if r.none {
			continue
		}
		around, whole := papersOf(facts, r.numbers)
		if r.bad || !whole {
			l.damage.add(r.key)
			continue
		}
		a := fetch.Answer{Outcome: fetch.Found, Paper: r.paper, Around: around, When: instant(r.asked)}
		out[r.key] = append(out[r.key], kept{answer: a, facts: r.facts})
	}
	return nil
}

// readFacts reads the facts of all rows at once.
func readFacts(ctx context.Context, tx *sql.Tx, rows []*row) (map[int64]graph.Paper, error) {
	facts := map[int64]graph.Paper{}
	var wanted []int64
	for _, r := range rows {
		for _, n := range r.numbers {
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
		var told sql.RawBytes
		if err := found.Scan(&n, &told); err != nil {
			return nil, err
		}
		if p, err := record.Decode(told); err == nil && isFact(n, told) {
			facts[n] = p
		}
	}
	return facts, found.Err()
}

func papersOf(facts map[int64]graph.Paper, numbers []int64) (papers []graph.Paper, whole bool) {
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
