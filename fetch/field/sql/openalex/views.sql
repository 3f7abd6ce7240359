-- What OpenAlex tells of works, in the columns that the body reads. A work is known
-- by the number in its id. A day that is the first of January stands for the year,
-- and so does one of another year.
CREATE OR REPLACE TEMPORARY VIEW told_papers AS
SELECT try_cast(extracted(id, 'W([0-9]{1,18})$') AS BIGINT) AS id, CAST(NULL AS BIGINT) AS corpus_id,
  extracted(id, '(W[0-9]{1,18})$') AS paper_id,
  extracted(doi, '(?i)(10[.][0-9]{4,9}/.+)$') AS doi,
  extracted(array_join(locations, ' '), '(?i)arxiv[.]org/(?:abs|pdf)/([^ ]+)') AS arxiv, CAST(NULL AS VARCHAR(20)) AS acl,
  extracted(ids.pmid, '([0-9]+)/?$') AS pubmed, extracted(ids.pmcid, '([0-9]+)/?$') AS pmcid, ids.mag AS mag, CAST(NULL AS VARCHAR(20)) AS dblp,
  display_name AS title, authorships AS authors, primary_location.source.display_name AS venue, publication_year AS year,
  CASE WHEN publication_date NOT LIKE '%-01-01' AND substr(publication_date, 1, 4) = coalesce(publication_year, substr(publication_date, 1, 4)) THEN publication_date END AS day,
  abstract_inverted_index AS abstract, set_of(one_of(CASE type WHEN 'article' THEN 'JournalArticle' WHEN 'review' THEN 'Review' WHEN 'book' THEN 'Book' WHEN 'dataset' THEN 'Dataset' END)) AS kinds,
  cited_by_count AS citation_count, CAST(NULL AS VARCHAR(20)) AS influential_count, referenced_works_count AS reference_count
FROM raw_works;

-- A work that was merged into another keeps its id as one of the other's.
CREATE OR REPLACE TEMPORARY VIEW told_ids AS
SELECT extracted(id, '(W[0-9]{1,18})$') AS paper_id, try_cast(extracted(merge_into_id, 'W([0-9]{1,18})$') AS BIGINT) AS id,
  try_cast(extracted(id, 'W([0-9]{1,18})$') AS BIGINT) AS was FROM raw_merged_ids;

CREATE OR REPLACE TEMPORARY VIEW told_abstracts AS
SELECT CAST(NULL AS BIGINT) AS id, CAST(NULL AS VARCHAR(20)) AS abstract WHERE false;

CREATE OR REPLACE TEMPORARY VIEW told_citations AS
SELECT citing, try_cast(extracted(reference, 'W([0-9]{1,18})$') AS BIGINT) AS cited, false AS influential,
  no_words() AS intents, no_words() AS contexts
FROM (SELECT try_cast(extracted(id, 'W([0-9]{1,18})$') AS BIGINT) AS citing, explode(referenced_works) AS reference FROM raw_works) cited_works;
