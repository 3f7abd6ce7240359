{{/* The head for Spark SQL: what it has under other names, how it writes a table,
     and how it reads dumps. Settings stand on the command line. */}}

{{define "begin"}}
CREATE TEMPORARY FUNCTION ascii_lower(x STRING) RETURNS STRING RETURN translate(x, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
CREATE TEMPORARY FUNCTION replaced(x STRING, pattern STRING, by_what STRING) RETURNS STRING RETURN regexp_replace(x, pattern, by_what);
CREATE TEMPORARY FUNCTION extracted(x STRING, pattern STRING) RETURNS STRING RETURN nullif(regexp_extract(x, pattern, 1), '');
CREATE TEMPORARY FUNCTION untagged(x STRING) RETURNS STRING RETURN regexp_replace(replace(regexp_replace(x, '<[^<>]*>', ''), '&amp;', '&'), '&[A-Za-z0-9#]+;', '');
CREATE TEMPORARY FUNCTION words_of(x STRING) RETURNS ARRAY<STRING> RETURN regexp_extract_all(x, '"([A-Za-z]+)"', 1);
CREATE TEMPORARY FUNCTION no_words() RETURNS ARRAY<STRING> RETURN CAST(NULL AS ARRAY<STRING>);
CREATE TEMPORARY FUNCTION one_of(x STRING) RETURNS ARRAY<STRING> RETURN array(x);
CREATE TEMPORARY FUNCTION set_of(x ARRAY<STRING>) RETURNS ARRAY<STRING> RETURN CASE WHEN size(array_compact(x)) > 0 THEN sort_array(array_distinct(array_compact(x))) END;
{{end}}

{{define "write"}}
INSERT OVERWRITE DIRECTORY '{{.Folder}}' USING parquet
OPTIONS ('parquet.page.row.count.limit' = '{{.Rows}}'{{if .Plain}}, 'compression' = 'uncompressed', 'parquet.enable.dictionary' = 'false'{{else}}, 'compression' = 'zstd'{{end}})
{{.Select}}
{{- if .Sort}}
ORDER BY {{.Sort}}
{{- end}};
SELECT 'done', '{{.Name}}';
{{end}}

{{define "view"}}
CREATE OR REPLACE TEMPORARY VIEW {{.Name}} USING parquet OPTIONS (path '{{.Folder}}');
{{end}}

{{define "facts"}}
SELECT 'engine' AS fact, concat('spark ', split(version(), ' ')[0]) AS number;
{{.Select}};
{{end}}

{{define "semanticscholar"}}
CREATE OR REPLACE TEMPORARY VIEW told_json_papers (
  corpusid STRING, url STRING, title STRING, venue STRING, year STRING, publicationdate STRING,
  externalids STRUCT<ACL: STRING, DBLP: STRING, ArXiv: STRING, MAG: STRING, PubMed: STRING, DOI: STRING, PubMedCentral: STRING>,
  authors ARRAY<STRUCT<name: STRING>>, publicationtypes ARRAY<STRING>, referencecount STRING, citationcount STRING, influentialcitationcount STRING
) USING json OPTIONS (path '{{.Folder "papers"}}', mode 'FAILFAST', pathGlobFilter '{{.Glob}}', recursiveFileLookup 'true');
CREATE OR REPLACE TEMPORARY VIEW raw_papers AS SELECT corpusid, url, title, venue, year, publicationdate, externalids, authors.name AS authors, publicationtypes,
  referencecount, citationcount, influentialcitationcount FROM told_json_papers;
CREATE OR REPLACE TEMPORARY VIEW raw_citations (citingcorpusid STRING, citedcorpusid STRING, isinfluential BOOLEAN, contexts ARRAY<STRING>, intents STRING)
USING json OPTIONS (path '{{.Folder "citations"}}', mode 'FAILFAST', pathGlobFilter '{{.Glob}}', recursiveFileLookup 'true');
CREATE OR REPLACE TEMPORARY VIEW raw_abstracts (corpusid STRING, abstract STRING)
USING json OPTIONS (path '{{.Folder "abstracts"}}', mode 'FAILFAST', pathGlobFilter '{{.Glob}}', recursiveFileLookup 'true');
CREATE OR REPLACE TEMPORARY VIEW raw_paper_ids (sha STRING, corpusid STRING)
USING json OPTIONS (path '{{.Folder "paper-ids"}}', mode 'FAILFAST', pathGlobFilter '{{.Glob}}', recursiveFileLookup 'true');
{{end}}

{{define "openalex"}}
CREATE OR REPLACE TEMPORARY VIEW told_json_works (
  id STRING, doi STRING, display_name STRING, publication_year STRING, publication_date STRING, type STRING,
  ids STRUCT<mag: STRING, pmid: STRING, pmcid: STRING>,
  authorships ARRAY<STRUCT<author: STRUCT<display_name: STRING>, raw_author_name: STRING>>,
  locations ARRAY<STRUCT<landing_page_url: STRING>>, primary_location STRUCT<source: STRUCT<display_name: STRING>>,
  cited_by_count STRING, referenced_works_count STRING, referenced_works ARRAY<STRING>, abstract_inverted_index MAP<STRING, ARRAY<INT>>
) USING json OPTIONS (path '{{.Folder "works"}}', mode 'FAILFAST', pathGlobFilter '{{.Glob}}', recursiveFileLookup 'true');
CREATE OR REPLACE TEMPORARY VIEW raw_works AS SELECT id, doi, display_name, publication_year, publication_date, type, ids,
  transform(authorships, a -> coalesce(a.author.display_name, a.raw_author_name)) AS authorships, locations.landing_page_url AS locations, primary_location,
  cited_by_count, referenced_works_count, referenced_works,
  array_join(transform(array_sort(flatten(transform(map_entries(abstract_inverted_index), e -> transform(e.value, place -> struct(place, e.key AS word))))), w -> w.word), ' ') AS abstract_inverted_index
FROM told_json_works;
CREATE OR REPLACE TEMPORARY VIEW raw_merged_ids (merge_date STRING, id STRING, merge_into_id STRING)
USING csv OPTIONS (path '{{.Folder "merged_ids"}}', header 'true', mode 'FAILFAST', recursiveFileLookup 'true');
{{end}}
