-- The node of each record.
SELECT id, node FROM ordinals
UNION ALL
SELECT f.id, o.node FROM folds f JOIN ordinals o ON f.work = o.id WHERE f.id <> f.work
