package semanticscholar

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/api/recorded"
	"citemap/graph"
)

// replay serves a recording to a client, whatever it asks, in a bubble of time.
func replay(t *testing.T, r *recorded.Call, patience time.Duration, run func(t *testing.T, c *Client)) {
	t.Helper()
	headers := map[string]string{}
	for k, v := range r.Response.Headers {
		if !strings.EqualFold(k, "Content-Length") {
			headers[k] = v
		}
	}
	synctest.Test(t, func(t *testing.T) {
		s := &script{replies: []reply{{r.Response.Status, r.Text(), headers}}}
		run(t, NewClient(api.Config{Transport: s, Patience: patience}))
	})
}

// became is what each recording must become, in a line; see lines below.
var became = map[string]string{
	"s2-post-paper-batch-200-171fa8": "-+++ failed failed failed",
	"s2-post-paper-batch-200-a6682b": "+++ failed failed failed",
	"s2-post-paper-batch-403-dd2374": "Semantic Scholar answered 403: Forbidden",
	"batch-all-ids-unknown-400":      "-",
	"gateway-timeout-504":            "no patience left: 504: Endpoint request timed out",

	"s2-get-paper-search-match-200-3ca1ca": "+ 2001-02-01 An essential role of active site arginine residue in iodide binding and histidine residue in electron transfer for iodide oxidation by horseradish peroxidase",
	"s2-get-paper-search-match-200-b15fd1": "+ 1993-06-01 Mining association rules between sets of items in large databases",
	"s2-get-paper-search-match-404-0e9e3c": "-",
	"s2-get-paper-search-200-9b4231":       "-", // no data key
	"s2-get-paper-search-429-6185a8":       "no patience left: 429: Too Many Requests. Please wait and try again or apply for a key for higher rate limits. https://www.semanticscholar.org/product/api#api-key-form",
	"search-window-400":                    "!  400: Relevance search offset + limit must be < 1000. Consider '/paper/search/bulk'",

	"s2-get-paper-10-2139-ssrn-2250500-references-200-8bddfe": "known: 40 linked, 10 stubs, 0 dropped",
	"s2-get-paper-10-2139-ssrn-2250500-references-200-9d2c97": "known: 4 linked, 9 stubs, 4 dropped",
	"s2-get-paper-corpusid-49313245-references-200-8f184e":    "known: 70 linked, 2 stubs, 1 dropped; 58 cited in 96 passages map[background:22 methodology:43 result:2], 7 influential",
	"davis-references-limit5":                                 "known: 5 linked, 0 stubs, 0 dropped",
	"references-elided-by-publisher":                          "withheld: 0 linked, 0 stubs, 0 dropped",

	"s2-get-paper-10-1093-mind-lix-236-433-200-1ffaa7":      "Computing Machinery and Intelligence, known: 8 linked, 1 stubs, 5 dropped, JournalArticle, Review", // its embedding is of the first model
	"s2-get-paper-doi-10-48550-arxiv-2312-07559-200-b4c7a9": "PaperQA: Retrieval-Augmented Generative Agent for Scientific Research, failed: 0 linked, 0 stubs, 0 dropped, JournalArticle",
	"s2-get-paper-0-404-a838fc":                             "Semantic Scholar answered 404: Paper with id 0 not found",
	"s2-get-paper-doi-10-1101-2024-04-01-587366-404-d74167": "Semantic Scholar answered 404: Paper with id DOI:10.1101/2024.04.01.587366 not found",
	"s2-get-paper-10-1093-mind-lix-236-433-400-2abd66":      "Semantic Scholar answered 400: Unrecognized or unsupported fields: [unknown]",
	"s2-post-recommendations-v1-papers-400-17c21b":          "Semantic Scholar answered 400: No positive paper examples given",
	"s2-get-paper-corpusid-14514057-citations-200-443e5c":   "77 citing papers",
	"s2-get-paper-corpusid-14514057-citations-200-5f0b8e":   "50 citing papers",
	"s2-get-paper-corpusid-14514057-citations-200-f9af79":   "50 citing papers",
	"davis-citations-limit5":                                "5 citing papers",
}

