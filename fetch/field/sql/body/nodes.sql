-- The table nodes: what is looked at of very many papers. A count that is not known
-- is -1, as a column without nulls can be read in place. unlinked_count is how many
-- rows tell of a reference that leads to no paper of the field.
WITH unlinked AS (
  SELECT citing AS node, count(*) AS unlinked FROM arcs WHERE citing IS NOT NULL AND fault IN ('null id', 'unknown paper') GROUP BY citing
)
SELECT o.node, w.paper_id,
  CASE WHEN w.date IS NULL THEN 0 ELSE CAST(substr(w.date, 1, 4) AS INT) * 512
    + coalesce(try_cast(substr(w.date, 6, 2) AS INT), 0) * 32 + coalesce(try_cast(substr(w.date, 9, 2) AS INT), 0) END AS day,
  coalesce(w.citation_count, -1) AS citation_count, coalesce(w.influential_count, -1) AS influential_count,
  coalesce(w.reference_count, -1) AS reference_count, CAST(coalesce(u.unlinked, 0) AS INT) AS unlinked_count
FROM works w JOIN ordinals o ON w.id = o.id LEFT JOIN unlinked u ON o.node = u.node
