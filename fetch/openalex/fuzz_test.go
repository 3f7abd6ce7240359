package openalex

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// always answers every request with one body.
type always string

func (a always) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(string(a))), Request: r}, nil
}

// FuzzWork reads any text as an answer, for the paper and for its references:
// no panic, and whatever comes of it can be drawn, stored and named.
func FuzzWork(f *testing.F) {
	for _, seed := range []string{
		`null`, `{}`, `<html>`, `{"error":"x"}`, `{"id":"https://openalex.org/W1"}`, citing(1, 2, 4400000000).body,
		`{"id":"W3","doi":"https://doi.org/10.48550/arXiv.1706.03762","display_name":"<i>x\u0000</i> &#7;","publication_year":99999,"publication_date":"0000-00-00",
		"ids":{"mag":1e5,"pmid":"https://pubmed.ncbi.nlm.nih.gov/1","pmcid":null},"authorships":[{"author":{"display_name":" a\u0001 "}}],"locations":[{"landing_page_url":"http://arxiv.org/abs/x"}],
		"cited_by_count":-1,"referenced_works":["W1","w99999999999999999999",null,"https://openalex.org/W4400000000"],"referenced_works_count":-5}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		w, err := decodeWork(body)
		if err != nil {
			return
		}
		references := w.references()
		papers := []graph.Paper{w.paper()}
		c := NewClient(api.Config{Transport: always(body), Rate: 1e9, Patience: -1})
		for _, id := range references.IDs[:min(len(references.IDs), 5)] {
			value, numbered := strings.CutPrefix(string(id), "OpenAlex:")
			err := c.Ask(context.Background(), fetch.Own, []fetch.Subject{{ID: graph.ExternalID{Scheme: graph.OpenAlex, Value: value}}}, func(replies []fetch.Reply) error {
				if replies[0].Outcome == fetch.Found {
					papers = append(papers, replies[0].Paper)
				}
				return nil
			})
			if !numbered || err != nil && len(papers) > 1 {
				t.Errorf("%s: %v", id, err)
			}
		}
		check(t, papers, references)
		for _, p := range papers[1:] {
			if p.ID == "" {
				t.Error("a paper without an id")
			}
		}
	})
}

func check(t *testing.T, papers []graph.Paper, references graph.References) {
	t.Helper()
	if references.State == graph.Unasked || references.State.Told() != (len(references.IDs) > 0) {
		t.Errorf("references %+v", references)
	}
	for _, p := range papers {
		if p.Date.Year < 0 || p.Date.Year > 9999 || p.Stub || p.ID != "" && p.Title != "" && p.ID != fetch.PaperIDOf(&p) {
			t.Errorf("paper %q of %v", p.ID, p.Date)
		}
		for _, text := range append([]string{string(p.ID), p.Title}, p.Authors...) {
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
