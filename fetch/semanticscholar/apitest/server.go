// Package apitest is a server for tests that keeps the contract of the
// Semantic Scholar API, as far as citemap asks of it, over a corpus of the
// test's own.
package apitest

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"

	"citemap/graph"
)

// A Server answers for the papers of a corpus. It names each by PaperID, the
// way the API would: stubs have no id.
type Server struct {
	papers   []graph.Paper
	index    graph.Index
	requests atomic.Int64
	mux      *http.ServeMux
}

// New makes a server for the papers.
func New(papers []graph.Paper) *Server {
	s := &Server{papers: papers, index: graph.NewIndex(papers), mux: http.NewServeMux()}
	for i := range papers {
		if id := graph.PaperID(PaperID(&papers[i])); id != "" {
			s.index[id] = i
		}
	}
	s.mux.HandleFunc("POST /graph/v1/paper/batch", s.batch)
	s.mux.HandleFunc("GET /graph/v1/paper/search/match", s.match)
	return s
}

// Requests is how many requests were served.
func (s *Server) Requests() int { return int(s.requests.Load()) }

// ServeHTTP serves one request and counts it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.requests.Add(1)
	s.mux.ServeHTTP(w, r)
}

// PaperID is the id under which the server knows a paper: its own where it has
// 40 hex digits, else ones made from it; "" for a stub.
func PaperID(p *graph.Paper) string {
	if p.Stub {
		return ""
	}
	if id, err := graph.ParseID(string(p.ID)); err == nil && id.Scheme == graph.S2 {
		return id.Value
	}
	sum := sha1.Sum([]byte(p.ID))
	return hex.EncodeToString(sum[:])
}

// fail answers as the application does: with an error, not a message.
func fail(w http.ResponseWriter, status int, format string, args ...any) {
	answer(w, status, map[string]string{"error": fmt.Sprintf(format, args...)})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}

// batch serves POST /paper/batch: null where an id is unknown, 400 where all are.
func (s *Server) batch(w http.ResponseWriter, r *http.Request) {
	var body struct {
		IDs []string `json:"ids"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil || len(body.IDs) > 500 {
		fail(w, http.StatusBadRequest, "Unacceptable body")
		return
	}
	fields, ok := wanted(w, r)
	if !ok {
		return
	}
	out := make([]any, len(body.IDs))
	found := false
	for i, id := range body.IDs {
		if p := s.find(id); p != nil {
			out[i], found = s.shape(p, fields), true
		}
	}
	if !found {
		fail(w, http.StatusBadRequest, "No valid paper ids given")
		return
	}
	answer(w, http.StatusOK, out)
}

// match serves GET /paper/search/match: the paper whose title has most words
// of the query.
func (s *Server) match(w http.ResponseWriter, r *http.Request) {
	fields, ok := wanted(w, r)
	if !ok {
		return
	}
	query := strings.Fields(strings.ToLower(r.URL.Query().Get("query")))
	best, most := -1, 0
	for i := range s.papers {
		n := 0
		for _, word := range query {
			if slices.Contains(strings.Fields(strings.ToLower(s.papers[i].Title)), word) {
				n++
			}
		}
		if n > most && !s.papers[i].Stub {
			best, most = i, n
		}
	}
	if 2*most < len(query) || best < 0 {
		fail(w, http.StatusNotFound, "Title match not found")
		return
	}
	found := s.shape(&s.papers[best], fields)
	found["matchScore"] = float64(most)
	answer(w, http.StatusOK, map[string]any{"data": []any{found}})
}

func (s *Server) find(id string) *graph.Paper {
	x, err := graph.ParseID(id)
	if err != nil || strings.HasPrefix(strings.ToLower(id), "arxiv:") && strings.ContainsAny(id[6:], "vV") {
		return nil // the API knows no versions
	}
	if i, found := s.index.Find(x); found && !s.papers[i].Stub {
		return &s.papers[i]
	}
	return nil
}

// known are the fields of a paper that the server takes.
var known = []string{
	"paperId", "corpusId", "externalIds", "url", "title", "abstract", "venue", "year", "referenceCount", "citationCount",
	"influentialCitationCount", "isOpenAccess", "openAccessPdf", "publicationDate", "authors", "references", "journal", "publicationTypes",
}

// wanted reads the fields asked for; a name that is not known is refused.
func wanted(w http.ResponseWriter, r *http.Request) ([]string, bool) {
	fields := strings.Split(r.URL.Query().Get("fields"), ",")
	for _, f := range fields {
		if !slices.Contains(known, strings.TrimPrefix(f, "references.")) {
			fail(w, http.StatusBadRequest, "Unrecognized or unsupported fields: [%s]", f)
			return nil, false
		}
	}
	return fields, true
}
