// Package worktest is OpenAlex and Crossref for tests, as far as citemap asks
// them which papers were retracted or corrected: pages of works by their DOIs, in
// the form of either.
package worktest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
)

// A Work is what both know of a paper.
type Work struct {
	DOI, Title string
	Retracted  bool // as OpenAlex says
	Updates    []Update
}

// An Update is a notice about a work, as Crossref tells it.
type Update struct {
	Type, DOI string
	Date      []int // year, month and day, as far as they are known
}

// A Server answers for its works: OpenAlex at /openalex/works, Crossref at
// /crossref/works. It refuses what they would refuse.
type Server struct {
	Works    []Work
	requests atomic.Int32
}

// Requests is how many requests came for pages of works.
func (s *Server) Requests() int { return int(s.requests.Load()) }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	switch r.URL.Path {
	case "/openalex/works":
		s.requests.Add(1)
		s.openAlex(w, query.Get("filter"), query.Get("select"), query.Get("per_page"))
	case "/crossref/works":
		s.requests.Add(1)
		s.crossref(w, query.Get("filter"), query.Get("select"))
	default:
		http.NotFound(w, r)
	}
}

// openAlexSelects are those of its fields that citemap asks a page for.
var openAlexSelects = []string{"id", "doi", "display_name", "is_retracted"}

func (s *Server) openAlex(w http.ResponseWriter, filter, selected, perPage string) {
	name, values, _ := strings.Cut(filter, ":")
	dois := strings.Split(values, "|")
	if name != "doi" || len(dois) > 100 || strings.ContainsAny(values, ",&") || perPage != "100" || !all(selected, openAlexSelects) {
		http.Error(w, `{"error":"Invalid query parameters error.","message":"not as documented"}`, http.StatusBadRequest)
		return
	}
	results := []any{}
	for i, work := range s.Works {
		if has(dois, work.DOI) {
			results = append(results, map[string]any{
				"id": fmt.Sprintf("https://openalex.org/W%d", 4300000000+i), "doi": "https://doi.org/" + strings.ToLower(work.DOI), "display_name": work.Title, "is_retracted": work.Retracted,
			})
		}
	}
	answer(w, map[string]any{"meta": map[string]any{"count": len(results), "per_page": 100, "page": 1}, "results": results, "group_by": []any{}})
}

// crossrefSelects are those of its fields that citemap asks a list for.
var crossrefSelects = []string{"DOI", "title", "updated-by"}

func (s *Server) crossref(w http.ResponseWriter, filter, selected string) {
	var dois []string
	for _, f := range strings.Split(filter, ",") {
		name, doi, _ := strings.Cut(f, ":")
		if name != "doi" {
			dois = nil
			break
		}
		dois = append(dois, doi)
	}
	if len(dois) == 0 || !all(selected, crossrefSelects) {
		http.Error(w, `{"status":"failed","message-type":"validation-failure","message":[{"type":"parameter-not-allowed","value":"x","message":"not as documented"}]}`, http.StatusBadRequest)
		return
	}
	items := []any{}
	for _, work := range s.Works {
		if !has(dois, work.DOI) {
			continue
		}
		item := map[string]any{"DOI": work.DOI, "title": []string{work.Title}}
		var updates []any
		for _, u := range work.Updates {
			updates = append(updates, map[string]any{
				"DOI": u.DOI, "type": u.Type, "label": u.Type, "source": "publisher", "updated": map[string]any{"date-parts": []any{u.Date}},
			})
		}
		if updates != nil {
			item["updated-by"] = updates
		}
		items = append(items, item)
	}
	answer(w, map[string]any{"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": map[string]any{"total-results": len(items), "items": items}})
}

func has(dois []string, doi string) bool {
	return slices.ContainsFunc(dois, func(d string) bool { return strings.EqualFold(d, doi) })
}

func all(selected string, allowed []string) bool {
	for _, f := range strings.Split(selected, ",") {
		if !slices.Contains(allowed, f) {
			return false
		}
	}
	return true
}

func answer(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body)
}
