-- The rows of papers, their ids and dates in normal form (graph.NewExternalID and
-- graph.ParseDate say the same).
WITH trimmed AS (
  SELECT *, trim(doi) AS doi_told, trim(acl) AS acl_told, trim(day) AS day_told, try_cast(year AS INT) AS year_told
  FROM told_papers
), normal AS (
  SELECT *,
    ascii_lower(coalesce(
      extracted(trim(arxiv), '(?i)^([0-9]{4}[.][0-9]{4,5}|[a-z-]+(?:[.][a-z]{2})?/[0-9]{7})(?:v[0-9]+)?(?:[.]pdf)?$'),
      extracted(doi_told, '(?i)^10[.]48550/arxiv[.]([0-9]{4}[.][0-9]{4,5}|[a-z-]+(?:[.][a-z]{2})?/[0-9]{7})(?:v[0-9]+)?(?:[.]pdf)?$'))) AS arxiv_id,
    CASE
      WHEN regexp_like(day_told, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') AND try_cast(day_told AS DATE) IS NOT NULL AND day_told > '0001' THEN day_told
      WHEN regexp_like(day_told, '^[0-9]{4}-(0[1-9]|1[0-2])$') AND day_told > '0001' THEN day_told
      WHEN regexp_like(day_told, '^[0-9]{4}$') AND day_told > '0000' THEN day_told
      WHEN year_told BETWEEN 1 AND 9999 THEN lpad(CAST(year_told AS VARCHAR(10)), 4, '0')
    END AS date
  FROM trimmed
)
SELECT id, corpus_id, paper_id,
  CASE WHEN NOT regexp_like(doi_told, '(?i)^10[.]48550/arxiv[.]') THEN ascii_lower(extracted(doi_told, '^(10[.][0-9]{4,9}/[^ ]+)$')) END AS doi,
  replaced(arxiv_id, '[.][a-z]{2}/', '/') AS arxiv,
  CASE WHEN substr(acl_told, 4, 1) = '-' THEN upper(extracted(acl_told, '(?i)^([a-z][0-9]{2}-[0-9]{4})$'))
    ELSE ascii_lower(extracted(acl_told, '(?i)^([0-9]{4}[.][a-z0-9_]+-[a-z0-9]+[.][0-9]+)$')) END AS acl,
  extracted(trim(pubmed), '^([0-9]+)$') AS pubmed,
  extracted(upper(trim(pmcid)), '^(?:PMC)?([0-9]+)$') AS pmcid,
  extracted(trim(mag), '^([0-9]+)$') AS mag,
  nullif(trim(dblp), '') AS dblp,
  nullif(title, '') AS title, CASE WHEN size(authors) > 0 THEN authors END AS authors, nullif(venue, '') AS venue,
  date, nullif(abstract, '') AS abstract, CASE WHEN size(kinds) > 0 THEN kinds END AS kinds,
  try_cast(citation_count AS INT) AS citation_count, try_cast(influential_count AS INT) AS influential_count,
  try_cast(reference_count AS INT) AS reference_count
FROM normal
