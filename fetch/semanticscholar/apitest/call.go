package apitest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// A Kind is one of the calls that the server knows; "" is any other.
type Kind string

const (
	Batch      Kind = "batch"
	Match      Kind = "match"
	Paper      Kind = "paper"
	Citations  Kind = "citations"
	References Kind = "references"
)

// A Call is one request and what became of it.
type Call struct {
	Kind          Kind
	Method, Path  string
	IDs           []string // of a batch, or the one in the path
	Title         string   // of a match
	Offset, Limit int      // of Citations and References; -1 where it is no number
	Fields        string   // as asked for
	Keyed         bool     // whether it bore an x-api-key

	Status    int    // as sent; 0: none was, the connection was closed
	Error     string // what the application refused it with
	Committed bool   // a whole 200, 400 or 404 of the application was written
}

// noneValid refuses a batch none of whose ids is known.
const noneValid = "No valid paper ids given"

// answers reports whether the call told about what it asked. A refusal does
// not, unless it says that nothing asked about is known.
func (c *Call) answers() bool {
	return c.Committed && (c.Status != http.StatusBadRequest || c.Error == noneValid)
}

// facts are what a call asked, a line for each id: what, and with which fields.
func (c *Call) facts() []string {
	fields := strings.Split(c.Fields, ",")
	slices.Sort(fields)
	tail := fmt.Sprintf(" %s fields=%s", c.Kind, strings.Join(fields, ","))
	if c.Kind == Citations || c.Kind == References {
		tail = fmt.Sprintf(" %s %d+%d fields=%s", c.Kind, c.Offset, c.Limit, strings.Join(fields, ","))
	}
	if c.Kind == Match {
		return []string{"title:" + c.Title + tail}
	}
	var out []string
	for _, id := range c.IDs {
		out = append(out, strings.ToLower(id)+tail)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const base = "/graph/v1/paper/"

// read takes a request apart. An id in the path may hold slashes.
func read(r *http.Request) Call {
	query := r.URL.Query()
	c := Call{Method: r.Method, Path: r.URL.Path, Fields: query.Get("fields"), Keyed: r.Header.Get("x-api-key") != ""}
	tail, found := strings.CutPrefix(r.URL.Path, base)
	switch {
	case !found:
	case r.Method == http.MethodPost && tail == string(Batch):
		c.Kind = Batch
		var body struct{ IDs []string }
		if json.NewDecoder(r.Body).Decode(&body) == nil {
			c.IDs = body.IDs
		}
	case r.Method == http.MethodGet && tail == "search/match":
		c.Kind, c.Title = Match, query.Get("query")
	case r.Method == http.MethodGet:
		c.Kind, c.IDs = Paper, []string{tail}
		for _, k := range []Kind{Citations, References} {
			if id, found := strings.CutSuffix(tail, "/"+string(k)); found {
				c.Kind, c.IDs = k, []string{id}
				c.Offset, c.Limit = number(query.Get("offset"), 0), number(query.Get("limit"), 100)
			}
		}
	}
	return c
}

func number(text string, without int) int {
	n, err := strconv.Atoi(text)
	switch {
	case text == "":
		return without
	case err != nil || n < 0:
		return -1
	}
	return n
}
