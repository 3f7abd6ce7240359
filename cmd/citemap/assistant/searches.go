package assistant

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/service"
)

// addSearches adds the tools that look papers up in the corpus.
func (s *subject) addSearches(m *mcp.Server) error {
	return errors.Join(
		addTool(m, tool{
			name: "search", title: "Search the papers at hand", answer: "search", hints: reads(s.o),
			says: "Finds papers among those gathered around the list, by id, or by words of the title, authors' names and the year; all words must be there, each may be cut short. It gives the ids that other tools take. It does not search all of the literature.",
			limit: func(p map[string]*jsonschema.Schema) {
				least(p["n"], 10, 100)
				p["query"].MinLength, p["query"].MaxLength = jsonschema.Ptr(1), jsonschema.Ptr(1000)
			},
		}, s.search),
		addTool(m, tool{
			name: "neighbours", title: "What a paper cites and is cited by", answer: "neighbours", hints: reads(s.o),
			says:  "Shows what a paper cites and which papers cite it, among those gathered around the list: listed ones first. referencesState says whether its list of references is known; more looks further.",
			limit: func(p map[string]*jsonschema.Schema) { least(p["n"], 20, 100) },
		}, s.neighbours),
	)
}

type searchArguments struct {
	ofList
	Query string `json:"query" jsonschema:"An id, or words of title, authors and year."`
	N     int    `json:"n,omitempty" jsonschema:"How many papers."`
}

func (s *subject) search(ctx context.Context, c call, in searchArguments) (*mcp.CallToolResult, error) {
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	return service.Interruptible(ctx, func() (*mcp.CallToolResult, error) {
		return found(f, func(w io.Writer) error { return answer.Search(w, f, strings.TrimSpace(in.Query), in.N) })
	})
}

type neighboursArguments struct {
	ofList
	ID string `json:"id" jsonschema:"The paper: an id such as arXiv:2305.11206, a DOI, or the id that another tool gave."`
	N  int    `json:"n,omitempty" jsonschema:"How many papers of each."`
}

func (s *subject) neighbours(ctx context.Context, c call, in neighboursArguments) (*mcp.CallToolResult, error) {
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	result, err := found(f, func(w io.Writer) error { return answer.Neighbours(w, f, in.ID, in.N) })
	return result, withSearch(err)
}

// withSearch says how the id of a paper is found.
func withSearch(err error) error {
	var unknown *answer.UnknownError
	if errors.As(err, &unknown) {
		return fmt.Errorf("%w: search finds the ids of the papers at hand", err)
	}
	return err
}
