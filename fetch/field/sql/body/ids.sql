-- The table ids: the paper of each id that a paper has, or had. Of an id that two
-- papers claim, it is the older one.
WITH told AS (
  SELECT ascii_lower(paper_id) AS name, node FROM names
  UNION ALL SELECT ascii_lower(paper_id), node FROM ordinals
  UNION ALL SELECT concat('corpusid:', CAST(r.corpus_id AS VARCHAR(20))), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.corpus_id IS NOT NULL
  UNION ALL SELECT concat('doi:', r.doi), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.doi IS NOT NULL
  UNION ALL SELECT concat('arxiv:', r.arxiv), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.arxiv IS NOT NULL
  UNION ALL SELECT concat('acl:', ascii_lower(r.acl)), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.acl IS NOT NULL
  UNION ALL SELECT concat('pmid:', r.pubmed), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.pubmed IS NOT NULL
  UNION ALL SELECT concat('pmcid:', r.pmcid), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.pmcid IS NOT NULL
  UNION ALL SELECT concat('mag:', r.mag), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.mag IS NOT NULL
  UNION ALL SELECT concat('dblp:', ascii_lower(r.dblp)), p.node FROM records r JOIN places p ON r.id = p.id WHERE r.dblp IS NOT NULL
)
SELECT name AS key, min(node) AS node FROM told GROUP BY name
