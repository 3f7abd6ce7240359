package apitest

import (
	"net/http"
	"slices"
)

const (
	maxBatch  = 500  // ids
	maxCiting = 9999 // citing papers in one batch answer, over all its papers
)

// batch answers POST /paper/batch: null where an id is unknown, no where all
// are. How a body without a list of ids, one of too many, or an empty id are
// refused is not known word by word.
func (s *Server) batch(c *Call) reply {
	fields, bad := parseFields(c.Fields)
	switch {
	case c.IDs == nil:
		return refuse(c, http.StatusBadRequest, "Unacceptable body: want {\"ids\": [...]}")
	case len(c.IDs) > maxBatch:
		return refuse(c, http.StatusBadRequest, "Unacceptable body: %d ids, at most %d are taken", len(c.IDs), maxBatch)
	case bad != "":
		return refuse(c, http.StatusBadRequest, "Unrecognized or unsupported fields: [%s]", bad)
	case slices.Contains(c.IDs, ""):
		return refuse(c, http.StatusBadRequest, "Unacceptable body: an empty id")
	}
	out := make([]any, len(c.IDs))
	left, found := remainder{references: maxNested, citations: maxCiting}, false
	for i, id := range c.IDs {
		if place, known := s.corpus.find(id); known {
			out[i], found = s.corpus.shape(place, fields, &left), true
		}
	}
	switch {
	case !found:
		return refuse(c, http.StatusBadRequest, noneValid)
	case s.Heaviest > 0 && left.used > s.Heaviest:
		return gateway(http.StatusGatewayTimeout)
	}
	return encode(http.StatusOK, out)
}

// paper answers GET /paper/{id}: the first 1,000 of each nested list.
func (s *Server) paper(c *Call) reply {
	fields, bad := parseFields(c.Fields)
	place, known := s.corpus.find(c.IDs[0])
	left := remainder{references: maxNested, citations: maxNested}
	switch {
	case bad != "":
		return refuse(c, http.StatusBadRequest, "Unrecognized or unsupported fields: [%s]", bad)
	case !known:
		return notFound(c)
	}
	out := s.corpus.shape(place, fields, &left)
	if s.Heaviest > 0 && left.used > s.Heaviest {
		return gateway(http.StatusGatewayTimeout)
	}
	return encode(http.StatusOK, out)
}

// match answers GET /paper/search/match: the paper whose title has most words
// of the query, at least half of them.
func (s *Server) match(c *Call) reply {
	fields, bad := parseFields(c.Fields)
	switch {
	case bad != "":
		return refuse(c, http.StatusBadRequest, "Unrecognized or unsupported fields: [%s]", bad)
	case c.Title == "":
		return refuse(c, http.StatusBadRequest, "Unacceptable query params: [query=]")
	}
	place, score := s.corpus.nearest(c.Title)
	if place < 0 {
		return refuse(c, http.StatusNotFound, "Title match not found")
	}
	found := s.corpus.shape(place, fields, &remainder{references: maxNested, citations: maxNested})
	found["matchScore"] = float64(score)
	return encode(http.StatusOK, map[string]any{"data": []any{found}})
}
