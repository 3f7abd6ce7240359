{{/* The head for DuckDB: its settings, what it has under other names, how it writes
     a table, and how it reads dumps. */}}

{{define "begin"}}
SET memory_limit = '{{.Memory}}';
SET temp_directory = '{{.Temp}}';
SET preserve_insertion_order = false;
SET enable_progress_bar = false;
SET partitioned_write_max_open_files = 300;
CREATE MACRO ascii_lower(x) AS translate(x, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
CREATE MACRO regexp_like(x, pattern) AS regexp_matches(x, pattern);
CREATE MACRO replaced(x, pattern, by_what) AS regexp_replace(x, pattern, by_what, 'g');
CREATE MACRO extracted(x, pattern) AS nullif(regexp_extract(x, pattern, 1), '');
CREATE MACRO untagged(x) AS replaced(replace(replaced(x, '<[^<>]*>', ''), '&amp;', '&'), '&[A-Za-z0-9#]+;', '');
CREATE MACRO words_of(x) AS regexp_extract_all(x, '"([A-Za-z]+)"', 1);
CREATE MACRO no_words() AS CAST(NULL AS VARCHAR[]);
CREATE MACRO size(x) AS len(x);
CREATE MACRO one_of(x) AS [x];
CREATE MACRO explode(x) AS unnest(x);
CREATE MACRO array_join(x, parted) AS array_to_string(x, parted);
CREATE MACRO set_of(x) AS CASE WHEN len(list_distinct(x)) > 0 THEN list_sort(list_distinct(x)) END;
CREATE MACRO collect_list(x) AS list(x) FILTER (WHERE x IS NOT NULL);
{{end}}

{{define "write"}}
COPY (
{{.Select}}
{{- if .Sort}}
ORDER BY {{.Sort}}
{{- end}}
) TO '{{.Folder}}/part-{{.Part}}.parquet' (FORMAT parquet, ROW_GROUP_SIZE {{.Rows}}{{if .Plain}}, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 1{{else}}, COMPRESSION zstd{{end}});
{{end}}

{{define "scatter"}}
COPY (
SELECT *, {{.Slot}} AS slot FROM (
{{.Select}}
)) TO '{{.Folder}}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (slot), OVERWRITE_OR_IGNORE);
{{end}}

{{define "view"}}
CREATE OR REPLACE TEMPORARY VIEW {{.Name}} AS SELECT * FROM read_parquet({{.Files}}, hive_partitioning = false);
{{end}}

{{define "facts"}}
.mode tabs
.headers off
SELECT 'engine' AS fact, concat('duckdb ', version()) AS number;
{{.Select}};
{{end}}

{{define "semanticscholar"}}
CREATE OR REPLACE TEMPORARY VIEW raw_papers AS
SELECT * REPLACE (list_transform(authors, lambda a: a.name) AS authors)
FROM read_json({{.Files "papers"}}, format = 'newline_delimited', maximum_object_size = {{.Longest}}, columns = {
  corpusid: 'VARCHAR', url: 'VARCHAR', title: 'VARCHAR', venue: 'VARCHAR', year: 'VARCHAR', publicationdate: 'VARCHAR',
  externalids: 'STRUCT(ACL VARCHAR, DBLP VARCHAR, ArXiv VARCHAR, MAG VARCHAR, PubMed VARCHAR, DOI VARCHAR, PubMedCentral VARCHAR)',
  authors: 'STRUCT(name VARCHAR)[]', publicationtypes: 'VARCHAR[]',
  referencecount: 'VARCHAR', citationcount: 'VARCHAR', influentialcitationcount: 'VARCHAR'});
CREATE OR REPLACE TEMPORARY VIEW raw_citations AS
SELECT * FROM read_json({{.Files "citations"}}, format = 'newline_delimited', maximum_object_size = {{.Longest}}, columns = {
  citingcorpusid: 'VARCHAR', citedcorpusid: 'VARCHAR', isinfluential: 'BOOLEAN', contexts: 'VARCHAR[]', intents: 'VARCHAR'});
CREATE OR REPLACE TEMPORARY VIEW raw_abstracts AS
SELECT * FROM read_json({{.Files "abstracts"}}, format = 'newline_delimited', maximum_object_size = {{.Longest}}, columns = {
  corpusid: 'VARCHAR', abstract: 'VARCHAR'});
CREATE OR REPLACE TEMPORARY VIEW raw_paper_ids AS
SELECT * FROM read_json({{.Files "paper-ids"}}, format = 'newline_delimited', maximum_object_size = {{.Longest}}, columns = {
  sha: 'VARCHAR', corpusid: 'VARCHAR'});
{{end}}

{{define "openalex"}}
CREATE OR REPLACE TEMPORARY VIEW raw_works AS
SELECT * REPLACE (list_transform(authorships, lambda a: coalesce(a.author.display_name, a.raw_author_name)) AS authorships,
  list_transform(locations, lambda l: l.landing_page_url) AS locations,
  (SELECT string_agg(word, ' ' ORDER BY place) FROM (
    SELECT e.key AS word, unnest(e.value) AS place FROM (SELECT unnest(map_entries(abstract_inverted_index)) AS e))) AS abstract_inverted_index)
FROM read_json({{.Files "works"}}, format = 'newline_delimited', maximum_object_size = {{.Longest}}, columns = {
  id: 'VARCHAR', doi: 'VARCHAR', display_name: 'VARCHAR', publication_year: 'VARCHAR', publication_date: 'VARCHAR', type: 'VARCHAR',
  ids: 'STRUCT(mag VARCHAR, pmid VARCHAR, pmcid VARCHAR)',
  authorships: 'STRUCT(author STRUCT(display_name VARCHAR), raw_author_name VARCHAR)[]',
  locations: 'STRUCT(landing_page_url VARCHAR)[]', primary_location: 'STRUCT(source STRUCT(display_name VARCHAR))',
  cited_by_count: 'VARCHAR', referenced_works_count: 'VARCHAR', referenced_works: 'VARCHAR[]',
  abstract_inverted_index: 'MAP(VARCHAR, INTEGER[])'});
CREATE OR REPLACE TEMPORARY VIEW raw_merged_ids AS
SELECT id, merge_into_id FROM read_csv({{.Files "merged_ids"}}, header = true, all_varchar = true);
{{end}}
