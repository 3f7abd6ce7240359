package assistant

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/service"
	"citemap/fetch"
)

// addPlans adds the tools about gathering more.
func (s *subject) addPlans(m *mcp.Server) error {
	output, err := jsonschema.For[gathered](nil)
	if err != nil {
		return err
	}
	plan := reads(s.o)
	plan.OpenWorldHint = jsonschema.Ptr(false)
	return errors.Join(
		addTool(m, tool{
			name: "plan", title: "What gathering more would take", answer: "fetch", hints: plan,
			says:  "Says how many requests gathering would take, stage by stage, for the list, or to look further around papers. It asks nobody. Requests are at most those given, at about one a second.",
			limit: func(p map[string]*jsonschema.Schema) { p["ids"].MaxItems = jsonschema.Ptr(mostIDs) },
		}, s.plan),
		addTool(m, tool{
			name: "more", title: "Gather more", output: output,
			hints: mcp.ToolAnnotations{DestructiveHint: jsonschema.Ptr(false), OpenWorldHint: jsonschema.Ptr(true)},
			says:  "Asks the sources for what papers cite and what cites them, and for what is still unknown of the list. It asks nobody where plan says that it takes more requests than requests allows; tell the user what it takes before. What came is kept where it is cancelled. Then call gaps again.",
			limit: func(p map[string]*jsonschema.Schema) {
				p["ids"].MaxItems = jsonschema.Ptr(mostIDs)
				least(p["requests"], 30, 1000)
			},
		}, s.more),
	)
}

// mostIDs is how many papers a call may name.
const mostIDs = 50

type planArguments struct {
	ofList
	IDs []string `json:"ids,omitempty" jsonschema:"Papers at hand to look further around; none: the list as it is."`
}

func (s *subject) plan(ctx context.Context, c call, in planArguments) (*mcp.CallToolResult, error) {
	if s.o.Snapshot {
		return nil, errors.New(s.o.Desk.Asking.Refused)
	}
	read, err := s.read(ctx, in.Text)
	if err != nil {
		return nil, err
	}
	stages, err := s.stages(ctx, read, in)
	if err != nil {
		return nil, err
	}
	return answered("JSON follows.", func(w io.Writer) error { return answer.Plan(w, read, stages) })
}

func (s *subject) stages(ctx context.Context, read *service.Reading, in planArguments) ([]fetch.Stage, error) {
	d := s.opened.Load()
	switch {
	case len(in.IDs) == 0:
		return s.service.Plan(ctx, read)
	case in.Text != "":
		return nil, errors.New("ids and text exclude each other: ids are of papers around the list that was named at the start")
	case d == nil:
		return nil, errors.New("the papers around the list are not at hand yet: call plan without ids to see what they take, then gaps, then this again")
	}
	p, err := d.Plan(ctx, in.IDs)
	return p.Stages, err
}

type moreArguments struct {
	IDs      []string `json:"ids,omitempty" jsonschema:"Papers at hand to look further around; none: what is still unknown of the list."`
	Requests int      `json:"requests,omitempty" jsonschema:"Ask nobody if it may take more requests than this."`
}

// gathered is what came of asking for more.
type gathered struct {
	Citemap  int    `json:"citemap"`
	Verb     string `json:"verb"`
	Requests int    `json:"requests"` // that were planned, at most
	Before   int    `json:"papersBefore"`
	Papers   int    `json:"papers"`
}

func (s *subject) more(ctx context.Context, c call, in moreArguments) (*mcp.CallToolResult, error) {
	d, err := s.now(ctx, c.progress(ctx))
	if err != nil {
		return nil, err
	}
	leave, err := s.ask(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	p, err := d.Plan(ctx, in.IDs)
	if err != nil {
		return nil, err
	}
	if p.Requests > in.Requests {
		return nil, fmt.Errorf("it may take %d requests, and requests allows %d: nobody was asked: ask the user, then call with requests: %d, or with fewer ids", p.Requests, in.Requests, p.Requests)
	}
	before := d.State().Findings.Coverage.Papers
	if err := d.More(ctx, in.IDs, c.progress(ctx)); err != nil {
		return nil, err
	}
	return answered("JSON follows.", writes(gathered{1, "more", p.Requests, before, d.State().Findings.Coverage.Papers}))
}
