package record

import (
	"encoding/json"
	"reflect"
	"testing"
)

// lines are usual ones, and such as encoding/json reads or refuses in ways of its own.
var lines = []string{
	`{"paperId":"a","references":[null,"b"],"citations":null,"externalIds":{"DOI":null,"CorpusId":12,"ACL":"\u0041"},"sum":"01234567"}`,
	`{"paperId":"a","externalIds":{"DOI":true}}`, `{"paperId":"a","authors":[{"name":null},null,{"name":"x","name":"y"}]}`,
	`{"paperId":"a","title":"\ud800 \" \u2028","abstract":"` + "\xff" + `","referencesState":"empty","references":[]}`,
	`{"paperId":"a","externalIds":null,"authors":null,"aliases":null,"year":null,"citationsCut":true,"citationsCut":null}`,
	`{"paperId":"a","PaperID":"b","references":["b"]}`,
	`{"paperId":"a","references":["b","c"],"references":[null]}`,
	`{"paperId":"a","paper\u0049d":"b"}`,
	`{"paperId":"a","year":1e3}`, `{"paperId":"a","year":99999999999999999999}`, `{"paperId":"a","year":01}`, `{"paperId":"a","citationCount":-0}`,
	`{"paperId":"a","referencesState":null,"references":[""]}`, `{"paperId":"a","referencesState":"lost"}`,
	`{"paperId":"b","externalIds":{"DOI":"10.1000/X Y","doi":"10.1/x","DOI":"again","MAG":007}}`,
	`{"paperId":"a","authors":[{"name":"x","affiliations":[{"n":[1,2,{}]}]}],"contexts":{"b":{"texts":["x"]}}}`,
	`{"paperId":"a","publicationTypes":["Review",null,1],"embedding":"ADwAwA==","retraction":{"kind":"retraction"},"contexts": {"b":{"texts":["x"],"intents":null,"influential":true}} }`,
	`{"paperId":"a","publicationTypes":["Review"],"Embedding":null,"embedding":5,"retraction":{"kind":"gone"},"contexts":[{}]}`,
	"{\"paperId\":\"a\",\"abstract\":\"tab\tin it\"}", "{\"paperId\":\"a\",\"\u017ftub\":true}", `[]`, `null`, `{"paperId":"a"}}`, ` { "paperId" : "a" } ` + "\r",
}

// TestReadUsual: what is read without encoding/json is what that reads.
func TestReadUsual(t *testing.T) {
	for _, line := range lines {
		checkUsual(t, line)
	}
	if _, usual := readUsual([]byte(`{"paperId":"a","title":"A title","references":["b"],"publicationTypes":["Review"],"contexts":{"b":{"texts":["x"]}},"embedding":"ADwAwA==","sum":"01234567"}`)); !usual {
		t.Error("a record of the library is out of the ordinary")
	}
}

func checkUsual(t *testing.T, line string) {
	t.Helper()
	got, usual := readUsual([]byte(line))
	if !usual {
		return
	}
	var want record
	if err := json.Unmarshal([]byte(line), &want); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%q\nread %+v\nwant %+v, %v", line, got, want, err)
	}
}

// FuzzReadUsual holds it to encoding/json.
func FuzzReadUsual(f *testing.F) {
	for _, line := range lines {
		f.Add(line)
	}
	f.Fuzz(checkUsual)
}