func TestRecordings(t *testing.T) {
	recorded.Check(t, became, func(t *testing.T, r *recorded.Call) (line string) {
		replay(t, r, 2*time.Minute, func(t *testing.T, c *Client) { line = become(t, r, c) })
		return line
	}, "s2-*.json", "reported/*.json")
}

// become puts the question that the recording answers, through the client for
// the calls that it makes and through the wire types for the others.
func become(t *testing.T, r *recorded.Call, c *Client) string {
	path := r.Request.Path
	switch {
	case strings.HasSuffix(path, "/paper/batch"):
		return batch(t, r, c)
	case strings.Contains(path, "/paper/search"):
		a, err := match(c, t.Context(), "a title")
		if line := failure(err); line != "" {
			return line
		}
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", outcomes([]fetch.Answer{a}), a.Paper.Date, cmp.Or(a.Fault, a.Paper.Title)))
	case strings.HasSuffix(path, "/references") && r.Response.Status == http.StatusOK:
		page, err := c.page(t.Context(), "references", aroundFields, long[0], 0, &api.Outage{})
		if err != nil {
			return err.Error()
		}
		w := wirePaper{References: api.List[wirePaper]{Form: page.Data.Form}}
		cited := citedFor(contextsOf(page.Data.Items))
		for _, edge := range page.Data.Items {
			w.References.Items = append(w.References.Items, edge.Value.CitedPaper)
		}
		return tally(&w) + cited
	case strings.HasSuffix(path, "/citations"):
		answers, err := askFor(c, t.Context(), fetch.NewestCiting, long)
		if err != nil {
			return err.Error()
		}
		p := answers[0].Paper
		return fmt.Sprintf("%d citing papers", len(p.Citing.IDs))
	}
	var w wirePaper
	err := c.api.Ask(t.Context(), api.Request{What: "one paper", Method: "GET", Decode: func(b []byte) error { return api.DecodeObject(b, &w) }}, &api.Outage{})
	if line := failure(err); line != "" {
		return line
	}
	p := w.paper()
	return fmt.Sprintf("%s, %s%s%s", p.Title, tally(&w), strings.Join(append([]string{""}, p.Types...), ", "), embedded(&p))
}

// citedFor sums up how papers are cited.
func citedFor(all []graph.Context) string {
	texts, influential, intents := 0, 0, map[string]int{}
	for _, c := range all {
		texts += len(c.Texts)
		if c.Influential {
			influential++
		}
		for _, i := range c.Intents {
			intents[i]++
		}
	}
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf("; %d cited in %d passages %v, %d influential", len(all), texts, intents, influential)
}

func embedded(p *graph.Paper) string {
	if len(p.Embedding) == 0 {
		return ""
	}
	return fmt.Sprintf(", embedded in %d", len(p.Embedding))
}

func batch(t *testing.T, r *recorded.Call, c *Client) string {
	n := 1
	var places []json.RawMessage
	if json.Unmarshal(r.Response.Body, &places) == nil {
		n = len(places)
	}
	answers, err := papers(c, t.Context(), corpusIDs(n))
	if line := failure(err); line != "" {
		return line
	}
	line := outcomes(answers)
	for _, a := range answers {
		if a.Outcome == fetch.Found {
			line += " " + a.Paper.References.State.String()
			if a.Paper.IDs.Of(graph.CorpusID) == "" || a.Paper.Title == "" || a.Paper.Global == nil {
				t.Errorf("%s: %+v", r.Name, a.Paper)
			}
		}
	}
	return line
}

func failure(err error) string {
	var patience *fetch.PatienceError
	if errors.As(err, &patience) {
		return "no patience left: " + patience.Last.Error()
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func tally(w *wirePaper) string {
	told, around := w.references()
	stubs := 0
	for _, p := range around {
		if p.Stub {
			stubs++
		}
	}
	linked := 0
	for _, i := range w.References.Items {
		if i.Value.PaperID.Known {
			linked++
		}
	}
	return fmt.Sprintf("%s: %d linked, %d stubs, %d dropped", told.State, linked, stubs, len(w.References.Items)-len(told.IDs))
}
