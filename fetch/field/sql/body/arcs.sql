-- The rows of citations between nodes, and why a row is none.
SELECT a.node AS citing, b.node AS cited, c.influential, c.intents, c.contexts,
  CASE
    WHEN c.citing IS NULL OR c.cited IS NULL THEN 'null id'
    WHEN a.node IS NULL OR b.node IS NULL THEN 'unknown paper'
    WHEN a.node = b.node THEN 'self-citation'
  END AS fault
FROM told_citations c LEFT JOIN places a ON c.citing = a.id LEFT JOIN places b ON c.cited = b.id
