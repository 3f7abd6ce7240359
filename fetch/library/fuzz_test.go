package library

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// FuzzReadSnapshot: what reads, is written and read again is the same.
func FuzzReadSnapshot(f *testing.F) {
	f.Add(small)
	f.Add(header1)
	f.Add(header1 + `{"paperId":"a"}` + "\n" + `{"paperId":"a"}`)
	f.Add("\x1f\x8b\x08")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := readWhole("f", strings.NewReader(text))
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f:") || strings.HasPrefix(err.Error(), "f:0") {
				t.Errorf("error does not name its place: %v", err)
			}
			return
		}
		again, err := readWhole("again", strings.NewReader(written(t, s)))
		if err != nil || !reflect.DeepEqual(s, again) {
			t.Errorf("read %+v\nthen %+v, %v", s, again, err)
		}
		s.Source()
	})
}

// FuzzRecord: a record that reads, is written and read again is the same.
func FuzzRecord(f *testing.F) {
	for line := range strings.Lines(small) {
		f.Add(line)
	}
	f.Add(`{"paperId":"a","externalIds":{"DOI":"10.48550/arXiv.math.AG/0601001","ACL":"p02-1040","PubMedCentral":"pmc1"},"publicationDate":"2001-02"}`)
	f.Fuzz(func(t *testing.T, line string) {
		if p, err := decodePaper([]byte(line)); err == nil {
			checkRoundTrip(t, p)
		}
		checkUsual(t, line)
	})
}

// TestReadUsual: what is read without encoding/json is what that reads.
func TestReadUsual(t *testing.T) {
	for line := range strings.Lines(small) {
		checkUsual(t, line)
	}
	for _, line := range unusual {
		checkUsual(t, line)
	}
	for _, line := range []string{
		`{"paperId":"a","references":[null,"b"],"citations":null,"externalIds":{"DOI":null,"CorpusId":12,"ACL":"\u0041"},"sum":"01234567"}`,
		`{"paperId":"a","externalIds":{"DOI":true}}`, `{"paperId":"a","authors":[{"name":null},null,{"name":"x","name":"y"}]}`,
		`{"paperId":"a","title":"\ud800 \" \u2028","abstract":"` + "\xff" + `","referencesState":"empty","references":[]}`,
		`{"paperId":"a","externalIds":null,"authors":null,"aliases":null,"year":null,"citationsCut":true,"citationsCut":null}`,
	} {
		checkUsual(t, line)
	}
	if _, usual := readUsual([]byte(`{"paperId":"a","title":"A title","references":["b"],"sum":"01234567"}`)); !usual {
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
