package library

import (
	"context"
	"database/sql"
)

// views are for people who ask in SQL: docs/sql.md promises their columns. They
// say what the sources said; that two of their papers are one work is
// found out only when a corpus is made.
const views = `
DROP VIEW IF EXISTS papers;
DROP VIEW IF EXISTS citations;
DROP VIEW IF EXISTS passages;
DROP VIEW IF EXISTS notices;
-- what is known of each paper: from an answer about it, else from the fullest
-- of what answers about others told
CREATE VIEW papers AS
WITH told AS (
	SELECT paper, record, facts AS weight FROM answer WHERE record <> '' AND (facts <= 4 OR facts = 7) -- the others are pages of a list, passages and notices
	UNION ALL
	SELECT paper, record, -1 FROM fact
), best AS (
	SELECT lower(paper) AS paper, record, row_number() OVER (PARTITION BY paper ORDER BY weight DESC, length(record) DESC, record) AS place FROM told
), lists AS (
	SELECT paper, state, json_extract(record, '$.referenceCount') AS counted,
		json_array_length(record, '$.references') + coalesce((SELECT json_array_length(m.record, '$.references') FROM answer AS m
			WHERE m.source = answer.source AND m.paper = answer.paper AND m.facts = 6), 0) AS given,
		row_number() OVER (PARTITION BY paper ORDER BY state IN ('known', 'cut') DESC, facts = 2, asked DESC) AS place
	FROM answer WHERE record <> '' AND facts BETWEEN 2 AND 4
)
SELECT
	json_extract(record, '$.paperId') AS paper,
	json_extract(record, '$.title') AS title,
	json_extract(record, '$.year') AS year,
	json_extract(record, '$.publicationDate') AS date,
	(SELECT group_concat(json_extract(value, '$.name'), '; ') FROM json_each(record, '$.authors')) AS authors,
	json_extract(record, '$.venue') AS venue,
	json_extract(record, '$.externalIds.ArXiv') AS arxiv,
	json_extract(record, '$.externalIds.DOI') AS doi,
	json_extract(record, '$.externalIds.ACL') AS acl,
	json_extract(record, '$.citationCount') AS global_citations,
	json_extract(record, '$.abstract') AS abstract,
	(SELECT group_concat(value, '; ') FROM json_each(record, '$.publicationTypes')) AS types,
	CASE WHEN state = 'cut' AND given >= counted THEN 'known' ELSE coalesce(state, 'unasked') END AS references_state,
	CASE WHEN state IN ('known', 'cut', 'empty') THEN given END AS references_known,
	json_extract(record, '$.referenceCount') AS reference_count
FROM best LEFT JOIN lists ON lists.paper = best.paper AND lists.place = 1 WHERE best.place = 1;

-- who cites whom: from the references and the citing papers of those asked about
CREATE VIEW citations AS
SELECT json_extract(record, '$.paperId') AS citing, value AS cited
FROM answer, json_each(record, '$.references') WHERE record <> '' AND value IS NOT NULL
UNION
SELECT value, json_extract(record, '$.paperId')
FROM answer, json_each(record, '$.citations') WHERE record <> '' AND value IS NOT NULL;

-- how a paper cites another, as far as that was asked for
CREATE VIEW passages AS
WITH told AS (
	SELECT record FROM answer WHERE record <> ''
	UNION ALL
	SELECT record FROM fact
)
SELECT DISTINCT
	json_extract(record, '$.paperId') AS citing, key AS cited,
	(SELECT group_concat(t.value, char(10)) FROM json_each(c.value, '$.texts') AS t) AS texts,
	(SELECT group_concat(t.value, '; ') FROM json_each(c.value, '$.intents') AS t) AS intents,
	coalesce(json_extract(c.value, '$.influential'), 0) AS influential
FROM told, json_each(record, '$.contexts') AS c;

-- what was said of papers that were retracted or corrected
CREATE VIEW notices AS
SELECT
	name AS source, json_extract(record, '$.externalIds.DOI') AS doi, json_extract(record, '$.externalIds.ArXiv') AS arxiv,
	json_extract(record, '$.retraction.kind') AS kind, json_extract(record, '$.retraction.notice') AS notice, json_extract(record, '$.retraction.date') AS date
FROM answer JOIN source ON source.n = answer.source WHERE facts = 9 AND record <> '' AND kind IS NOT NULL;
`

// addViews gives a library its views where an earlier citemap made it without, or
// with fewer of them.
// A file that is in use just now stays as it is; the next to open it tries
// again.
func (l *Library) addViews(ctx context.Context) error {
	var there int
	if err := l.db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name IN ('papers', 'citations', 'passages', 'notices')").Scan(&there); err != nil {
		return l.fault("open", err)
	}
	if there == 4 || l.options.Offline {
		return nil
	}
	one, err := l.db.Conn(ctx)
	if err != nil {
		return l.fault("open", err)
	}
	defer one.Close()
	err = l.write(ctx, one, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, views)
		return err
	})
	if err != nil && busy(err) {
		return nil
	}
	return err
}
