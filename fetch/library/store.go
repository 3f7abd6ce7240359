package library

import (
	"context"
	"database/sql"
	"time"

	"citemap/fetch"
	"citemap/graph"
)

// A batch is what is stored in one transaction: answers of one source.
type batch struct {
	source  graph.Provenance
	papers  []*encoded
	aliases []alias
	unknown []alias
	titles  []titled
}

// An alias is an id that the source was asked for.
type alias struct {
	id    string // its key
	paper string // key of the paper's own id; "" where the source does not know it
	asked int64
	kind  fetch.Facts
}

// A titled answer is what the source matched to a title.
type titled struct {
	title  string
	asked  int64
	answer *encoded // nil: the source knows no such title
}

func (l *Library) store(ctx context.Context, b *batch) error {
	if len(b.aliases)+len(b.unknown)+len(b.titles) == 0 {
		return nil
	}
	return l.write(ctx, l.db, func(tx *sql.Tx) error {
		w := &writing{ctx: context.WithoutCancel(ctx), tx: tx, statements: map[string]*sql.Stmt{}, stored: map[int64]bool{}}
		if w.nameSource(b.source); w.err != nil {
			return w.err
		}
		for _, p := range b.papers {
			w.paper(p)
		}
		for _, a := range b.aliases {
			w.alias(a)
		}
		for _, a := range b.unknown {
			w.do(`INSERT INTO answer (source, paper, facts, asked, state, record, around) VALUES (?, ?, ?, ?, 'unknown', '', '[]')
				ON CONFLICT DO UPDATE SET asked = excluded.asked`, w.source, unknownKey(a.id), int(a.kind), a.asked)
		}
		for _, t := range b.titles {
			w.title(t, l.options.Now().Add(-usualRefresh))
		}
		return w.err
	})
}

// alias notes what paper an id stands for. Who was asked for a page of a paper
// was told nothing of its id.
func (w *writing) alias(a alias) {
	if a.kind > fetch.Surroundings {
		w.do(`INSERT INTO alias (source, id, paper, asked, direct) VALUES (?, ?, ?, ?, 1)
			ON CONFLICT DO UPDATE SET paper = excluded.paper, asked = excluded.asked WHERE paper IS NULL`, w.source, a.id, a.paper, a.asked)
		w.do("DELETE FROM answer WHERE source = ? AND paper = ? AND facts = ?", w.source, unknownKey(a.id), int(a.kind))
		return
	}
	w.do(`INSERT INTO alias (source, id, paper, asked, direct) VALUES (?, ?, ?, ?, 1)
		ON CONFLICT DO UPDATE SET paper = excluded.paper, asked = excluded.asked, direct = 1`, w.source, a.id, a.paper, a.asked)
	w.do("DELETE FROM answer WHERE source = ? AND paper = ? AND facts <= ?", w.source, unknownKey(a.id), int(fetch.Surroundings))
}

// A writing puts statements to a transaction until one fails.
type writing struct {
	ctx        context.Context
	tx         *sql.Tx
	source     int64 // number of the source
	statements map[string]*sql.Stmt
	stored     map[int64]bool // facts that are there, by number
	err        error
}

func (w *writing) do(statement string, args ...any) {
	if w.err != nil {
		return
	}
	prepared, there := w.statements[statement]
	if !there {
		if prepared, w.err = w.tx.PrepareContext(w.ctx, statement); w.err != nil {
			return
		}
		w.statements[statement] = prepared
	}
	_, w.err = prepared.ExecContext(w.ctx, args...)
}

// nameSource finds the number of a source, a new one where there is none.
func (w *writing) nameSource(p graph.Provenance) {
	w.do(`INSERT INTO source (name, licence) VALUES (?, ?)
		ON CONFLICT DO UPDATE SET licence = excluded.licence WHERE licence <> excluded.licence`, p.Name, p.Licence)
	if w.err == nil {
		w.err = w.tx.QueryRowContext(w.ctx, "SELECT n FROM source WHERE name = ?", p.Name).Scan(&w.source)
	}
}

// paper stores an answer. One that says nothing of the references does not
// take the place of one that does, however old.
func (w *writing) paper(p *encoded) {
	w.do(`INSERT INTO answer (source, paper, facts, asked, state, record, around) VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET asked = excluded.asked, state = excluded.state, record = excluded.record, around = excluded.around
		WHERE excluded.state NOT IN ('unasked', 'failed') OR state IN ('unasked', 'failed')`,
		w.source, p.paper, int(p.kind), p.asked, p.state.String(), string(withSum(p.record, p.paper, int(p.kind), p.asked, p.state.String(), string(p.around))), string(p.around))
	w.facts(p)
	if p.kind > fetch.Surroundings {
		return // a page tells nothing of the paper itself
	}
	// The index is named, since SQLite would look through all ids of the source.
	// Two papers may claim one id: the first keeps it, until the source was
	// asked for that very id.
	w.do("DELETE FROM alias INDEXED BY alias_paper WHERE source = ? AND paper = ? AND direct = 0", w.source, p.paper)
	for _, name := range p.names {
		w.do("INSERT INTO alias (source, id, paper, asked, direct) VALUES (?, ?, ?, ?, 0) "+
			"ON CONFLICT DO UPDATE SET paper = excluded.paper, asked = excluded.asked, direct = 0 WHERE paper IS NULL", w.source, name, p.paper, p.asked)
	}
}

// title stores what was matched to a title. That there is no match does not take
// the place of one that was there lately.
func (w *writing) title(t titled, lately time.Time) {
	const insert = `INSERT INTO title (source, title, asked, record, around) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET asked = excluded.asked, record = excluded.record, around = excluded.around`
	if t.answer == nil {
		w.do(insert+" WHERE record IS NULL OR asked <= ? OR asked > excluded.asked", w.source, t.title, t.asked, nil, "[]", lately.UnixNano())
		return
	}
	w.facts(t.answer)
	w.do(insert, w.source, t.title, t.asked, string(withSum(t.answer.record, t.title, 0, t.asked, "", string(t.answer.around))), string(t.answer.around))
}

func (w *writing) facts(p *encoded) {
	for _, f := range p.facts {
		if w.stored[f.number] {
			continue
		}
		w.stored[f.number] = true
		w.do(`INSERT INTO fact (n, paper, record) VALUES (?, ?, ?)
			ON CONFLICT DO UPDATE SET record = excluded.record WHERE record <> excluded.record`, f.number, string(f.paper.ID), string(f.record))
	}
}
