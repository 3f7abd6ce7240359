package build

import (
	"errors"
	"strings"
	"testing"
)

// What engines say at length is said in a line.
func TestFailure(t *testing.T) {
	for said, want := range map[string]string{
		"Invalid Input Error: Malformed JSON in file \"/d/a.jsonl.gz\", at byte 8 in line 3: unexpected character. \nTry setting 'ignore_errors' to true.\n":    `duckdb: Malformed JSON in file "/d/a.jsonl.gz", at byte 8 in line 3: unexpected character`,
		"IO Error: Could not write to file \"/x/part-00000.parquet\": No space left on device\n":                                                                `duckdb: no room left on the disk: Could not write to file "/x/part-00000.parquet": No space left on device: make room and run the same command again; finished stages are kept`,
		"Out of Memory Error: could not allocate block of size 256.0 KiB (381.4 MiB/381.4 MiB used)\n\nPossible solutions:\n* Reducing the number of threads\n": `duckdb: not enough memory: could not allocate block of size 256.0 KiB (381.4 MiB/381.4 MiB used): give it more with --memory, and run the same command again; finished stages are kept`,
		`26/11/27 11:31:15 WARN TaskSetManager: Lost task 0.0
org.apache.spark.SparkException: [FAILED_READ_FILE.NO_HINT] Encountered error while reading file file:///d/papers/a.jsonl.  SQLSTATE: KD001
	at org.apache.spark.sql.errors.QueryExecutionErrors$.cannotReadFilesError(QueryExecutionErrors.scala:852)
Caused by: org.apache.spark.SparkException: [MALFORMED_RECORD_IN_PARSING.WITHOUT_SUGGESTION] Malformed records are detected
Caused by: com.fasterxml.jackson.core.JsonParseException: Unexpected end-of-input within Object entries
	... 21 more
`: "duckdb: /d/papers/a.jsonl: JsonParseException: Unexpected end-of-input within Object entries",
		"": "duckdb: ended without a word: signal: killed: run the same command again; finished stages are kept",
		"/usr/bin/spark-class: line 71: /usr/bin/java: No such file or directory\n": "duckdb: /usr/bin/spark-class: line 71: /usr/bin/java: No such file or directory",
	} {
		if got := failure("duckdb", errors.New("signal: killed"), said).Error(); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", strings.Split(said, "\n")[0], got, want)
		}
	}
}
