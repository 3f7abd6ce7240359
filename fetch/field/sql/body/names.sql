-- The paperIds of each node: those of its records and those that they had.
SELECT DISTINCT p.node, s.paper_id FROM (
  SELECT id, paper_id FROM read_ids UNION ALL SELECT id, paper_id FROM records
) s JOIN places p ON s.id = p.id WHERE s.paper_id IS NOT NULL
