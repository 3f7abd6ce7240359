package semanticscholar

import (
	"fmt"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// told makes the answers of a batch.
func (q *question) told(ids []string, papers []*wirePaper) []fetch.Told {
	total := 0
	for _, w := range papers {
		if w != nil {
			total += len(w.Citations.Items)
		}
	}
	var out []fetch.Told
	for i, w := range papers {
		a := q.client.answer(w)
		switch {
		case a.Outcome == fetch.Unasked:
			q.client.api.Warn(fmt.Sprintf("%s answered for %s with a paper that has neither id nor title", service, ids[i]))
			continue
		case a.Outcome == fetch.Found && q.facts != fetch.Own:
			w.surround(&a, q.facts, total)
		}
		for _, place := range q.places[ids[i]] {
			out = append(out, fetch.Told{Place: place, Answer: a})
		}
	}
	return out
}

// toldLess makes the answers of a batch that was asked for less than was
// wanted: a reference list that cannot be had has failed.
func (q *question) toldLess(ids []string, papers []*wirePaper) []fetch.Told {
	out := q.told(ids, papers)
	for i := range out {
		if a := &out[i].Answer; a.Outcome == fetch.Found && q.facts == fetch.Own {
			a.Paper.References = graph.References{State: graph.Failed, From: from}
		}
	}
	return out
}

// answer makes an answer of a place in a batch, with the paper's own facts.
func (c *Client) answer(w *wirePaper) fetch.Answer {
	if w == nil {
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}
	}
	p := w.paper()
	if p.ID == "" && p.Title == "" && len(p.IDs) == 0 {
		return fetch.Answer{}
	}
	if p.ID == "" {
		p.ID = fetch.PaperIDOf(&p)
	}
	return fetch.Answer{Outcome: fetch.Found, Paper: p, When: c.api.Now()}
}

// surround adds to an answer what the paper's references and citing papers
// are. total is how many citing papers the whole batch told of.
func (w *wirePaper) surround(a *fetch.Answer, facts fetch.Facts, total int) {
	a.Paper.References, a.Around = w.references()
	if facts == fetch.ReferenceIDs {
		a.Around = nil
	}
	if facts != fetch.Surroundings || w.Citations.Form == api.Odd || w.cut(total) {
		return
	}
	g := gathering{}
	g.cites(w.Citations.Items)
	a.Paper.Citing = graph.Citing{Asked: true, IDs: g.ids}
	met := map[graph.PaperID]bool{}
	for i := range a.Around {
		met[a.Around[i].ID] = true
	}
	for _, p := range g.around {
		if !met[p.ID] {
			a.Around = append(a.Around, p)
		}
	}
}

// cut reports whether the list of citing papers may have been cut short: the
// batch told of as many as it ever does, or the list is as long as nested
// lists are elsewhere, and the paper counts more.
func (w *wirePaper) cut(total int) bool {
	length := len(w.Citations.Items)
	full := total >= maxCiting || length == pageLimit
	return full && (!w.CitationCount.Known || w.CitationCount.Value > length)
}
