-- One row a work. Of records that are one work, the facts of the one with most
-- references, then citations, then the least paperId, filled up from the others.
WITH ranked AS (
  SELECT r.*, f.work, row_number() OVER (PARTITION BY f.work ORDER BY coalesce(r.reference_count, 0) DESC, coalesce(r.citation_count, 0) DESC,
    coalesce(r.paper_id, 'z'), r.id, coalesce(length(r.date), 0) DESC, coalesce(r.doi, 'z'), coalesce(r.title, ''), coalesce(r.venue, ''), coalesce(r.influential_count, 0) DESC) AS place
  FROM records r JOIN folds f ON r.id = f.id
)
SELECT id, corpus_id, coalesce(paper_id, concat('CorpusId:', CAST(id AS VARCHAR(20)))) AS paper_id, doi, arxiv, acl, pubmed, pmcid, mag, dblp, title, authors, venue, date, abstract, kinds,
  citation_count, influential_count, reference_count
FROM records ANTI JOIN folds USING (id)
UNION ALL
SELECT work, min_by(corpus_id, place) FILTER (WHERE corpus_id IS NOT NULL),
  coalesce(min_by(paper_id, place) FILTER (WHERE paper_id IS NOT NULL), concat('CorpusId:', CAST(work AS VARCHAR(20)))),
  min_by(doi, place) FILTER (WHERE doi IS NOT NULL), min_by(arxiv, place) FILTER (WHERE arxiv IS NOT NULL), min_by(acl, place) FILTER (WHERE acl IS NOT NULL),
  min_by(pubmed, place) FILTER (WHERE pubmed IS NOT NULL), min_by(pmcid, place) FILTER (WHERE pmcid IS NOT NULL),
  min_by(mag, place) FILTER (WHERE mag IS NOT NULL), min_by(dblp, place) FILTER (WHERE dblp IS NOT NULL),
  min_by(title, place) FILTER (WHERE title IS NOT NULL), min_by(authors, place - 1000 * size(authors)) FILTER (WHERE authors IS NOT NULL),
  min_by(venue, place) FILTER (WHERE venue IS NOT NULL), min_by(date, place) FILTER (WHERE date IS NOT NULL),
  min_by(abstract, place) FILTER (WHERE abstract IS NOT NULL), min_by(kinds, place) FILTER (WHERE kinds IS NOT NULL),
  min_by(citation_count, place) FILTER (WHERE citation_count IS NOT NULL), min_by(influential_count, place) FILTER (WHERE influential_count IS NOT NULL),
  min_by(reference_count, place) FILTER (WHERE reference_count IS NOT NULL)
FROM ranked GROUP BY work
