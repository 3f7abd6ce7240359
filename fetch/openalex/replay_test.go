package openalex

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/fetch/api/recorded"
)

// became is what each recording of OpenAlex must become.
var became = map[string]string{
	"openalex-get-works-https-doi-org-10-1016-2fj-xgen-2025-100814-200-b82e03": "DOI:10.1016/j.xgen.2025.100814 PMID 40120586 Herger et al. 2025-03-01 | " +
		"High-throughput screening of human genetic variants by pooled prime editing | 3 global, 59 counted, known 59, 1 request",
	"openalex-get-works-https-doi-org-10-1073-2fpnas-1414271111-200-042946": "DOI:10.1073/pnas.1414271111 PMID 25349395 Makris et al. 2014-10-27 | " +
		"Developing functional musculoskeletal tissues through hypoxia and lysyl oxidase-induced collagen cross-linking | 138 global, 73 counted, known 73, 1 request",
	"openalex-get-works-https-doi-org-10-1046-2fj-1365-2699-2003-00795-404-97fc3d": "unknown",
}

func TestRecordings(t *testing.T) { recorded.Check(t, became, become, "openalex-*.json") }

// become serves the recording to a client that asks for a DOI.
func become(t *testing.T, r *recorded.Call) string {
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		requests++
		w.WriteHeader(r.Response.Status)
		_, _ = io.WriteString(w, r.Text())
	}))
	defer server.Close()
	a, _, err := ask(t, NewClient(api.Config{BaseURL: server.URL, Rate: 10000, Patience: -1}), doi("10.1000/a"))
	if err != nil {
		return err.Error()
	}
	if a.Outcome == fetch.Unknown {
		return "unknown"
	}
	p := &a.Paper
	when := p.Date.String()
	who := strings.TrimSuffix(p.Byline(), fmt.Sprint(p.Date.Year))
	return fmt.Sprintf("%s PMID %s %s%s | %s | %d global, %d counted, %s %d, %d request",
		p.ID, p.IDs.Of("PubMed"), who, when, p.Title, *p.Global, *p.Referenced, p.References.State, len(p.References.IDs), requests)
}
