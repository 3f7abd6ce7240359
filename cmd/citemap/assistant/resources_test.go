package assistant

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/service"
)

// TestResources: list, coverage and report can be read; what is only for apps is shown to
// clients that show apps.
func TestResources(t *testing.T) {
	list := copied(t)
	apps := &mcp.ClientCapabilities{}
	apps.AddExtension(appsName, map[string]any{"mimeTypes": []string{appType}})
	for _, shows := range []bool{false, true} {
		o := &mcp.ClientOptions{}
		if shows {
			o.Capabilities = apps
		}
		c := talk(t, on(t, service.Options{Snapshot: demo}, Options{Lists: []string{list}}), o)
		var uris []string
		for r, err := range c.Resources(t.Context(), nil) {
			if err != nil {
				t.Fatal(err)
			}
			uris = append(uris, r.URI)
		}
		if !slices.Contains(uris, listURI) || !slices.Contains(uris, coverageURI) || !slices.Contains(uris, reportURI) || slices.Contains(uris, appURI) != shows {
			t.Errorf("a client that shows apps (%v) sees %v", shows, uris)
		}
		for x, err := range c.Tools(t.Context(), nil) {
			if err != nil || x.Name == "map" && (x.Meta["ui"] != nil) != shows {
				t.Errorf("a client that shows apps (%v) sees %+v, %v", shows, x.Meta, err)
			}
		}
	}
	c := talk(t, on(t, service.Options{Snapshot: demo}, Options{Lists: []string{list}}), nil)
	text, _ := os.ReadFile(list)
	for uri, want := range map[string][2]string{
		listURI: {"text/plain", string(text)}, coverageURI: {"application/json", `"verb": "coverage"`},
		reportURI: {"text/html", "<!DOCTYPE html>"}, appURI: {appType, "<!DOCTYPE html>"},
	} {
		if want[0] != "text/plain" && want[0] != "application/json" && testing.Short() {
			continue // a page has two drawings
		}
		r, err := c.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: uri})
		if err != nil || len(r.Contents) != 1 || r.Contents[0].MIMEType != want[0] || !strings.Contains(r.Contents[0].Text, want[1]) {
			t.Errorf("%s: %+v, %v", uri, r, err)
		}
	}
}

// TestSubscribers are told of what another program writes, and of what is added here.
func TestSubscribers(t *testing.T) {
	list := copied(t)
	told := make(chan string, 100)
	c := talk(t, on(t, service.Options{Snapshot: demo}, Options{Lists: []string{list}}), &mcp.ClientOptions{
		ResourceUpdatedHandler: func(_ context.Context, r *mcp.ResourceUpdatedNotificationRequest) { told <- r.Params.URI },
	})
	if err := c.Subscribe(t.Context(), &mcp.SubscribeParams{URI: listURI}); err != nil {
		t.Fatal(err)
	}
	if r := ask(t, c, "add", map[string]any{"ids": first(t, c, 1), "apply": true}); r.IsError {
		t.Fatal(said(r))
	}
	if uri := <-told; uri != listURI {
		t.Errorf("told of %s", uri)
	}
	text, _ := os.ReadFile(list)
	if err := os.WriteFile(list, append(text, "\n- https://arxiv.org/abs/1706.03762\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := ask(t, c, "gaps", nil); r.IsError { // who asks need not wait for the next look
		t.Fatal(said(r))
	}
	if uri := <-told; uri != listURI {
		t.Errorf("told of %s", uri)
	}
}
