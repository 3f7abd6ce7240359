package semanticscholar

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// FuzzBatch reads any text as an answer: no panic, and whatever comes of it
// can be drawn, stored and named.
func FuzzBatch(f *testing.F) {
	for _, seed := range []string{
		`[null]`, known, `[{"paperId":null,"title":"a b c"}]`, `{"message":"x"}`, `<html>`, `[{"references":null,"openAccessPdf":{"disclaimer":"{'references'}"}}]`,
		`[{"paperId":"p","externalIds":{"CorpusId":1e5,"ArXiv":"2305.11206v1","DOI":null},"year":99999,"publicationDate":"0000-00-00","references":[{"title":"x\u0000y z w"},[]]}]`,
	} {
		f.Add([]byte(seed))
	}
	files, _ := filepath.Glob("../../../shared/s2-recordings/reported/*.json")
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			f.Add(text)
		}
	}
	c := NewClient(api.Config{})
	f.Fuzz(func(t *testing.T, body []byte) {
		items, err := decodeBatch(body)
		if err != nil {
			return
		}
		for _, item := range items {
			w := item.paper
			if item.words != "" {
				continue
			}
			a := c.answer(w)
			if a.Outcome == fetch.Found {
				references, around := w.references()
				check(t, append(around, a.Paper), references)
			}
		}
	})
}

func check(t *testing.T, papers []graph.Paper, references graph.References) {
	t.Helper()
	if references.State == graph.Unasked || !references.State.Told() && len(references.IDs) > 0 {
		t.Errorf("references %+v", references)
	}
	for _, p := range papers {
		if p.ID == "" || p.Date.Year < 0 || p.Date.Year > 9999 {
			t.Errorf("paper %q of %v", p.ID, p.Date)
		}
		for _, text := range append([]string{string(p.ID), p.Title, p.Venue, p.Abstract, p.URL}, p.Authors...) {
			if strings.ContainsFunc(text, unicode.IsControl) || text != strings.TrimSpace(text) {
				t.Errorf("text %q", text)
			}
		}
		for _, id := range p.IDs {
			if x, ok := graph.NewExternalID(id.Scheme, id.Value); !ok || x != id {
				t.Errorf("id %q", id)
			}
		}
	}
}

// FuzzPages reads any text as the other answers.
func FuzzPages(f *testing.F) {
	for _, seed := range []string{`{"data":null}`, `{"data":[{"citedPaper":null}],"next":1}`, `{"data":[{"citedPaper":{"paperId":"p"}}]}`, `{"error":"x"}`, `{"data":{}}`,
		`{"data":[{"contexts":["as in\n[1]",null,"as in [1]"],"intents":["result","x"],"isInfluential":true,"citedPaper":{"paperId":"p"}}]}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var page edgesPage
		var match matchAnswer
		_, _ = api.DecodeObject(body, &page), api.DecodeObject(body, &match)
		for _, c := range contextsOf(page.Data.Items) {
			if again, told := graph.NewContext(c.Cited, c.Texts, c.Intents, c.Influential); !told || !reflect.DeepEqual(again, c) {
				t.Errorf("%+v reads again as %+v", c, again)
			}
		}
		for i := range match.Data.Items {
			_ = match.Data.Items[i].Value.paper()
		}
	})
}
