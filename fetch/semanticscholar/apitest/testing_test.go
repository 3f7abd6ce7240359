package apitest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"citemap/graph"
)

// A client asks a server over HTTP.
type client struct {
	t   *testing.T
	url string
}

func serve(t *testing.T, s *Server) client {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return client{t, server.URL}
}

// try asks once and gives what came, or the error of it not coming whole.
func (c client) try(method, path, body string, header ...string) (int, string, error) {
	c.t.Helper()
	r, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "identity")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	// A transport of its own: one that is shared sends again what a reset lost.
	answer, err := (&http.Transport{DisableKeepAlives: true}).RoundTrip(r)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(text), err
}

func (c client) get(path string) (int, string) {
	c.t.Helper()
	status, body, err := c.try("GET", path, "")
	if err != nil {
		c.t.Fatalf("%s: %v", path, err)
	}
	return status, body
}

func (c client) batch(fields string, ids ...string) (int, string) {
	c.t.Helper()
	body, _ := json.Marshal(map[string][]string{"ids": ids})
	status, text, err := c.try("POST", "/graph/v1/paper/batch?fields="+fields, string(body))
	if err != nil {
		c.t.Fatalf("batch of %v: %v", ids, err)
	}
	return status, text
}

func hexOf(n int) string { return fmt.Sprintf("%040x", n) }

// numbered makes papers of the ids hexOf(first) and on.
func numbered(first, n int) []graph.Paper {
	var out []graph.Paper
	for i := first; i < first+n; i++ {
		out = append(out, graph.Paper{ID: graph.PaperID(hexOf(i)), Title: fmt.Sprintf("Paper %d", i), Date: graph.Date{Year: 2000}})
	}
	return out
}

// citedBy gives papers first to first+n the reference id.
func citedBy(id string, first, n int) []graph.Paper {
	papers := numbered(first, n)
	for i := range papers {
		papers[i].References = graph.References{State: graph.Known, IDs: []graph.PaperID{graph.PaperID(id)}}
	}
	return papers
}

func decode[T any](t *testing.T, body string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatalf("%v in %.200s", err, body)
	}
	return v
}
