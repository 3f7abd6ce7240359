package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is mistyped is answered in one line that says what was given and what is
// wanted, before anybody is asked, and in no word of Go's.
func TestMistyped(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("CITEMAP_CONFIG", "none")
	t.Setenv("CITEMAP_API_URL", "http://127.0.0.1:1")
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	if err := os.WriteFile("l.md", []byte("- [A](https://arxiv.org/abs/2305.11206)\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	snapshot, err := filepath.Abs(filepath.Join("..", "l.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ line, said string }{
		// Flags and verbs.
		{"gaps l.md --snaphot x", "unknown flag --snaphot; did you mean --snapshot?"},
		{"gaps l.md --zzzz", "unknown flag --zzzz; see citemap gaps --help"},
		{"rank l.md -z", "unknown flag -z; see citemap rank --help"},
		{"gasp l.md", `"gasp" is neither a verb nor a file; did you mean gaps?`},
		{"rnak", `"rnak" is neither a verb nor a file; did you mean rank?`},
		{"frobnicate", `"frobnicate" is neither a verb nor a file; see citemap --help`},
		{"help gpas", `citemap help: there is no verb "gpas"; did you mean gaps?`},
		{"completion bsh", `citemap completion: there is no "bsh"; did you mean bash or zsh?`},
		{"library prun", `citemap library: there is no "prun"; did you mean prune?`},
		{"rank", "citemap rank: no list given; see citemap rank --help"},
		{"rank l.md --number", "-n: want a value; see citemap rank --help"},
		{"rank l.md --by", "--by: want a value; see citemap rank --help"},

		// Numbers.
		{"gaps l.md -n x", "-n x: want a whole number"},
		{"gaps l.md -n 1.5", "-n 1.5: want a whole number"},
		{"gaps l.md -n -1", "-n -1: want 0 for all, or more"},
		{"gaps l.md -n 99999999999999999999", "-n 99999999999999999999: want a smaller number"},
		{"rank l.md --rate x", "--rate x: want a number"},
		{"rank l.md --rate 0", "--rate 0: want more than 0 requests per second, and 10000 at most"},
		{"rank l.md --rate -1", "--rate -1: want more than 0 requests per second, and 10000 at most"},
		{"rank l.md --rate NaN", "--rate NaN: want more than 0 requests per second, and 10000 at most"},
		{"rank l.md --rate Inf", "--rate +Inf: want more than 0 requests per second, and 10000 at most"},
		{"rank l.md --rate 1e9", "--rate 1e+09: want more than 0 requests per second, and 10000 at most"},
		{"rank l.md --budget 1e9", "--budget 1e9: want a whole number"},
		{"rank l.md --budget -1", "--budget -1: want 0 for no request, up to 1000000"},
		{"rank l.md --budget 1000000000", "--budget 1000000000: want 0 for no request, up to 1000000"},
		{"rank l.md --offline=perhaps", "--offline perhaps: want true or false"},
		{"eval l.md --hide 2", "--hide 2: want a share above 0 and below 1, such as 0.5"},
		{"eval l.md --hide NaN", "--hide NaN: want a share above 0 and below 1, such as 0.5"},
		{"eval l.md --trials 0", "--trials 0: want 1 to 1000"},
		{"eval l.md --trials 1000000000", "--trials 1000000000: want 1 to 1000"},
		{"eval l.md --seed -1", "--seed -1: want a whole number, 0 or more"},
		{"eval l.md --given -3", "--given -3: want 0 for no limit, or more"},
		{"topics l.md --resolution NaN", "--resolution NaN: want more than 0 and 1000000 at most"},
		{"path l.md --keys 0", "--keys 0: want 1 or more"},

		// Durations and dates.
		{"rank l.md --patience x", "--patience x: want a duration such as 90s, 10m, 12h, 30d or 2w"},
		{"rank l.md --refresh 30", "--refresh 30: want a duration such as 90s, 10m, 12h, 30d or 2w"},
		{"map l.md --draw-timeout 30days", "--draw-timeout 30days: want a duration such as 90s, 10m, 12h, 30d or 2w"},
		{"library prune --older -1d", "--older -1d: want a duration such as 90s, 10m, 12h, 30d or 2w"},
		{"rank l.md --as-of 2023-13", "--as-of 2023-13: want YYYY, YYYY-MM or YYYY-MM-DD"},

		// Closed sets.
		{"rank l.md --by pagrank", "--by pagrank: want one of local, pagerank, authority, hub, global, rescaled-pagerank, rescaled-local, citerank, betweenness, core, influential, rescaled-global; did you mean pagerank?"},
		{"map l.md --layout timline", "--layout timline: want one of timeline, columns, topics; did you mean timeline?"},
		{"gaps l.md --kind foundatoin", "--kind foundatoin: want one of foundation, sibling, newer; did you mean foundation?"},
		{"gaps l.md --format jsn", "--format jsn: want one of table, json, csv, tsv, md; did you mean json?"},
		{"eval l.md --method citmap", "--method citmap: want one of citemap, ridge, formula, references, both, cocitation, coupling, connected, text; did you mean citemap?"},
		{"rank l.md --fallback openalx", "--fallback openalx: want none, or some of openalex, crossref; did you mean openalex?"},
		{"path l.md --weights sp", "--weights sp: want one of spc, splc, spnp; did you mean spc?"},
		{"check l.md --fix=lnks", "--fix=lnks: want all, or some of links, duplicates, dates, titles, ids, cross-listed; did you mean links?"},
		{"gaps l.md --wide --format csv", "--wide and --format csv exclude each other: csv has all columns already"},

		// Ids and files.
		{"rank l.md --exclude foo", `--exclude: id "foo": want `},
		{"rank l.md --without 12x", `--without: id "12x": want `},
		{"rank l.md --snapshot " + snapshot, snapshot + ": file does not exist: want a snapshot"},
		{"rank l.md --mail x", "--mail x: want an email address such as ada@example.org"},
	} {
		var out, errs bytes.Buffer
		status := run("", strings.Fields(test.line), strings.NewReader(""), &out, &errs)
		said, one := strings.CutSuffix(errs.String(), "\n")
		switch {
		case status != exitUsage && !strings.HasSuffix(said, "want a snapshot"):
			t.Errorf("%s: exit %d", test.line, status)
		case !one || strings.Contains(said, "\n") || out.Len() > 0:
			t.Errorf("%s: want one line on stderr and nothing else: %q, %q", test.line, said, out.String())
		case strings.HasSuffix(test.said, "want "):
			if !strings.HasPrefix(said, test.said) {
				t.Errorf("%s:\n%s\nwant\n%s", test.line, said, test.said)
			}
		case said != test.said:
			t.Errorf("%s:\n%s\nwant\n%s", test.line, said, test.said)
		}
		for _, foreign := range []string{"strconv", "invalid argument", "parsing", "syntax", "0x"} {
			if strings.Contains(said, foreign) {
				t.Errorf("%s: speaks of %q: %s", test.line, foreign, said)
			}
		}
	}
}
