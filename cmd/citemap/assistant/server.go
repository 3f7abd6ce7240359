// Package assistant answers the programs of assistants: it serves lists at work as tools and
// resources of the Model Context Protocol. It stands on what the verbs stand on, and gives
// their JSON. It reads no file but those named when it was made, and writes none but the
// list and its file of exclusions, each time only where the caller says apply.
package assistant

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"citemap/cmd/citemap/edit"
	"citemap/cmd/citemap/picture"
	"citemap/cmd/citemap/service"
)

// A Server answers assistants. It may serve several at once.
type Server struct {
	about *subject
	mcp   *mcp.Server
}

// New makes a server.
func New(s *service.Service, editing edit.Run, pen picture.Pen, o Options) (*Server, error) {
	about := newSubject(s, editing, pen, o)
	m := mcp.NewServer(&mcp.Implementation{Name: "citemap", Title: "citemap", Version: o.Version}, &mcp.ServerOptions{
		Instructions:       instructions(o),
		Capabilities:       &mcp.ServerCapabilities{},
		SubscribeHandler:   about.subscribe,
		UnsubscribeHandler: func(context.Context, *mcp.UnsubscribeRequest) error { return nil },
		SetCacheable:       func(_ context.Context, _ mcp.Request, c *mcp.Cacheable) { c.CacheScope = "private" },
	})
	m.AddReceivingMiddleware(newDoor().middleware, forApps)
	about.addResources(m)
	return &Server{about, m}, errors.Join(about.addAnswers(m), about.addSearches(m), about.addMap(m), about.addPlans(m), about.addChanges(m))
}

// lookEvery is how often the files are looked after.
const lookEvery = 2 * time.Second

// Run serves one assistant, message by message, until in ends or ctx is done.
func (a *Server) Run(ctx context.Context, in io.Reader, out io.Writer) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go a.watch(ctx)
	return a.mcp.Run(ctx, &lines{in: in, out: out})
}

// watch tells who has subscribed of each change of the lists.
func (a *Server) watch(ctx context.Context) {
	select {
	case <-a.about.ready:
	case <-ctx.Done():
		return
	}
	d := a.about.opened.Load()
	go d.Watch(ctx, lookEvery)
	for n := d.State().Number; ; {
		s, err := d.After(ctx, n)
		if err != nil {
			return
		}
		n = s.Number
		for _, uri := range a.about.changing() {
			_ = a.mcp.ResourceUpdated(ctx, &mcp.ResourceUpdatedNotificationParams{URI: uri}) // whoever is gone need not know
		}
	}
}

// instructions say to an assistant what there is, once.
func instructions(o Options) string {
	about := "No list was named when it was started: give papers as text (ids, titles, or the text of a list) with each question."
	switch {
	case len(o.Lists) > 0:
		about = "It works on the reading list that was named when it was started; where a tool takes text, another list can be given for one question."
	case o.Snapshot:
		about = "It works on a snapshot of papers, without a list."
	}
	return "citemap finds what a reading list of scientific papers lacks, which papers carry its field and how they hang together, by citations. " + about + "\n" +
		"Begin with check (is each entry known?) and gaps (what is missing, with reasons and a calibrated chance). Report chances and reasons as they are, and what coverage says is unknown. " +
		"add and exclude show a diff and write nothing unless apply is true: show the user the diff and ask before that.\n" + foreign
}
