package assistant

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/render/record"
)

const fixtures = "../../../testdata/"

// on makes a server over the demo's snapshot, or what else the service is told to ask.
func on(t *testing.T, so service.Options, o Options) *Server {
	t.Helper()
	c := console.New(io.Discard)
	so.Rate, so.ExcludeFile = 1000, o.Desk.ExcludeFile
	o.Snapshot, o.Desk.Topics = so.Snapshot != "", true
	if o.Snapshot {
		o.Desk.Asking.Refused = "a snapshot was given"
	}
	o.Page = func(f *service.Findings) (record.Run, string) {
		return record.Run{Findings: f.Findings, Lists: o.Lists}, ""
	}
	a, err := New(service.New(so, nil, c), edit.Run{Console: c, Files: &files.Guard{}}, picture.Pen{Console: c}, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// copied gives a copy of the demo's list, which may be changed.
func copied(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(fixtures + "lists/finetune.md")
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "reading.md")
	if err := os.WriteFile(list, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return list
}

// talk has a client of the protocol's own package talk to a server.
func talk(t *testing.T, a *Server, o *mcp.ClientOptions) *mcp.ClientSession {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	here, there := mcp.NewInMemoryTransports()
	done := make(chan struct{})
	go a.watch(ctx)
	go func() {
		defer close(done)
		_ = a.mcp.Run(ctx, there) // ends with the test
	}()
	c, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, o).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); <-done })
	return c
}

const demo = fixtures + "snapshots/finetune.jsonl"

// demoServer is a server over the demo, with a list that may be changed.
func demoServer(t *testing.T) (c *mcp.ClientSession, list string) {
	t.Helper()
	list = copied(t)
	return talk(t, on(t, service.Options{Snapshot: demo}, Options{Lists: []string{list}}), nil), list
}

