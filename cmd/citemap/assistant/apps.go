package assistant

import (
	"context"
	"maps"
	"slices"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// What the extension MCP Apps has of its own: its name, and the address and the type of a
// page that a client shows.
const (
	appsName = "io.modelcontextprotocol/ui"
	appURI   = "ui://citemap/report"
	appType  = "text/html;profile=mcp-app"
)

// forApps is middleware that keeps from clients that do not show apps what is only for
// those that do.
func forApps(next mcp.MethodHandler) mcp.MethodHandler {
	return func(ctx context.Context, method string, r mcp.Request) (mcp.Result, error) {
		result, err := next(ctx, method, r)
		if err != nil {
			return nil, err
		}
		switch result := result.(type) {
		case *mcp.ListToolsResult:
			if x, is := r.(*mcp.ListToolsRequest); is && !showsApps(x.ClientCapabilities()) {
				result.Tools = withoutApps(result.Tools)
			}
		case *mcp.ListResourcesResult:
			if x, is := r.(*mcp.ListResourcesRequest); is && !showsApps(x.ClientCapabilities()) {
				result.Resources = slices.DeleteFunc(result.Resources, func(r *mcp.Resource) bool { return r.URI == appURI })
			}
		}
		return result, nil
	}
}

// withoutApps gives tools that name no page.
func withoutApps(tools []*mcp.Tool) []*mcp.Tool {
	out := slices.Clone(tools)
	for i, t := range out {
		if t.Meta["ui"] != nil {
			plain := *t
			plain.Meta = maps.Clone(t.Meta)
			delete(plain.Meta, "ui")
			out[i] = &plain
		}
	}
	return out
}

func showsApps(c *mcp.ClientCapabilities) bool { return c != nil && c.Extensions[appsName] != nil }
