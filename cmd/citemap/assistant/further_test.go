package assistant

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/service"
	"citemap/fetch/library"
	"citemap/fetch/semanticscholar/apitest"
)

// TestMore: what it takes is said before, more than is allowed is not asked, and progress
// is told on the way.
func TestMore(t *testing.T) {
	snapshot, err := library.ScanFile(demo)
	if err != nil {
		t.Fatal(err)
	}
	corpus := snapshot.Corpus()
	api := apitest.New(corpus.Whole())
	arrived, release := make(chan struct{}, 100), make(chan struct{})
	var held atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if held.Load() {
			arrived <- struct{}{}
			<-release
		}
		api.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	told := make(chan *mcp.ProgressNotificationParams, 1000)
	c := talk(t, on(t, service.Options{APIURL: server.URL, Library: filepath.Join(t.TempDir(), "library.sqlite"), Fallback: "none", Budget: 3}, Options{Lists: []string{copied(t)}}), &mcp.ClientOptions{
		ProgressNotificationHandler: func(_ context.Context, r *mcp.ProgressNotificationClientRequest) { told <- r.Params },
	})
	var p struct{ Requests int }
	if into(t, ask(t, c, "plan", nil), &p); p.Requests == 0 || api.Requests() != 0 {
		t.Errorf("the plan of a new list: %d requests; %d were made", p.Requests, api.Requests())
	}
	if r := ask(t, c, "plan", map[string]any{"ids": []string{"arXiv:2305.11206"}}); !r.IsError || !strings.Contains(said(r), "not at hand yet") {
		t.Errorf("a plan around a paper before anything is known: %s", said(r))
	}
	params := &mcp.CallToolParams{Name: "gaps"}
	params.SetProgressToken("opening")
	if r, err := c.CallTool(t.Context(), params); err != nil || r.IsError {
		t.Fatalf("%+v, %v", r, err)
	}
	if x := <-told; x.ProgressToken != "opening" || x.Progress != 1 || !strings.Contains(x.Message, "requests") {
		t.Errorf("progress: %+v", x)
	}
	asked, gap := api.Requests(), first(t, c, 1)
	if into(t, ask(t, c, "plan", map[string]any{"ids": gap}), &p); p.Requests < 2 || api.Requests() != asked {
		t.Fatalf("the plan around a paper: %d requests", p.Requests)
	}
	if r := ask(t, c, "more", map[string]any{"ids": gap, "requests": p.Requests - 1}); !r.IsError || !strings.Contains(said(r), "nobody was asked") || api.Requests() != asked {
		t.Errorf("more than was allowed: %s", said(r))
	}
	held.Store(true)
	cancelled, stop := context.WithCancel(t.Context())
	go func() { <-arrived; stop() }()
	if r, err := c.CallTool(cancelled, &mcp.CallToolParams{Name: "more", Arguments: map[string]any{"ids": gap}}); err == nil {
		t.Errorf("a call that was cancelled while it asked: %+v", r)
	}
	held.Store(false)
	close(release)
	var g gathered
	if into(t, ask(t, c, "more", map[string]any{"ids": gap}), &g); g.Requests != p.Requests || g.Papers < g.Before {
		t.Errorf("more: %+v", g)
	}
	if n := api.Requests() - asked; n == 0 || n > p.Requests+1 { // one was cancelled
		t.Errorf("%d requests, planned were %d at most", n, p.Requests)
	}
}
