package assistant

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/graph"
	"citemap/render"
)

// addChanges adds the tools that change the list and its file of exclusions.
func (s *subject) addChanges(m *mcp.Server) error {
	output, err := jsonschema.For[changed](nil)
	if err != nil {
		return err
	}
	for _, p := range output.Properties {
		if p.Items != nil {
			p.Type, p.Types = "array", nil
		}
	}
	adds := mcp.ToolAnnotations{DestructiveHint: jsonschema.Ptr(false), IdempotentHint: true, OpenWorldHint: jsonschema.Ptr(false)}
	takesBack := mcp.ToolAnnotations{DestructiveHint: jsonschema.Ptr(true), OpenWorldHint: jsonschema.Ptr(false)}
	some := func(p map[string]*jsonschema.Schema) {
		p["ids"].MinItems, p["ids"].MaxItems = jsonschema.Ptr(1), jsonschema.Ptr(mostIDs)
	}
	return errors.Join(
		addTool(m, tool{
			name: "add", title: "Add papers to the list", hints: adds, output: output, limit: some,
			says: "Adds papers to the list file, in the list's own form. Without apply it writes nothing and gives the change as a unified diff: show that to the user, and call again with apply: true once they agree.",
		}, s.add),
		addTool(m, tool{
			name: "exclude", title: "Never offer papers again", hints: adds, output: output, limit: some,
			says: "Has papers never be offered as gaps again: for good where a file of exclusions was named at the start, else as long as the server runs. The list stays as it is. Without apply it writes nothing and gives the change as a diff.",
		}, s.exclude),
		addTool(m, tool{
			name: "undo", title: "Take changes back", hints: takesBack, output: output,
			says:  "Takes the last changes of add and exclude back, so that the files hold the bytes that they held before. Without apply it only says what it would take back. What another program has changed since stays.",
			limit: func(p map[string]*jsonschema.Schema) { least(p["n"], 1, 1000) },
		}, s.undo),
	)
}

// changed is a change that was made or could be.
type changed struct {
	Citemap    int      `json:"citemap"`
	Verb       string   `json:"verb"`
	File       *string  `json:"file" jsonschema:"null where no file is changed"`
	Applied    bool     `json:"applied"`
	Papers     []string `json:"papers" jsonschema:"ids of the papers that it is about"`
	NotChanged []passed `json:"notChanged"`
	Diff       string   `json:"diff"`
	Undo       []string `json:"undo" jsonschema:"what undo takes back, the last change first"`
}

// passed is a paper that is left as it is.
type passed struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Why   string `json:"why"`
}

type changeArguments struct {
	IDs   []string `json:"ids" jsonschema:"The papers, by id: of gaps, search or neighbours."`
	File  string   `json:"file,omitempty" jsonschema:"The file, as it was named at the start; only that one can be written, and it need not be given."`
	Apply bool     `json:"apply,omitempty" jsonschema:"Write. Without it nothing is written."`
}

func (s *subject) add(ctx context.Context, c call, in changeArguments) (*mcp.CallToolResult, error) {
	d, err := s.changingDesk(ctx, c, "add")
	if err != nil {
		return nil, err
	}
	if err := same(in.File, d.To(), "papers are added to "+d.To()); err != nil {
		return nil, err
	}
	change, err := d.Addition(in.IDs)
	if err == nil && in.Apply {
		change, err = d.Add(ctx, in.IDs)
	}
	return made("add", d, change, in.Apply, err)
}

func (s *subject) exclude(ctx context.Context, c call, in changeArguments) (*mcp.CallToolResult, error) {
	d, err := s.changingDesk(ctx, c, "exclude")
	if err != nil {
		return nil, err
	}
	keeps := "no file of exclusions was named (--exclude-file)"
	if d.ExcludeFile() != "" {
		keeps = "exclusions are kept in " + d.ExcludeFile()
	}
	if err := same(in.File, d.ExcludeFile(), keeps); err != nil {
		return nil, err
	}
	change, err := d.Exclusion(in.IDs)
	if err == nil && in.Apply {
		change, err = d.Exclude(ctx, in.IDs)
	}
	return made("exclude", d, change, in.Apply, err)
}

type undoArguments struct {
	N     int  `json:"n,omitempty" jsonschema:"How many changes."`
	Apply bool `json:"apply,omitempty" jsonschema:"Write. Without it nothing is written."`
}

func (s *subject) undo(ctx context.Context, c call, in undoArguments) (*mcp.CallToolResult, error) {
	d, err := s.changingDesk(ctx, c, "undo")
	if err != nil {
		return nil, err
	}
	if len(d.State().Undo) == 0 {
		return nil, desk.ErrNothing
	}
	if in.Apply {
		err = d.Undo(ctx, in.N)
	}
	return made("undo", d, edit.Change{}, in.Apply, err)
}

// changingDesk gives the lists at work as they are now, to be changed.
func (s *subject) changingDesk(ctx context.Context, c call, verb string) (*desk.Desk, error) {
	if len(s.o.Lists) == 0 {
		return nil, fmt.Errorf("%s: there is no list to change: have the user name one in the command: citemap mcp reading.md", verb)
	}
	return s.now(ctx, c.progress(ctx))
}

// same refuses a file other than the one that may be written.
func same(asked, there, why string) error {
	whole, errAsked := filepath.Abs(asked)
	may, errThere := filepath.Abs(there)
	if asked == "" || there != "" && (asked == filepath.Base(there) || errAsked == nil && errThere == nil && whole == may) {
		return nil
	}
	return fmt.Errorf("file %q was not named when citemap was started, and is neither read nor written: %s; leave file out, or have the user start citemap mcp with it", asked, why)
}

// made makes a result of a change.
func made(verb string, d *desk.Desk, c edit.Change, applied bool, err error) (*mcp.CallToolResult, error) {
	if err != nil {
		return nil, err
	}
	out := changed{Citemap: 1, Verb: verb, Applied: applied, Papers: ids(c.Papers), NotChanged: []passed{}, Undo: slices.Clone(d.State().Undo)}
	if out.Undo == nil {
		out.Undo = []string{}
	}
	if c.Name != "" {
		out.File, out.Diff = &c.Name, string(c.Diff())
	}
	for _, p := range c.Passed {
		out.NotChanged = append(out.NotChanged, passed{render.Clean(string(p.Paper)), render.Clean(p.Title), render.Clean(p.Why)})
	}
	said := "Nothing was written: this is what apply: true would do. "
	if applied {
		said = "Done: " + render.Clean(d.State().Happened) + ". "
	}
	return answered(said+"JSON follows. "+foreign, writes(out))
}

// writes writes a value as JSON.
func writes(v any) func(io.Writer) error {
	return func(w io.Writer) error { return json.NewEncoder(w).Encode(v) }
}

// ids are papers of the corpus, as the field ids of tools has them.
func ids(papers []graph.PaperID) []string {
	out := make([]string, len(papers))
	for i, p := range papers {
		out[i] = string(p)
	}
	return out
}
