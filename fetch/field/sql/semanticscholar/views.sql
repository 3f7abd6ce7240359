-- What the datasets of Semantic Scholar tell, in the columns that the body reads.
-- Corpus ids are text in some releases.
CREATE OR REPLACE TEMPORARY VIEW told_papers AS
SELECT try_cast(corpusid AS BIGINT) AS id, try_cast(corpusid AS BIGINT) AS corpus_id,
  extracted(ascii_lower(url), '([0-9a-f]{40})$') AS paper_id,
  externalids.DOI AS doi, externalids.ArXiv AS arxiv, externalids.ACL AS acl, externalids.PubMed AS pubmed,
  externalids.PubMedCentral AS pmcid, externalids.MAG AS mag, externalids.DBLP AS dblp,
  title, authors, venue, year, publicationdate AS day, CAST(NULL AS VARCHAR(1000000)) AS abstract, publicationtypes AS kinds,
  citationcount AS citation_count, influentialcitationcount AS influential_count, referencecount AS reference_count
FROM raw_papers;

CREATE OR REPLACE TEMPORARY VIEW told_ids AS
SELECT ascii_lower(sha) AS paper_id, try_cast(corpusid AS BIGINT) AS id, CAST(NULL AS BIGINT) AS was FROM raw_paper_ids;

CREATE OR REPLACE TEMPORARY VIEW told_abstracts AS
SELECT try_cast(corpusid AS BIGINT) AS id, abstract FROM raw_abstracts;

CREATE OR REPLACE TEMPORARY VIEW told_citations AS
SELECT try_cast(citingcorpusid AS BIGINT) AS citing, try_cast(citedcorpusid AS BIGINT) AS cited,
  coalesce(isinfluential, false) AS influential, set_of(words_of(intents)) AS intents, set_of(contexts) AS contexts
FROM raw_citations;
