package library

import (
	"reflect"
	"strings"
	"testing"

	"citemap/fetch/library/record"
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
	f.Add(`{"paperId":"a","publicationTypes":["Review",null],"contexts":{"b":{"texts":["as in [3]"],"intents":["result","background"],"influential":true}," b ":{"texts":["again"]},"c":5},"embedding":"ADwAwA==","retraction":{"kind":"retraction","notice":"10.1/x","date":"2024-05"}}`)
	f.Add(`{"paperId":"a","publicationTypes":{},"contexts":[],"embedding":"AHw=","retraction":{"kind":"gone"}}`)
	f.Fuzz(func(t *testing.T, line string) {
		if p, err := record.Decode([]byte(line)); err == nil {
			checkRoundTrip(t, p)
		}
	})
}
