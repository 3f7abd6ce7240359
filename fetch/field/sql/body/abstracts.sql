-- The table abstracts: one a paper, the record's own before that of the set.
WITH told AS (
  SELECT a.node, a.abstract, 1 AS place FROM read_abstracts a WHERE a.node IS NOT NULL AND a.abstract <> ''
  UNION ALL
  SELECT o.node, w.abstract, 0 FROM works w JOIN ordinals o ON w.id = o.id WHERE w.abstract IS NOT NULL
), repeated AS (
  SELECT node FROM told GROUP BY node HAVING count(*) > 1
), ranked AS (
  SELECT node, abstract, row_number() OVER (PARTITION BY node ORDER BY place, length(abstract) DESC, abstract) AS place
  FROM told SEMI JOIN repeated USING (node)
)
SELECT node, abstract FROM told ANTI JOIN repeated USING (node)
UNION ALL
SELECT node, abstract FROM ranked WHERE place = 1
