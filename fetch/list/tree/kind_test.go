package tree

import "testing"

func TestKind(t *testing.T) {
	for written, want := range map[string]kind{
		`{"title": "A Paper", "authors": ["Ann Roe"]}`:                                           paper,
		`{"title": "A Paper"}`:                                                                   paper,
		`{"name": "A Paper", "link": "https://arxiv.org/abs/1706.03762"}`:                        paper,
		`{"url": "https://arxiv.org/abs/1706.03762"}`:                                            paper,
		`{"url": "https://example.org"}`:                                                         unknown,
		`{"name": "An Organisation", "stars": 3}`:                                                unknown,
		`{"title": "A Paper", "doi": "10.1000/x", "papers": [{"title": "B", "year": 1}]}`:        paper,
		`{"title": "A Paper", "year": 2001, "references": [{"title": "B", "year": 1}]}`:          paper,
		`{"arxiv": "2401.01335", "title": "A Paper", "references": [{"title": "B", "year": 1}]}`: group,
		`{"citedPaper": {"paperId": null, "title": "A Paper"}, "contexts": []}`:                  group,
		`{"title": "A List", "references": [{"title": "B", "year": 1}]}`:                         group,
		`{"title": "A List", "author": "Ann", "papers": [{"title": "B", "year": 1}]}`:            group,
		`{"title": "A List", "papers": []}`:                                                      group,
		`{"NLP": ["https://arxiv.org/abs/1706.03762"], "tags": ["a", "b"]}`:                      group,
		`{"Of Words": "https://arxiv.org/abs/1706.03762"}`:                                       group,
		`{"tags": ["nlp", "deep learning"], "version": 2}`:                                       unknown,
		`{"citedPaper": {"title": "A Paper", "year": 2001}, "contexts": []}`:                     group,
		`{"type": "doi", "value": "10.1000/x"}`:                                                  unknown,
		`{"text": "<https://arxiv.org/abs/1706.03762>", "user": "U1", "ts": "1"}`:                message,
		`{"itemType": "attachment", "title": "PDF", "url": "https://arxiv.org/pdf/1706.03762"}`:  attachment,
	} {
		if got := jsonNode([]byte(written), 0, len(written)).kind(); got != want {
			t.Errorf("%s: %d, want %d", written, got, want)
		}
	}
}
