package assistant

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/answer"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
	"citemap/fetch/list"
	"citemap/graph/view"
	"citemap/render/html"
)

// The addresses of resources; lists beyond the first have numbers.
const (
	listURI     = "citemap://list"
	coverageURI = "citemap://coverage"
	reportURI   = "citemap://report"
)

// addResources adds what can be read: the lists, and what is found about them.
func (s *subject) addResources(m *mcp.Server) {
	for i, name := range s.o.Lists {
		if _, is := service.PaperNamed(name); is {
			continue
		}
		m.AddResource(&mcp.Resource{
			URI: listAt(i), Name: filepath.Base(name), Title: "Reading list", MIMEType: "text/plain",
			Description: "The text of the list as it is now. " + foreign,
		}, func(ctx context.Context, r *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
			text, err := list.ReadText(name, nil)
			return contents(r, "text/plain", text, err)
		})
	}
	if !s.atWork() {
		return
	}
	m.AddResource(&mcp.Resource{
		URI: coverageURI, Name: "coverage", Title: "What is known of the list", MIMEType: "application/json",
		Description: "How many entries have a paper, of how many the references are known, what was left out, sources and dates.",
	}, s.coverage)
	m.AddResource(&mcp.Resource{
		URI: reportURI, Name: "report", Title: "The report as a page", MIMEType: "text/html",
		Description: "Map, gaps, influence and coverage in one page that fetches nothing.",
	}, s.report)
	m.AddResource(&mcp.Resource{
		URI: appURI, Name: "report-app", Title: "The report", MIMEType: appType,
		Description: "Map, gaps, influence and coverage, to be shown to the user.",
	}, s.report)
}

// listAt is the address of a list.
func listAt(i int) string {
	if i == 0 {
		return listURI
	}
	return fmt.Sprintf("%s/%d", listURI, i+1)
}

// changing are the addresses of all that changes with the lists.
func (s *subject) changing() []string {
	uris := []string{coverageURI, reportURI, appURI}
	for i := range s.o.Lists {
		uris = append(uris, listAt(i))
	}
	return uris
}

// subscribe opens the lists for somebody who wants to be told of changes.
func (s *subject) subscribe(ctx context.Context, r *mcp.SubscribeRequest) error {
	_, err := s.desk(ctx, nil)
	return err
}

func (s *subject) coverage(ctx context.Context, r *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
	f, err := s.about(ctx, nil, ofList{})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = answer.Coverage(&b, f)
	return contents(r, "application/json", b.Bytes(), err)
}

// report is the page that the verb report writes.
func (s *subject) report(ctx context.Context, r *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
	f, err := s.about(ctx, nil, ofList{})
	if err != nil {
		return nil, err
	}
	run, add := s.o.Page(f)
	var b bytes.Buffer
	err = s.pen.Page(ctx, &b, run, picture.Drawing{Options: view.Options{Papers: pagePapers}}.Titled(f.Title), add)
	if r.Params.URI == appURI {
		return contents(r, appType, html.App(b.Bytes()), err)
	}
	return contents(r, "text/html", b.Bytes(), err)
}

// pagePapers is how many papers the map of the page shows at most, as that of the verb.
const pagePapers = 60

func contents(r *mcp.ReadResourceRequest, kind string, text []byte, err error) (*mcp.ReadResourceResult, error) {
	if err != nil {
		return nil, err
	}
	return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: r.Params.URI, MIMEType: kind, Text: string(text)}}}, nil
}
