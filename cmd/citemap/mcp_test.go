package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/desk"
	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/files"
	"citemap/cmd/citemap/service"
)

// demoFiles copies the demo's list and snapshot to a folder.
func demoFiles(t *testing.T) (list, snapshot string) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"lists/finetune.md", "snapshots/finetune.jsonl"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "testdata", name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, filepath.Base(name)), text, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(folder, "finetune.md"), filepath.Join(folder, "finetune.jsonl")
}

// TestOneAnswer holds that a verb, lists at work and a tool of an assistant answer alike,
// and over real pipes.
func TestOneAnswer(t *testing.T) {
	list, snapshot := demoFiles(t)
	c, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).
		Connect(t.Context(), &mcp.CommandTransport{Command: exec.Command("citemap", "mcp", list, "--snapshot", snapshot, "--config", "none")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, verb := range []string{"gaps", "rank", "topics", "path", "check"} {
		args, arguments := []string{verb, list, "--snapshot", snapshot, "--format", "json", "--config", "none"}, map[string]any{}
		if verb != "path" && verb != "check" {
			args, arguments = append(args, "-n", "7"), map[string]any{"n": 7}
		}
		out, err := exec.Command("citemap", args...).Output()
		if err != nil {
			t.Fatal(err)
		}
		r, err := c.CallTool(t.Context(), &mcp.CallToolParams{Name: verb, Arguments: arguments})
		if err != nil || r.IsError {
			t.Fatalf("%s: %+v, %v", verb, r, err)
		}
		text := r.Content[len(r.Content)-1].(*mcp.TextContent).Text
		if whole := short(t, out); text != whole {
			t.Errorf("%s: the tool says\n%.300s\nand the verb\n%.300s", verb, text, whole)
		}
		if verb == "gaps" {
			if at := atWork(t, list, snapshot); short(t, at) != text {
				t.Error("a desk has other gaps than the tool")
			}
		}
	}
}

// atWork is what lists at work, on which the live page stands, say of gaps.
func atWork(t *testing.T, list, snapshot string) []byte {
	t.Helper()
	quiet := console.New(io.Discard)
	d, err := desk.Open(t.Context(), service.New(service.Options{Snapshot: snapshot, Rate: 1}, nil, quiet),
		edit.Run{Console: quiet, Files: &files.Guard{}}, []string{list}, desk.Options{Topics: true})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := answer.Gaps(&b, d.State().Findings, 7); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func short(t *testing.T, text []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, text); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// pipes are those of a server that is told line by line.
type pipes struct {
	t   *testing.T
	c   *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
	err bytes.Buffer
}

const hello = `{"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`

func startMCP(t *testing.T, args ...string) *pipes {
	t.Helper()
	p := &pipes{t: t, c: exec.CommandContext(t.Context(), "citemap", append(args, "--config", "none")...)}
	p.c.Stderr = &p.err
	var err error
	if p.in, err = p.c.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := p.c.StdoutPipe()
	if err == nil {
		err = p.c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	p.out = bufio.NewReaderSize(out, 1<<20)
	return p
}

func (p *pipes) send(line string) {
	p.t.Helper()
	if _, err := io.WriteString(p.in, line+"\n"); err != nil {
		p.t.Fatalf("the server has ended: %v: %s", err, p.err.String())
	}
}

// A reply is a message of the server.
type reply struct {
	ID     any
	Error  *struct{ Code int }
	Result *struct{ IsError bool }
}

func (p *pipes) reply() (r reply) {
	p.t.Helper()
	line, err := p.out.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &r)
	}
	if err != nil {
		p.t.Fatalf("no message: %v: %.200q: %s", err, line, p.err.String())
	}
	return r
}

// TestBadMessages: what is malformed or huge is an error, and the server goes on.
func TestBadMessages(t *testing.T) {
	list, snapshot := demoFiles(t)
	p := startMCP(t, "mcp", list, "--snapshot", snapshot)
	p.send(`{"jsonrpc":"2.0","id":0,"method":"tools/list"}`) // ahead of the greeting
	if r := p.reply(); r.Error == nil {
		t.Error("a question ahead of the greeting was answered")
	}
	p.send(hello)
	p.reply()
	p.send(`{"jsonrpc":"2.0","method":"notifications/initialized"}`)
	for i, line := range []string{
		`{`, `no JSON`, "\x00\xff\xfe", `"text"`, `7`, `null`, `[]`, `[1]`, `{}`, `{"jsonrpc":"2.0"}`, `{"jsonrpc":"1.0","id":1,"method":"ping"}`,
		`{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}`, `{"jsonrpc":"2.0","id":[1],"method":"ping"}`, `{"jsonrpc":"2.0","id":1,"method":7}`,
		`[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}]`,
		`{"jsonrpc":"2.0","id":1,"method":"ping"} {"jsonrpc":"2.0","id":2,"method":"ping"}`,
		strings.Repeat("[", 100_000), `{"jsonrpc":"2.0","id":1,"method":"ping","params":` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`,
		`{"jsonrpc":"2.0","id":1,"method":"no/such"}`, `{"jsonrpc":"2.0","id":1,"method":"tools/call"}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}`, `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gaps","arguments":7}}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gaps","arguments":[]}}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gaps","arguments":{"n":"many"}}}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gaps","arguments":{"n":1e400}}}`,
		`{"jsonrpc":"2.0","id":1,"method":"resources/read"}`, `{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"` + list + `"}}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gaps","arguments":{"text":"` + strings.Repeat("a ", 5<<20) + `"}}}`,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"gaps","arguments":{"text":"` + strings.Repeat("a ", 1<<20) + `"}}}`,
	} {
		p.send(line)
		if r := p.reply(); r.Error == nil && (r.Result == nil || !r.Result.IsError) {
			t.Errorf("%.120s (%d) is no error", line, i)
		}
	}
	// These are no questions, and have no answer.
	p.send("\n\r\n" + `{"jsonrpc":"2.0","id":99,"result":{}}` + "\n" + `{"jsonrpc":"2.0","method":"notifications/none"}` + "\n" + `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":12345}}`)
	p.send(`{"jsonrpc":"2.0","id":"last","method":"tools/call","params":{"name":"gaps"}}`)
	if r := p.reply(); r.ID != "last" || r.Error != nil || r.Result.IsError {
		t.Errorf("after all of them: %+v", r)
	}
	if err := p.in.Close(); err != nil {
		t.Fatal(err)
	}
	if rest, _ := io.ReadAll(p.out); len(rest) > 0 {
		t.Errorf("at the end: %q", rest)
	}
	if err := p.c.Wait(); err != nil || p.err.Len() > 0 {
		t.Errorf("at the end of its input: %v, %q", err, p.err.String())
	}
}

