package assistant

import (
	"context"
	"errors"
	"io"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/service"
	"citemap/graph/gap"
	"citemap/graph/path"
	"citemap/graph/rank"
)

// addAnswers adds the tools that answer as verbs do.
func (s *subject) addAnswers(m *mcp.Server) error {
	return errors.Join(
		addTool(m, tool{
			name: "check", title: "Check the list", answer: "check", hints: reads(s.o),
			says: "Says of each entry of the list which paper it is, or why none was found; finds duplicates, wrong titles and retracted papers. Call it first, and before trusting other answers where many entries are missing.",
		}, s.check),
		addTool(m, tool{
			name: "gaps", title: "What the list lacks", answer: "gaps", hints: reads(s.o),
			says: "Finds papers that the list lacks, the most likely first. belongs is a calibrated chance from 0 to 1 that the paper is on the full list; strength says the same in words: only strong ones are very likely missing. reasons say why, citedBy and cites name the listed papers that are the evidence. topics are parts of the field that the list lacks.",
			limit: func(p map[string]*jsonschema.Schema) {
				least(p["n"], 10, 100)
				among(p["kinds"].Items, gap.KindNames())
			},
		}, s.gaps),
		addTool(m, tool{
			name: "rank", title: "Papers by influence", answer: "rank", hints: reads(s.o),
			says:  "Ranks the papers around the list by influence. Without by, by PageRank compared with papers of the same age.",
			limit: func(p map[string]*jsonschema.Schema) { least(p["n"], 10, 100); among(p["by"], rank.Names()) },
		}, s.rank),
		addTool(m, tool{
			name: "topics", title: "Topics around the list", answer: "topics", hints: reads(s.o),
			says:  "Shows communities of papers around the list: typical words, how many papers, how many of them are listed, the leading ones. lacking marks those that the list cites and holds little of.",
			limit: func(p map[string]*jsonschema.Schema) { least(p["n"], 10, 100) },
		}, s.topics),
		addTool(m, tool{
			name: "path", title: "Main path, or chains between two papers", answer: "path", hints: reads(s.o),
			says: "Shows the main path through the field, each paper cited by the next; with keys the routes over so many of the heaviest citations; with from and to the shortest chains of citations from one paper of the corpus to another. lacks names papers on it that the list lacks.",
			limit: func(p map[string]*jsonschema.Schema) {
				least(p["n"], 10, 100)
				p["keys"].Minimum, p["keys"].Maximum = jsonschema.Ptr(0.0), jsonschema.Ptr(100.0)
				among(p["weights"], path.Weightings())
			},
		}, s.path),
	)
}

type checkArguments struct {
	ofList
	Problems bool `json:"problems,omitempty" jsonschema:"Only entries with which something is wrong; all without it."`
}

func (s *subject) check(ctx context.Context, c call, in checkArguments) (*mcp.CallToolResult, error) {
	read, err := s.read(ctx, in.Text)
	if err != nil {
		return nil, err
	}
	leave, err := s.ask(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	corpus, err := s.service.Gather(ctx, read, service.GatherOptions{EntriesOnly: true, Progress: c.progress(ctx)})
	if err != nil {
		return nil, err
	}
	f, write := corpus.Cover(), answer.Check
	if in.Problems {
		write = answer.Problems
	}
	return found(f, func(w io.Writer) error { return write(w, f) })
}

// read reads the list of a question, or those named at the start.
func (s *subject) read(ctx context.Context, text string) (*service.Reading, error) {
	switch {
	case text != "":
		return s.readText(ctx, text)
	case len(s.o.Lists) == 0:
		return nil, errNoList
	}
	return s.service.Read(ctx, s.o.Lists, service.ReadOptions{PassedOver: true})
}

type gapsArguments struct {
	ofList
	N     int      `json:"n,omitempty" jsonschema:"How many gaps."`
	Kinds []string `json:"kinds,omitempty" jsonschema:"Only these kinds, each compared with papers of its own time: foundation (older than the list's papers), sibling, newer. Without it one list over all."`
}

func (s *subject) gaps(ctx context.Context, c call, in gapsArguments) (*mcp.CallToolResult, error) {
	kinds := make([]gap.Kind, len(in.Kinds))
	for i, name := range in.Kinds {
		if err := kinds[i].UnmarshalText([]byte(name)); err != nil {
			return nil, err
		}
	}
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	chosen := *f
	chosen.Findings = f.OfKinds(kinds)
	return found(f, func(w io.Writer) error { return answer.Gaps(w, &chosen, in.N) })
}

type rankArguments struct {
	ofList
	N     int    `json:"n,omitempty" jsonschema:"How many papers."`
	By    string `json:"by,omitempty" jsonschema:"The measure."`
	Whole bool   `json:"whole,omitempty" jsonschema:"Rank all papers known, not only those around the list."`
}

func (s *subject) rank(ctx context.Context, c call, in rankArguments) (*mcp.CallToolResult, error) {
	by := rank.Default
	if in.By != "" {
		if err := by.UnmarshalText([]byte(in.By)); err != nil {
			return nil, err
		}
	}
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	shown := answer.Shown(by, in.By != "")
	return found(f, func(w io.Writer) error { return answer.Rank(w, f, f.Ranking(by, in.Whole), shown, in.N) })
}

type topicsArguments struct {
	ofList
	N int `json:"n,omitempty" jsonschema:"How many topics."`
}

func (s *subject) topics(ctx context.Context, c call, in topicsArguments) (*mcp.CallToolResult, error) {
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	return found(f, func(w io.Writer) error { return answer.Topics(w, f, f.AllTopics(0), in.N) })
}

type pathArguments struct {
	ofList
	Keys    int    `json:"keys,omitempty" jsonschema:"Routes over so many of the heaviest citations, in place of the main path."`
	From    string `json:"from,omitempty" jsonschema:"Id of the paper that chains start at; goes with to."`
	To      string `json:"to,omitempty" jsonschema:"Id of the paper that chains lead to."`
	Weights string `json:"weights,omitempty" jsonschema:"Which paths count for the weight of a citation; spc without it."`
	N       int    `json:"n,omitempty" jsonschema:"How many chains."`
}

func (s *subject) path(ctx context.Context, c call, in pathArguments) (*mcp.CallToolResult, error) {
	r := answer.Route{Keys: in.Keys, From: in.From, To: in.To, Most: in.N}
	switch chains := in.From != "" || in.To != ""; {
	case chains && (in.From == "" || in.To == ""):
		return nil, errors.New("from and to go together: give the ids of two papers; search finds them")
	case chains && in.Keys > 0:
		return nil, errors.New("keys and from exclude each other: keys is about the main path, from and to about two papers")
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	if in.Weights != "" {
		if err := r.Weights.UnmarshalText([]byte(in.Weights)); err != nil {
			return nil, err
		}
	}
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	routes, err := r.Of(f.Findings)
	if err != nil {
		return nil, withSearch(err)
	}
	return found(f, func(w io.Writer) error { return answer.Paths(w, f, routes) })
}
