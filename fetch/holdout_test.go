package fetch_test

import (
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/graph"
)

func TestReadHoldOuts(t *testing.T) {
	papers := []graph.Paper{{ID: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", IDs: graph.ExternalIDs{{Scheme: graph.ACL, Value: "P02-1040"}}}}
	corpus := &graph.Corpus{Papers: papers}
	lists, err := fetch.ReadHoldOuts("lists.jsonl", strings.NewReader(
		`{"name":"x","asOf":"2010","exclude":["ACL:P02-1040"],"papers":["ACL:P02-1040","arXiv:2305.11206"]}`+"\n\n"), corpus)
	if err != nil || len(lists) != 1 || len(lists[0].Papers) != 1 || lists[0].Papers[0] != papers[0].ID || lists[0].AsOf.Year != 2010 || len(lists[0].Exclude) != 1 {
		t.Errorf("lists %+v, %v", lists, err)
	}
	for text, want := range map[string]string{
		"":                                  "lists.jsonl: no list",
		"\n{]":                              "lists.jsonl:2: not a hold-out list",
		`{"name":"x","asOf":"May"}`:         "lists.jsonl:1: date",
		`{"name":"x","papers":["no id"]}`:   "lists.jsonl:1: id",
		`{"name":"x","exclude":["PMID:x"]}`: "lists.jsonl:1: id",

		"\n" + strings.Repeat(" ", 65<<20): "lists.jsonl:2: line longer than 64 MB: want one JSON object per line",
	} {
		if _, err := fetch.ReadHoldOuts("lists.jsonl", strings.NewReader(text), corpus); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.40q: error %v, want %q...", text, err, want)
		}
	}
}