// TestManyCalls: calls at once, some changing, some cancelled and some with ids that are
// taken, each end in an answer or an error.
func TestManyCalls(t *testing.T) {
	list, snapshot := demoFiles(t)
	before, _ := os.ReadFile(list)
	p := startMCP(t, "mcp", list, "--snapshot", snapshot)
	p.send(hello)
	p.reply()
	p.send(`{"jsonrpc":"2.0","method":"notifications/initialized"}`)
	const many = 200
	calls := []string{
		`"name":"gaps"`, `"name":"check"`, `"name":"search","arguments":{"query":"learning"}`, `"name":"rank","arguments":{"by":"betweenness"}`,
		`"name":"add","arguments":{"ids":["arXiv:2203.02155"],"apply":true}`, `"name":"undo","arguments":{"apply":true}`, `"name":"gaps","arguments":{"text":"arXiv:2305.11206"}`,
	}
	go func() {
		for i := range many {
			fmt.Fprintf(p.in, `{"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{%s}}`+"\n", i, calls[i%len(calls)])
		}
		fmt.Fprintf(p.in, `{"jsonrpc":"2.0","id":"ping","method":"ping"}`+"\n")
	}()
	answers := map[any]int{}
	for len(answers) < many+1 {
		answers[p.reply().ID]++
	}
	for id, n := range answers {
		if n != 1 {
			t.Errorf("call %v has %d answers", id, n)
		}
	}
	for range 2 {
		p.send(`{"jsonrpc":"2.0","id":"undo","method":"tools/call","params":{"name":"undo","arguments":{"n":1000,"apply":true}}}`)
		p.reply()
	}
	if after, _ := os.ReadFile(list); !bytes.Equal(before, after) {
		t.Error("all undone, the list is not what it was")
	}
	for range 3 { // of one id; which of them is answered is the protocol's package's affair
		p.send(`{"jsonrpc":"2.0","id":"twin","method":"tools/call","params":{"name":"gaps"}}`)
	}
	for p.send(`{"jsonrpc":"2.0","id":"alive","method":"ping"}`); p.reply().ID != "alive"; {
	}
	if err := p.c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = p.c.Wait() // of what was killed
}

// TestIndependentClient has the client of the TypeScript SDK list and call every tool. It
// checks the answers against the schemas of the tools itself.
func TestIndependentClient(t *testing.T) {
	const client = `
const { Client } = require("@modelcontextprotocol/sdk/client/index.js");
const { StdioClientTransport } = require("@modelcontextprotocol/sdk/client/stdio.js");
const [list, snapshot] = process.argv.slice(1);
(async () => {
  const client = new Client({ name: "independent", version: "1" });
  await client.connect(new StdioClientTransport({ command: "citemap", args: ["mcp", list, "--snapshot", snapshot, "--config", "none"], env: process.env }));
  const { tools } = await client.listTools();
  const gaps = await client.callTool({ name: "gaps", arguments: { n: 2 } });
  const ids = gaps.structuredContent.gaps.map((g) => g.paper.id);
  const args = { add: { ids }, exclude: { ids }, neighbours: { id: ids[0] }, search: { query: "attention" } };
  for (const t of tools) {
    const r = await client.callTool({ name: t.name, arguments: args[t.name] ?? {} });
    console.log(t.name, r.isError ? "error: " + r.content[0].text : r.content.map((c) => c.type).join(" "));
  }
  for (const r of (await client.listResources()).resources) {
    console.log(r.uri, (await client.readResource({ uri: r.uri })).contents[0].mimeType);
  }
  await client.close();
})().catch((e) => { console.error(e); process.exit(1); });
`
	if testing.Short() {
		t.Skip("what runs side by side is in the other tests")
	}
	if exec.Command("node", "-e", `require("@modelcontextprotocol/sdk/client/index.js")`).Run() != nil {
		t.Skip("needs node, and @modelcontextprotocol/sdk in NODE_PATH")
	}
	list, snapshot := demoFiles(t)
	out, err := exec.CommandContext(t.Context(), "node", "-e", client, list, snapshot).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	const none, undo = "error: nobody is asked for more: citemap was started with --snapshot: start it without", "error: nothing to undo: no change was made here that the files still hold"
	want := []string{
		"add text text", "check text text", "exclude text text", "gaps text text", "map text image", "more " + none, "neighbours text text", "path text text", "plan " + none,
		"rank text text", "search text text", "topics text text", "undo " + undo,
		"citemap://coverage application/json", "citemap://list text/plain", "citemap://report text/html",
	}
	if got := strings.TrimSpace(string(out)); got != strings.Join(want, "\n") {
		t.Errorf("the client says\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}
