package openalex

import (
	"context"
	"net/http"
	"strings"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

var _ fetch.Source = (*Client)(nil)

// Provenance names OpenAlex and the terms of its data.
func (c *Client) Provenance() graph.Provenance {
	return graph.Provenance{Name: service, Licence: "CC0"}
}

// Limits are one reference list a question, a hundred works, and notices of fifty
// papers.
func (c *Client) Limits() fetch.Limits {
	return fetch.Limits{Subjects: mostWorks, Lists: 1, Notices: mostNotices}
}

// Recall has nothing: a client remembers no answers.
func (c *Client) Recall(_ context.Context, _ fetch.Facts, about []fetch.Subject) ([]fetch.Answer, error) {
	return make([]fetch.Answer, len(about)), nil
}

// Ask answers fetch.References, fetch.Own for ids of works, and fetch.Notices;
// other questions stay unasked. A paper without an id that OpenAlex could look up is Unknown
// without a request, and such an answer has no date.
func (c *Client) Ask(ctx context.Context, facts fetch.Facts, about []fetch.Subject, report func([]fetch.Reply) error) error {
	switch facts {
	case fetch.References:
		return api.AskEach(ctx, about, c.list, report)
	case fetch.Own:
		return c.askWorks(ctx, about, report)
	case fetch.Notices:
		return c.askNotices(ctx, about, report)
	}
	return nil
}

// list looks up a paper and the works on its list.
func (c *Client) list(ctx context.Context, about fetch.Subject) (fetch.Answer, error) {
	id := about.ID
	name := workName(id)
	if name == "" {
		return fetch.Answer{Outcome: fetch.Unknown}, nil
	}
	w, err := c.look(ctx, "references of "+id.String(), name, withReferences, &api.Outage{})
	status := refusal(err)
	if status == http.StatusNotFound || status == http.StatusGone || err == nil && w.number() == deleted {
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}, nil
	}
	if err != nil {
		return fetch.Answer{}, err
	}
	a := fetch.Answer{Outcome: fetch.Found, Paper: w.paper(), When: c.api.Now()}
	if a.Paper.ID == "" {
		a.Paper.ID = graph.PaperID(id.String())
	}
	a.Paper.References = w.references()
	if n := len(w.ReferencedWorks.Items); a.Paper.References.State == graph.Cut && (a.Paper.Referenced == nil || *a.Paper.Referenced < n) {
		a.Paper.Referenced = &n
	}
	return a, nil
}

// workName is what OpenAlex calls the work with an id, "" where it has no name
// for it. An arXiv id goes as the DOI that arXiv gave it. OpenAlex refuses a
// DOI with a comma or an ampersand as if the key were wrong.
func workName(id graph.ExternalID) string {
	switch {
	case id.Value == "" || strings.ContainsAny(id.Value, ",&"):
		return ""
	case id.Scheme == graph.DOI:
		return "doi:" + id.Value
	case id.Scheme == graph.ArXiv:
		return "doi:10.48550/arxiv." + id.Value
	case id.Scheme == graph.MAG:
		return "W" + id.Value
	}
	return ""
}
