package semanticscholar

import (
	"slices"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// Answers go to the ids that they bear. What nothing in an answer is for is
// asked for again, and fails with words where that does not help.
func TestAnswersAreMatchedByTheirIDs(t *testing.T) {
	const (
		a = `{"paperId":"a","title":"A","externalIds":{"CorpusId":1000}}`
		b = `{"paperId":"b","title":"B","externalIds":{"CorpusId":1001}}`
		c = `{"paperId":"c","title":"C","externalIds":{"CorpusId":1002}}`
		x = `{"paperId":"x","title":"X","externalIds":{"CorpusId":77}}`
	)
	for _, test := range []struct {
		name    string
		replies []string
		papers  string // by id, - for an unknown one, ! for a failed one
		fault   string
	}{
		{"in order", []string{a + "," + b + "," + c}, "a b c", ""},
		{"unknown", []string{a + ",null," + c}, "a - c", ""},
		{"an alias", []string{a + "," + x + "," + c}, "a x c", ""},
		{"two ids of one paper", []string{a + "," + a + "," + c}, "a a c", ""},
		{"turned around", []string{c + "," + b + "," + a}, "a b c", ""},
		{"shifted, one gone", []string{b + "," + c + ",null", a}, "a b c", ""},
		{"shorter, then the rest", []string{a + "," + c, b}, "a b c", ""},
		{"longer", []string{a + "," + b + "," + c + ",null"}, "a b c", ""},
		{"shorter, and never more", []string{a + "," + c, ``}, "a ! c", "200: 0 papers for a batch of one id"},
		{"a malformed item", []string{a + `,"oops",` + c, b}, "a b c", ""},
		{"an item that stays malformed", []string{a + `,{"error":"no luck"},` + c, `{"error":"no luck"}`}, "a ! c", "200: no luck"},
		{"a number for a paper, for ever", []string{a + `,7,` + c, `7`}, "a ! c", "200 with an answer that cannot be used: place 0 of 1"},
	} {
		var replies []reply
		for _, r := range test.replies {
			replies = append(replies, ok("["+r+"]"))
		}
		client, _ := setup(t, api.Config{}, replies...)
		answers, err := askFor(client, t.Context(), fetch.Own, corpusIDs(3))
		var got []string
		fault := ""
		for _, answer := range answers {
			switch answer.Outcome {
			case fetch.Found:
				got = append(got, string(answer.Paper.ID))
			default:
				got = append(got, string("?+-!"[answer.Outcome]))
			}
			fault += answer.Fault
		}
		if err != nil || strings.Join(got, " ") != test.papers || !strings.HasPrefix(fault, test.fault) || (fault == "") != (test.fault == "") || client.Requests() > len(replies)+3 {
			t.Errorf("%s: %v, fault %q, %d requests, %v", test.name, got, fault, client.Requests(), err)
		}
	}
}

// A PaperID that is answered under another one is an alias of that paper.
func TestAnOldPaperIDIsAnAlias(t *testing.T) {
	old, renamed := strings.Repeat("0", 40), strings.Repeat("1", 40)
	answer := `{"paperId":"` + renamed + `","title":"T","references":[]}`
	for _, facts := range []fetch.Facts{fetch.Own, fetch.ReferenceIDs, fetch.References, fetch.Surroundings} {
		c, _ := setup(t, api.Config{}, ok("["+answer+","+answer+"]"))
		ids := []graph.ExternalID{{Scheme: graph.S2, Value: renamed}, {Scheme: graph.S2, Value: old}}
		answers, err := askFor(c, t.Context(), facts, ids)
		for _, a := range answers {
			if err != nil || string(a.Paper.ID) != renamed || !slices.Equal(a.Paper.Aliases, []graph.PaperID{graph.PaperID(old)}) {
				t.Errorf("%s: %s, also %v; %v", facts, a.Paper.ID, a.Paper.Aliases, err)
			}
		}
	}
}
