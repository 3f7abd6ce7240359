package crossref

import (
	"strings"
	"testing"
	"unicode"

	"citemap/fetch"
	"citemap/graph"
)

// FuzzWork reads any text as an answer: no panic, and whatever comes of it can
// be drawn, stored and named.
func FuzzWork(f *testing.F) {
	for _, seed := range []string{
		`null`, `{}`, `<html>`, `{"status":"failed","message":[{"type":"x"}]}`, work(`"reference-count":3`).body,
		work(`"title":[null," x\u0000 "],"author":[{"given":"\u0001"}],"issued":{"date-parts":[[99999,13]]},"container-title":"x","is-referenced-by-count":-1,
			"reference":[{"DOI":"10.1234/\u0000x y"},{"DOI":"10.48550/arXiv.1706.03762"},{"article-title":"a &#7; title <i>of\u0001</i> words","year":"(2015a)"},
			{"unstructured":"Bone, J. (2015). “Cats in the wild.” Nature, 3."},{"unstructured":"A, \"x y z,\" 2015"},null,[]]`).body,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		w, err := decodeWork(body)
		if err != nil {
			return
		}
		told, around := w.references()
		if told.State == graph.Unasked || told.State.Told() != (len(told.IDs) > 0) || len(around) != len(told.IDs) {
			t.Errorf("references %+v", told)
		}
		check(t, append(around, w.paper()))
	})
}

// FuzzPrintedTitle reads any text as an entry.
func FuzzPrintedTitle(f *testing.F) {
	for _, seed := range []string{
		"Vaswani, A., & Shazeer, N. (2017). Attention is all you need. Advances, 30.", "A. B. 2017. “Why should I?”: A title. In KDD.", `A, "a b c," in`, "Vaswani, A.: Attention is all. In: NIPS",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, entry string) {
		title := titleIn(entry)
		if !strings.Contains(entry, title) || title != "" && !usable(title) || title != strings.TrimSpace(title) {
			t.Errorf("%q gives %q", entry, title)
		}
	})
}

func check(t *testing.T, papers []graph.Paper) {
	t.Helper()
	for _, p := range papers {
		if p.ID == "" || p.ID != fetch.PaperIDOf(&p) || p.Date.Year < 0 || p.Date.Year > 9999 || p.Stub && (p.Title == "" || len(p.IDs) > 0) {
			t.Errorf("paper %+v", p)
		}
		for _, text := range append([]string{string(p.ID), p.Title, p.Venue}, p.Authors...) {
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
