package library

import (
	"reflect"
	"strings"
	"testing"

	"citemap/fetch/library/record"
	"citemap/graph"
)

// What is known of a paper beyond the graph stands in a snapshot as design.md
// has it, and reads back the same.
func TestDetails(t *testing.T) {
	p := graph.Paper{
		ID: "a", Title: "Automata", Types: []string{"Review", "JournalArticle"},
		Contexts: []graph.Context{
			{Cited: "b", Texts: []string{"We follow [3].", "As shown in <b>[3]</b>."}, Intents: []string{"background", "methodology"}, Influential: true},
			{Cited: "c", Intents: []string{"result"}},
		},
		Embedding: graph.NewEmbedding([]float32{1, -2, 0.5}),
		Notice:    &graph.Notice{Kind: graph.Retraction, DOI: "10.1000/notice", Date: graph.Date{Year: 2024, Month: 5}},
	}
	const want = `{"paperId":"a","title":"Automata","referencesState":"unasked","references":null,"publicationTypes":["Review","JournalArticle"],` +
		`"contexts":{"b":{"texts":["We follow [3].","As shown in <b>[3]</b>."],"intents":["background","methodology"],"influential":true},"c":{"intents":["result"]}},` +
		`"embedding":"ADwAwAA4","retraction":{"kind":"retraction","notice":"10.1000/notice","date":"2024-05"}}` + "\n"
	line, err := record.Encode(&p)
	if err != nil || string(line) != want {
		t.Errorf("%v, wrote\n%swant\n%s", err, line, want)
	}
	checkRoundTrip(t, p)
}

// Anything else in the place of a detail is as if it were not there, and takes
// nothing else with it.
func TestDetailsOfAnotherKind(t *testing.T) {
	want := graph.Paper{ID: "a", Title: "Automata"}
	for _, detail := range []string{
		`"publicationTypes":"Review"`, `"publicationTypes":null`, `"publicationTypes":[1]`,
		`"contexts":[]`, `"contexts":{"b":[]}`, `"contexts":{"b":{}}`, `"contexts":{"":{"texts":["x"]}}`, `"contexts":{"b":{"intents":["praise"]}}`,
		`"embedding":"?"`, `"embedding":"ADw"`, `"embedding":"AAAA"`, `"embedding":[1,2]`, `"embedding":"AHw="`, `"embedding":"AH4="`, `"embedding":""`,
		`"retraction":true`, `"retraction":{"kind":"gone"}`,
	} {
		got, err := record.Decode([]byte(`{"paperId":"a",` + detail + `,"title":"Automata"}`))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", detail, got, err)
		}
	}
}

// A snapshot cannot make contexts of any size.
func TestDetailsAreBounded(t *testing.T) {
	long := strings.Repeat("word ", 1<<16)
	var texts strings.Builder
	for i := range 1000 {
		texts.WriteString(`,"` + strings.Repeat("x", i+1) + `"`)
	}
	p, err := record.Decode([]byte(`{"paperId":"a","contexts":{"b":{"texts":["` + long + `"` + texts.String() + `]}},"embedding":"` + strings.Repeat("AAAA", 1<<16) + `"}`))
	if err != nil || len(p.Contexts) != 1 || len(p.Contexts[0].Texts) > 20 || len(p.Contexts[0].Texts[0]) > 1100 || p.Embedding != nil {
		t.Errorf("%v: %d contexts, an embedding of %d", err, len(p.Contexts), len(p.Embedding))
	}
	checkRoundTrip(t, p)
}

// A snapshot that is scanned gives the details of a paper when it is read.
func TestDetailsOfAScannedSnapshot(t *testing.T) {
	const line = `{"paperId":"a","title":"Automata","references":["b"],"contexts":{"b":{"texts":["We follow [3]."]}},"embedding":"ADwAwAA4","retraction":{"kind":"correction"},"publicationTypes":["Review"]}`
	want, err := record.Decode([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	s, err := Scan("f", strings.NewReader(header1+line+"\n"+`{"paperId":"b","embedding":7,"contexts":"none"}`+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	place, _ := s.Papers.Own("a")
	if got := s.Papers.Read(place); !reflect.DeepEqual(got, want) || s.Papers.Err() != nil {
		t.Errorf("%+v, %v; want %+v", got, s.Papers.Err(), want)
	}
	place, _ = s.Papers.Own("b")
	if got := s.Papers.Read(place); got.Embedding != nil || s.Papers.Err() != nil {
		t.Errorf("%+v, %v", got, s.Papers.Err())
	}
}
