package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

const (
	// applicationID tells our files from other SQLite files: "citm".
	applicationID = 0x6369746d
	schemaVersion = 2
)

// schema is what a library holds. Times are nanoseconds since 1970, records
// and around as described at encoded; ids are keys (see keyOf).
const schema = `
-- whom the answers are from
CREATE TABLE source (
	n       INTEGER PRIMARY KEY,
	name    TEXT NOT NULL UNIQUE,
	licence TEXT NOT NULL
) STRICT;

` + answerTable + `
-- what papers are known under; no paper: the source does not know the id, as an
-- earlier citemap put it (see answer). direct: the source was asked for this
-- very id.
CREATE TABLE alias (
	source INTEGER NOT NULL REFERENCES source,
	id     TEXT NOT NULL,
	paper  TEXT,
	asked  INTEGER NOT NULL,
	direct INTEGER NOT NULL,
	PRIMARY KEY (source, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_paper ON alias (source, paper);

-- what was matched to titles; no record: the source knows no such title
CREATE TABLE title (
	source INTEGER NOT NULL REFERENCES source,
	title  TEXT NOT NULL,
	asked  INTEGER NOT NULL,
	record TEXT,
	around TEXT NOT NULL,
	PRIMARY KEY (source, title)
) STRICT;

-- what answers told of other papers; n is made of the record
CREATE TABLE fact (
	n      INTEGER PRIMARY KEY,
	paper  TEXT NOT NULL,
	record TEXT NOT NULL
) STRICT;
`

// answerTable came to what it is with version 2: version 1 had one answer a
// paper, of all its references.
const answerTable = `
-- the latest answer about each paper to each kind of question; facts is the
-- number of fetch.Facts. An id that the source did not know when it was asked has
-- a row of its own, of state unknown and without a record, whose paper is "?"
-- and the id: it takes nothing away from what other answers tell.
CREATE TABLE answer (
	source INTEGER NOT NULL REFERENCES source,
	paper  TEXT NOT NULL,
	facts  INTEGER NOT NULL,
	asked  INTEGER NOT NULL,
	state  TEXT NOT NULL,
	record TEXT NOT NULL,
	around TEXT NOT NULL,
	PRIMARY KEY (source, paper, facts)
) STRICT;
`

// upgrade turns a library of version 1 into one of version 2.
const upgrade = `
ALTER TABLE answer RENAME TO answer1;
` + answerTable + `
INSERT INTO answer SELECT source, paper, 3, asked, state, record, around FROM answer1;
DROP TABLE answer1;
PRAGMA user_version = 2;`

// prepare makes sure that the file is a library of this version, and makes one
// of an empty file. A file that is anything else is left as it is. Where
// another process has the file to itself, as while it makes the library,
// prepare waits for it.
func (l *Library) prepare(ctx context.Context) error {
	for waited := time.Duration(0); ; waited += patienceOfSQLite {
		err := l.prepareOnce(ctx)
		if !busy(err) || waited >= patienceWithOthers {
			return err
		}
	}
}

func (l *Library) prepareOnce(ctx context.Context) error {
	found, err := l.inspect(ctx, l.db)
	if err != nil {
		return err
	}
	if found > 0 && found < schemaVersion && l.options.Offline {
		return &refusal{l.path, "was written by an older citemap", "let a run without --offline bring it up to date, or "}
	}
	if found < schemaVersion {
		if err := l.create(ctx); err != nil {
			return err
		}
	}
	return errors.Join(l.writeAhead(ctx), l.addViews(ctx))
}

// inspect gives the version of the library in the file, 0 where it is empty;
// an error means that it is no library that can be used.
func (l *Library) inspect(ctx context.Context, db queryer) (found int, err error) {
	is, err := readStamp(ctx, db)
	switch {
	case err != nil:
		return 0, l.fault("open", err)
	case is.application == 0 && is.version == 0 && is.others+is.tables == 0:
		return 0, nil
	case is.application != applicationID:
		return 0, l.refuse("is a SQLite file of another program")
	case is.version > schemaVersion:
		what := fmt.Sprintf("was written by a newer citemap (its schema is %d, this one knows %d)", is.version, schemaVersion)
		return 0, &refusal{l.path, what, "update citemap, "}
	case is.version < 1 || is.tables < 6:
		return 0, l.refuse("is damaged (its tables are not all there)")
	}
	return is.version, nil
}

// A stamp tells whose a SQLite file is.
type stamp struct {
	application, version int
	tables, others       int // of its schema: what a library has, and the rest
}

// readStamp reads the stamp in one statement, and so as of one moment: between
// two, another process may have made the library, and its halves would look
// like the file of another program.
func readStamp(ctx context.Context, db queryer) (is stamp, err error) {
	err = db.QueryRowContext(ctx, `
		SELECT a.application_id, v.user_version,
			(SELECT count(*) FROM sqlite_schema WHERE name IN `+ours+`),
			(SELECT count(*) FROM sqlite_schema WHERE name NOT IN `+ours+`)
		FROM pragma_application_id AS a, pragma_user_version AS v`).Scan(&is.application, &is.version, &is.tables, &is.others)
	return is, err
}

// ours are the names that every library has in its schema.
const ours = "('source', 'answer', 'alias', 'alias_paper', 'title', 'fact')"

// create makes the tables, or brings them up to date, in one transaction.
// Where another process was faster, it finds them there.
func (l *Library) create(ctx context.Context) error {
	one, err := l.db.Conn(ctx)
	if err != nil {
		return l.fault("make", err)
	}
	defer one.Close()
	// Has a meaning only before the first table, on the connection that makes it.
	if _, err := one.ExecContext(ctx, "PRAGMA auto_vacuum = INCREMENTAL"); err != nil {
		return l.fault("make", err)
	}
	return l.write(ctx, one, func(tx *sql.Tx) error {
		found, err := l.inspect(ctx, tx)
		switch {
		case err != nil || found == schemaVersion:
			return err
		case found > 0:
			_, err = tx.ExecContext(ctx, upgrade)
			return err
		}
		_, err = tx.ExecContext(ctx, fmt.Sprintf("%s; PRAGMA application_id = %d; PRAGMA user_version = %d", schema, applicationID, schemaVersion))
		return err
	})
}

// writeAhead lets others read while one process writes. A file that is in use
// just now stays as it is; the next to open it tries again.
func (l *Library) writeAhead(ctx context.Context) error {
	var mode string
	if err := l.db.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return l.fault("open", err)
	}
	if mode == "delete" && !l.options.Offline {
		_, err := l.db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
		if err != nil && !busy(err) {
			return l.fault("open", err)
		}
	}
	return nil
}
