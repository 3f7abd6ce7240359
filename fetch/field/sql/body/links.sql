-- Ids that several records share.
WITH names AS (
  SELECT id, concat('doi:', doi) AS name FROM records WHERE doi IS NOT NULL
  UNION ALL SELECT id, concat('arxiv:', arxiv) FROM records WHERE arxiv IS NOT NULL
  UNION ALL SELECT id, concat('acl:', acl) FROM records WHERE acl IS NOT NULL
  UNION ALL SELECT id, concat('pmid:', pubmed) FROM records WHERE pubmed IS NOT NULL
  UNION ALL SELECT id, concat('pmcid:', pmcid) FROM records WHERE pmcid IS NOT NULL
  UNION ALL SELECT id, paper_id FROM records WHERE paper_id IS NOT NULL
), shared AS (
  SELECT name FROM names GROUP BY name HAVING min(id) < max(id)
)
SELECT DISTINCT name, id FROM names SEMI JOIN shared USING (name)