func ask(t *testing.T, c *mcp.ClientSession, name string, arguments map[string]any) *mcp.CallToolResult {
	t.Helper()
	r, err := c.CallTool(t.Context(), &mcp.CallToolParams{Name: name, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

// said is the text of a result.
func said(r *mcp.CallToolResult) string {
	var all []string
	for _, c := range r.Content {
		if text, is := c.(*mcp.TextContent); is {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, "\n")
}

// into reads the data of a result.
func into(t *testing.T, r *mcp.CallToolResult, v any) {
	t.Helper()
	if r.IsError {
		t.Fatal(said(r))
	}
	text, err := json.Marshal(r.StructuredContent)
	if err == nil {
		err = json.Unmarshal(text, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// first gives the ids of the first gaps.
func first(t *testing.T, c *mcp.ClientSession, n int) []string {
	t.Helper()
	var a struct {
		Gaps []struct{ Paper struct{ ID string } }
	}
	into(t, ask(t, c, "gaps", map[string]any{"n": n}), &a)
	var out []string
	for _, x := range a.Gaps {
		out = append(out, x.Paper.ID)
	}
	return out
}

// TestEveryTool: each is listed with what it takes and gives, and answers as it says.
func TestEveryTool(t *testing.T) {
	c, list := demoServer(t)
	listed, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(list)
	gap := first(t, c, 1)
	arguments := map[string]map[string]any{
		"search": {"query": "attention"}, "neighbours": {"id": gap[0]}, "add": {"ids": gap}, "exclude": {"ids": gap},
		"path": {"keys": 2}, "map": {"papers": 12},
	}
	refused := []string{"plan", "more", "undo"} // a snapshot asks nobody, and nothing was changed
	var names []string
	for _, x := range listed.Tools {
		names = append(names, x.Name)
		if x.Name == "map" && testing.Short() { // a drawing is slow under the race detector
			continue
		}
		r := ask(t, c, x.Name, arguments[x.Name])
		if r.IsError != slices.Contains(refused, x.Name) {
			t.Errorf("%s: %s", x.Name, said(r))
		}
		if x.Description == "" || x.Title == "" || x.Annotations == nil || x.Annotations.OpenWorldHint == nil {
			t.Errorf("%s is not described", x.Name)
		}
		if x.OutputSchema != nil && !r.IsError {
			valid(t, x, r)
		}
	}
	want := []string{"add", "check", "exclude", "gaps", "map", "more", "neighbours", "path", "plan", "rank", "search", "topics", "undo"}
	if !slices.Equal(names, want) {
		t.Errorf("tools %v, want %v", names, want)
	}
	if after, _ := os.ReadFile(list); string(after) != string(before) {
		t.Error("a tool wrote the list, and nobody said apply")
	}
}

// valid holds the data of a result to the schema of its tool, and its text to the data.
func valid(t *testing.T, x *mcp.Tool, r *mcp.CallToolResult) {
	t.Helper()
	text, err := json.Marshal(x.OutputSchema)
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := resolved.Validate(r.StructuredContent); err != nil {
		t.Errorf("%s: %v", x.Name, err)
	}
	var again any
	last := r.Content[len(r.Content)-1].(*mcp.TextContent)
	if err := json.Unmarshal([]byte(last.Text), &again); err != nil {
		t.Errorf("%s: its text is not its data: %v", x.Name, err)
	}
}

// TestPictures: a map is an image that a client takes.
func TestPictures(t *testing.T) {
	if testing.Short() {
		t.Skip("a drawing is slow under the race detector")
	}
	c, _ := demoServer(t)
	png, is := ask(t, c, "map", map[string]any{"papers": 15}).Content[1].(*mcp.ImageContent)
	if !is || !strings.HasPrefix(string(png.Data), "\x89PNG") || png.MIMEType != "image/png" || len(png.Data) > mostPicture {
		t.Errorf("no PNG: %+v", png)
	}
	svg, is := ask(t, c, "map", map[string]any{"format": "svg", "layout": "topics"}).Content[1].(*mcp.EmbeddedResource)
	if !is || !strings.Contains(svg.Resource.Text, "<svg") || svg.Resource.MIMEType != "image/svg+xml" {
		t.Errorf("no SVG: %+v", svg)
	}
}

// TestChanges: what is applied stands in the list, and undo gives the bytes back.
func TestChanges(t *testing.T) {
	c, list := demoServer(t)
	before, _ := os.ReadFile(list)
	gaps := first(t, c, 2)
	var proposed, done, undone changed
	into(t, ask(t, c, "add", map[string]any{"ids": gaps}), &proposed)
	if proposed.Applied || !strings.Contains(proposed.Diff, "\n+") || proposed.File == nil || *proposed.File != list {
		t.Errorf("proposed: %+v", proposed)
	}
	into(t, ask(t, c, "add", map[string]any{"ids": gaps, "apply": true, "file": "reading.md"}), &done)
	after, _ := os.ReadFile(list)
	if done.Diff != proposed.Diff || len(after) <= len(before) || len(done.Undo) != 1 {
		t.Errorf("done: %+v; %d bytes of %d", done, len(after), len(before))
	}
	var again changed
	into(t, ask(t, c, "add", map[string]any{"ids": gaps[:1], "apply": true}), &again)
	if len(again.NotChanged) != 1 || len(again.Papers) != 0 {
		t.Errorf("added again: %+v", again)
	}
	into(t, ask(t, c, "undo", nil), &undone)
	if now, _ := os.ReadFile(list); string(now) != string(after) {
		t.Error("undo wrote, and nobody said apply")
	}
	into(t, ask(t, c, "undo", map[string]any{"apply": true}), &undone)
	if now, _ := os.ReadFile(list); string(now) != string(before) || len(undone.Undo) != 0 {
		t.Errorf("undone: %+v", undone)
	}
	into(t, ask(t, c, "exclude", map[string]any{"ids": gaps[:1], "apply": true}), &done)
	if slices.Contains(first(t, c, 20), gaps[0]) {
		t.Error("an excluded paper is offered")
	}
}

// TestRefusals: each error says what to do, and nothing outside what was named is touched.
func TestRefusals(t *testing.T) {
	c, list := demoServer(t)
	gap := first(t, c, 1)
	other := filepath.Join(filepath.Dir(list), "other.md")
	if err := os.WriteFile(other, []byte("- arXiv:2305.11206\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		tool      string
		arguments map[string]any
		want      string
	}{
		{"add", map[string]any{"ids": gap, "file": other, "apply": true}, "was not named when citemap was started"},
		{"exclude", map[string]any{"ids": gap, "file": other, "apply": true}, "--exclude-file"},
		{"add", map[string]any{"ids": []string{"arXiv:9901.00001"}}, "search finds"},
		{"add", map[string]any{"ids": []string{}}, "arguments of add"},
		{"add", nil, "arguments of add"},
		{"gaps", map[string]any{"text": other}, "reads like the name of a file"},
		{"gaps", map[string]any{"text": "other.md"}, "reads like the name of a file"},
		{"gaps", map[string]any{"text": "file:///etc/passwd"}, "reads like the name of a file"},
		{"gaps", map[string]any{"path": other}, "files cannot be named"},
		{"gaps", map[string]any{"n": 1000}, "arguments of gaps"},
		{"gaps", map[string]any{"kinds": []string{"older"}}, "arguments of gaps"},
		{"gaps", map[string]any{"text": "arXiv:9901.00001"}, "none of 1 entries was found"},
		{"gaps", map[string]any{"text": " \n"}, "is empty"},
		{"neighbours", map[string]any{"id": "arXiv:9901.00001"}, "search finds"},
		{"path", map[string]any{"from": gap[0]}, "from and to go together"},
		{"path", map[string]any{"from": gap[0], "to": gap[0]}, "give two"},
		{"path", map[string]any{"from": gap[0], "to": "nothing"}, "nothing"},
		{"undo", map[string]any{"apply": true}, "nothing to undo"},
		{"more", nil, "a snapshot was given"},
	} {
		r := ask(t, c, tt.tool, tt.arguments)
		if !r.IsError || !strings.Contains(said(r), tt.want) {
			t.Errorf("%s %v: %q, want an error with %q", tt.tool, tt.arguments, said(r), tt.want)
		}
	}
	if text, _ := os.ReadFile(other); string(text) != "- arXiv:2305.11206\n" {
		t.Error("a file was written that was not named")
	}
	if r, err := c.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: "file://" + other}); err == nil {
		t.Errorf("a file was read that was not named: %+v", r)
	}
}

// TestListThatIsGone: that is said for as long as it is so.
func TestListThatIsGone(t *testing.T) {
	c, list := demoServer(t)
	gap := first(t, c, 1)
	if err := os.Rename(list, list+".gone"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"gaps", "check", "gaps", "add"} {
		var arguments map[string]any
		if name == "add" {
			arguments = map[string]any{"ids": gap, "apply": true}
		}
		if r := ask(t, c, name, arguments); !r.IsError || !strings.Contains(said(r), "reading.md") {
			t.Errorf("%s without the file: %s", name, said(r))
		}
	}
	if err := os.Rename(list+".gone", list); err != nil {
		t.Fatal(err)
	}
	if again := first(t, c, 1); again[0] != gap[0] {
		t.Errorf("the list is back: %v", again)
	}
}

// TestWithoutList: the list of a question is enough for all that only reads.
func TestWithoutList(t *testing.T) {
	c := talk(t, on(t, service.Options{Snapshot: ""}, Options{}), nil)
	for _, name := range []string{"check", "gaps", "rank", "topics", "path", "map", "plan", "more", "undo"} {
		if r := ask(t, c, name, nil); !r.IsError || !strings.Contains(said(r), "citemap mcp reading.md") {
			t.Errorf("%s without a list: %q", name, said(r))
		}
	}
	if r, err := c.ListResources(t.Context(), nil); err != nil || len(r.Resources) != 0 {
		t.Errorf("resources without a list: %+v, %v", r, err)
	}
	s := talk(t, on(t, service.Options{Snapshot: demo}, Options{}), nil)
	text := map[string]any{"text": "arXiv:2305.11206\nSelf-Play Fine-Tuning Converts Weak Language Models to Strong Language Models"}
	var a struct {
		Coverage struct{ Entries, Resolved int }
	}
	for _, name := range []string{"check", "gaps"} {
		if into(t, ask(t, s, name, text), &a); a.Coverage.Entries != 2 || a.Coverage.Resolved != 2 {
			t.Errorf("%s of a text: %+v", name, a)
		}
	}
	if r := ask(t, s, "rank", nil); r.IsError {
		t.Errorf("rank of a snapshot without a list: %s", said(r))
	}
}
