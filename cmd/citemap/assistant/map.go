package assistant

import (
	"bytes"
	"context"
	"fmt"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/graph/view"
	"citemap/render"
)

// addMap adds the tool that draws.
func (s *subject) addMap(m *mcp.Server) error {
	var shown mcp.Meta
	if s.atWork() {
		shown = mcp.Meta{"ui": map[string]any{"resourceUri": appURI}}
	}
	return addTool(m, tool{
		name: "map", title: "Draw the map", hints: reads(s.o), meta: shown,
		says: "Draws the listed papers, the gaps and what connects them, as an image. Where the client shows apps, it shows the whole report.",
		limit: func(p map[string]*jsonschema.Schema) {
			least(p["papers"], 40, 120)
			among(p["format"], []string{"png", "svg"})
			among(p["layout"], render.Layouts())
		},
	}, s.draw)
}

type mapArguments struct {
	ofList
	Format string `json:"format,omitempty" jsonschema:"png (an image, without it) or svg (an embedded resource)."`
	Papers int    `json:"papers,omitempty" jsonschema:"How many papers at most."`
	Layout string `json:"layout,omitempty" jsonschema:"By year from top to bottom (timeline), by year from left to right (columns), or by topics."`
}

// mostPicture is how long a picture may be; clients take a megabyte, and as text it grows
// by a third.
const mostPicture = 700_000

// scales are the dots of a PNG for each point, tried until the picture is small enough.
var scales = []float64{2, 1.5, 1, 0.7}

func (s *subject) draw(ctx context.Context, c call, in mapArguments) (*mcp.CallToolResult, error) {
	d := picture.Drawing{Options: view.Options{Papers: in.Papers}}
	if in.Layout != "" {
		if err := d.Look.Layout.UnmarshalText([]byte(in.Layout)); err != nil {
			return nil, err
		}
	}
	f, err := s.about(ctx, c.progress(ctx), in.ofList)
	if err != nil {
		return nil, err
	}
	d = d.Titled(f.Title)
	drawn := func(format string) ([]byte, error) { return s.drawn(ctx, f, format, d) }
	note := &mcp.TextContent{Text: fmt.Sprintf("The map, with %d papers at most. %s", in.Papers, foreign)}
	if in.Format == "svg" {
		svg, err := drawn("svg")
		if err != nil {
			return nil, err
		}
		if len(svg) > mostPicture {
			return nil, tooLarge(len(svg))
		}
		return &mcp.CallToolResult{Content: []mcp.Content{note, &mcp.EmbeddedResource{
			Resource: &mcp.ResourceContents{URI: "citemap://map.svg", MIMEType: "image/svg+xml", Text: string(svg)},
		}}}, nil
	}
	size := 0
	for _, d.Scale = range scales {
		png, err := drawn("png")
		if err != nil {
			return nil, err
		}
		if size = len(png); size <= mostPicture {
			return &mcp.CallToolResult{Content: []mcp.Content{note, &mcp.ImageContent{Data: png, MIMEType: "image/png"}}}, nil
		}
	}
	return nil, tooLarge(size)
}

func (s *subject) drawn(ctx context.Context, f *service.Findings, format string, d picture.Drawing) ([]byte, error) {
	var b bytes.Buffer
	err := s.pen.Draw(ctx, &b, format, f.Findings, d)
	return b.Bytes(), err
}

func tooLarge(bytes int) error {
	return fmt.Errorf("the picture has %d kB, more than a client takes: draw fewer papers with papers", bytes>>10)
}
