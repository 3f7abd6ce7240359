-- What was read and what became of it.
SELECT 'rows of papers' AS fact, count(*) AS number FROM read_papers
UNION ALL SELECT 'rows of papers without an id', count(*) FROM read_papers WHERE id IS NULL
UNION ALL SELECT 'records folded', count(*) - count(DISTINCT work) FROM records JOIN folds USING (id)
UNION ALL SELECT 'nodes', count(*) FROM nodes
UNION ALL SELECT 'sum of nodes', coalesce(sum(CAST(node AS BIGINT)), 0) FROM nodes
UNION ALL SELECT 'papers', count(*) FROM papers
UNION ALL SELECT 'sum of papers', coalesce(sum(CAST(node AS BIGINT)), 0) FROM papers
UNION ALL SELECT 'rows of ids', count(*) FROM read_ids
UNION ALL SELECT 'ids', count(*) FROM ids
UNION ALL SELECT 'rows of abstracts', count(*) FROM read_abstracts
UNION ALL SELECT 'abstracts of unknown papers', count(*) FROM read_abstracts WHERE node IS NULL
UNION ALL SELECT 'abstracts', count(*) FROM abstracts
UNION ALL SELECT 'titled', count(*) FROM works WHERE title IS NOT NULL
UNION ALL SELECT 'titles', count(*) FROM titles
UNION ALL SELECT 'rows of citations', count(*) FROM arcs
UNION ALL SELECT concat('rows of citations: ', coalesce(fault, 'told')), count(*) FROM arcs GROUP BY fault
UNION ALL SELECT 'citations', count(*) FROM by_citing
UNION ALL SELECT 'sum of citations', coalesce(sum(CAST(citing AS BIGINT) * 3 + cited), 0) FROM by_citing
UNION ALL SELECT 'citations by cited', count(*) FROM by_cited
UNION ALL SELECT 'sum of citations by cited', coalesce(sum(CAST(citing AS BIGINT) * 3 + cited), 0) FROM by_cited
UNION ALL SELECT 'contexts', count(*) FROM contexts
