package assistant

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/service"
)

// TestConformance runs the protocol's own suite. Of a server of this kind it can ask what is
// in passes; the rest wants tools, prompts and resources of a server made for the suite,
// which this is not. The suite knows servers by HTTP alone, so that the same server is
// served that way here, by the handler of the protocol's package.
func TestConformance(t *testing.T) {
	passes := []string{
		"server-initialize", "ping", "tools-list", "resources-list", "resources-subscribe", "resources-unsubscribe", "prompts-list",
		"logging-set-level", "server-sse-multiple-streams", "dns-rebinding-protection",
	}
	if testing.Short() {
		t.Skip("what runs side by side is in the other tests")
	}
	suite := ""
	for _, folder := range filepath.SplitList(os.Getenv("NODE_PATH")) {
		if found := filepath.Join(folder, "@modelcontextprotocol", "conformance", "dist", "index.js"); suite == "" && exec.Command("node", found, "--version").Run() == nil {
			suite = found
		}
	}
	if suite == "" {
		t.Skip("needs node, and @modelcontextprotocol/conformance in NODE_PATH")
	}
	a := on(t, service.Options{Snapshot: demo}, Options{Lists: []string{copied(t)}})
	server := httptest.NewServer(mcp.NewStreamableHTTPHandler(func(*http.Request) *mcp.Server { return a.mcp }, nil))
	t.Cleanup(server.Close)
	c := exec.CommandContext(t.Context(), "node", suite, "server", "--url", server.URL, "--suite", "all")
	c.Dir = t.TempDir()
	out, _ := c.CombinedOutput() // it fails for what is made for the suite
	for _, scenario := range passes {
		if !regexp.MustCompile(`(?m)^✓ ` + scenario + `: [1-9]\d* passed, 0 failed$`).Match(out) {
			t.Errorf("%s is not passed:\n%s", scenario, out)
		}
	}
}
