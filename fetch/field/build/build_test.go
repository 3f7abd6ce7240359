package build

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// dumped makes a dump with all its faults, and beside it the snapshot that says
// what is true.
func dumped(t *testing.T, args ...string) (dump, truth string) {
	t.Helper()
	dump, truth = filepath.Join(t.TempDir(), "dump"), filepath.Join(t.TempDir(), "truth.jsonl")
	c := exec.Command("go", append([]string{"run", "citemap/cmd/bench/dump", "-o", dump, "-snapshot", truth}, args...)...)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("make a dump: %v\n%s", err, said)
	}
	return dump, truth
}

// program finds an engine, without which the test is passed over. It is, too, with
// the race detector: the work is done by others' programs.
func program(t *testing.T, name string) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short")
	}
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not on the path", name)
	}
}

// options build with DuckDB and report to nobody.
func options(dump, dir string) Options {
	return Options{Source: dump, Dir: dir, Engine: "duckdb", Memory: "500MB", Report: func(Step) {}}
}

func built(t *testing.T, o Options) *Facts {
	t.Helper()
	f, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// query asks DuckDB and gives its answer as CSV without a head.
func query(t *testing.T, text string) string {
	t.Helper()
	out, err := runProgram(context.Background(), exec.Command("duckdb", "-bail", "-csv", "-noheader"), text)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(out)
}

// sums gives the rows of each table of a field and the sum of their hashes.
func sums(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	for i := range stages {
		if table := stages[i].table; table != "" {
			all = append(all, fmt.Sprintf("SELECT '%s', count(*), sum(CAST(hash(t) AS HUGEINT)) FROM (FROM '%s/%s/*.parquet') t", table, dir, table))
		}
	}
	return query(t, strings.Join(all, "\nUNION ALL ")+" ORDER BY 1;")
}

// unsorted gives the tables of which a row comes before the one ahead of it.
func unsorted(t *testing.T, dir string) (wrong []string) {
	t.Helper()
	for i := range stages {
		st := &stages[i]
		if st.table == "" {
			continue
		}
		said := query(t, fmt.Sprintf(`SELECT count(*) FROM (SELECT row(%[1]s) < lag(row(%[1]s)) OVER (ORDER BY filename, file_row_number) AS early
			FROM read_parquet('%[2]s/%[3]s/*.parquet', filename = true, file_row_number = true)) WHERE early;`, st.sort, dir, st.table))
		if said != "0" {
			wrong = append(wrong, st.table)
		}
	}
	return wrong
}

// What was put into a dump and its faults is what comes out.
func TestFieldIsTheTruth(t *testing.T) {
	program(t, "duckdb")
	dump, truth := dumped(t, "-papers", "3000", "-citations", "30000", "-shards", "4")
	dir := filepath.Join(t.TempDir(), "field")
	f := built(t, options(dump, dir))
	for _, d := range f.Dropped {
		if d.Rows == 0 && d.What != "papers without an id" {
			t.Errorf("there were no %s", d.What)
		}
	}
	for what, wrong := range map[string]string{
		"papers": `SELECT count(*) FROM o FULL JOIN p USING (node) WHERE o.paperId IS DISTINCT FROM p.paper_id OR o.title IS DISTINCT FROM p.title
			OR o.abstract IS DISTINCT FROM p.abstract OR o.aliases IS DISTINCT FROM p.aliases OR o.venue IS DISTINCT FROM p.venue
			OR o.citationCount IS DISTINCT FROM p.citation_count OR o.referenceCount IS DISTINCT FROM p.reference_count
			OR list_transform(o.authors, lambda a: a.name) IS DISTINCT FROM p.authors OR o.externalIds['DOI'] IS DISTINCT FROM p.doi
			OR o.externalIds['ArXiv'] IS DISTINCT FROM p.arxiv OR o.externalIds['CorpusId'] IS DISTINCT FROM CAST(p.corpus_id AS VARCHAR)
			OR o.year * 512 + coalesce(month(CAST(publicationDate AS DATE)) * 32 + day(CAST(publicationDate AS DATE)), 0) IS DISTINCT FROM p.day`,
		"citations": `SELECT count(*) FROM e FULL JOIN f USING (citing, cited) WHERE e.citing IS NULL OR f.citing IS NULL OR e.c.texts IS DISTINCT FROM f.contexts
			OR e.c.intents IS DISTINCT FROM f.intents OR coalesce(e.c.influential, false) IS DISTINCT FROM coalesce(f.influential, false)`,
	} {
		said := query(t, fmt.Sprintf(`CREATE TABLE s AS SELECT * FROM read_json('%[1]s', format = 'newline_delimited', columns = {paperId: 'VARCHAR', year: 'INT',
				publicationDate: 'VARCHAR', title: 'VARCHAR', abstract: 'VARCHAR', "references": 'VARCHAR[]', aliases: 'VARCHAR[]', externalIds: 'MAP(VARCHAR, VARCHAR)',
				authors: 'STRUCT(name VARCHAR)[]', venue: 'VARCHAR', citationCount: 'INT', referenceCount: 'INT',
				contexts: 'MAP(VARCHAR, STRUCT(texts VARCHAR[], intents VARCHAR[], influential BOOLEAN))'}) WHERE paperId IS NOT NULL;
			CREATE TABLE p AS SELECT * FROM '%[2]s/papers/*.parquet' JOIN '%[2]s/nodes/*.parquet' USING (node) LEFT JOIN '%[2]s/abstracts/*.parquet' USING (node);
			CREATE TABLE o AS SELECT *, row_number() OVER (ORDER BY coalesce(publicationDate, CAST(year AS VARCHAR)), paperId) - 1 AS node FROM s;
			CREATE TABLE e AS SELECT a.node AS citing, b.node AS cited, a.contexts[b.paperId] AS c FROM (SELECT node, contexts, unnest("references") AS r FROM o) a JOIN o b ON a.r = b.paperId;
			CREATE TABLE f AS SELECT * FROM '%[2]s/citations/by-citing/*.parquet' LEFT JOIN '%[2]s/contexts/*.parquet' USING (citing, cited);
			%[3]s;`, truth, dir, wrong))
		if said != "0" {
			t.Errorf("%s %s are wrong", said, what)
		}
	}
	if wrong := unsorted(t, dir); wrong != nil {
		t.Errorf("not sorted: %s", wrong)
	}
}

// A field that is cut into parts has the rows of one that is not, in their order.
func TestPartsAreTheWhole(t *testing.T) {
	program(t, "duckdb")
	dump, _ := dumped(t, "-papers", "2000", "-citations", "20000", "-shards", "3")
	whole, parts := filepath.Join(t.TempDir(), "whole"), filepath.Join(t.TempDir(), "parts")
	built(t, options(dump, whole))
	o := options(dump, parts)
	o.Rows = 1500
	built(t, o)
	if got, want := sums(t, parts), sums(t, whole); got != want {
		t.Errorf("in parts:\n%s\nas one:\n%s", got, want)
	}
	if wrong := unsorted(t, parts); wrong != nil {
		t.Errorf("not sorted: %s", wrong)
	}
	for i := range stages {
		if table := stages[i].table; table != "" && table != "abstracts" {
			if files, _ := filepath.Glob(filepath.Join(parts, table, "part-*.parquet")); len(files) < 2 {
				t.Errorf("%s is in %d files", table, len(files))
			}
		}
	}
}

// Both engines make the same field, Spark on a cluster of two processes.
func TestEnginesAgree(t *testing.T) {
	program(t, "duckdb")
	program(t, "spark-sql")
	dump, _ := dumped(t, "-papers", "1000", "-citations", "8000", "-shards", "3")
	one, other := filepath.Join(t.TempDir(), "duckdb"), filepath.Join(t.TempDir(), "spark")
	want := built(t, options(dump, one))
	settings := t.TempDir()
	// The data is small: what is compiled for large data costs more than it saves.
	plain := "spark.sql.codegen.wholeStage false\nspark.sql.codegen.factoryMode NO_CODEGEN\nspark.sql.adaptive.coalescePartitions.enabled false\nspark.executor.memory 900m\n" +
		"spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC\nspark.executor.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n"
	if err := os.WriteFile(filepath.Join(settings, "spark-defaults.conf"), []byte(plain), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Setenv("SPARK_CONF_DIR", settings)
	o := options(dump, other)
	o.Engine, o.Master = "spark", "local-cluster[2,1,1024]"
	got := built(t, o)
	if !slices.Equal(got.Dropped, want.Dropped) || got.Papers != want.Papers || !strings.HasPrefix(got.Engine, "spark ") {
		t.Errorf("Spark: %+v, DuckDB: %+v", got, want)
	}
	if got, want := sums(t, other), sums(t, one); got != want {
		t.Errorf("Spark:\n%s\nDuckDB:\n%s", got, want)
	}
	if wrong := unsorted(t, other); wrong != nil {
		t.Errorf("not sorted: %s", wrong)
	}
	if files, _ := filepath.Glob(filepath.Join(other, "*", "*.parquet")); len(files) < 8 {
		t.Errorf("files: %s", files)
	}
}
