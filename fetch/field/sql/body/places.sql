-- The node of each record, and of each id that a record had before it was merged.
WITH kept AS (
  SELECT id, node FROM ordinals
  UNION ALL
  SELECT f.id, o.node FROM folds f JOIN ordinals o ON f.work = o.id WHERE f.id <> f.work
), moved AS (
  SELECT was, min(id) AS id FROM read_ids WHERE was IS NOT NULL GROUP BY was
)
SELECT id, node FROM kept
UNION ALL
SELECT m.was, k.node FROM moved m JOIN kept k ON m.id = k.id ANTI JOIN records r ON m.was = r.id
