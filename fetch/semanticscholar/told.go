package semanticscholar

import (
	"fmt"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// told makes the answers of a batch.
func (q *question) told(ids []string, papers []*wirePaper) []fetch.Told {
	cut := cutFrom(papers)
	var out []fetch.Told
	for i, w := range papers {
		a := q.client.answer(w)
		switch {
		case a.Outcome == fetch.Unasked:
			q.client.api.Warn(fmt.Sprintf("%s answered for %s with a paper that has neither id nor title", service, ids[i]))
			continue
		case a.Outcome == fetch.Found && q.facts != fetch.Own:
			w.surround(&a, q.facts, i >= cut)
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
// are. cut says that the batch was too full to tell of all citing papers.
func (w *wirePaper) surround(a *fetch.Answer, facts fetch.Facts, cut bool) {
	a.Paper.References, a.Around = w.references()
	if facts == fetch.ReferenceIDs {
		a.Around = nil
	}
	if facts != fetch.Surroundings || w.Citations.Form != api.There && w.CitationCount.Value > 0 || cut || w.short() {
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

// cutFrom gives the first place of a batch whose citing papers may have been
// cut since there were too many in all: the last that has any, and those after
// it have none left. Where there was room for all, it is past the end.
func cutFrom(papers []*wirePaper) int {
	total, last := 0, 0
	for i, w := range papers {
		if w != nil && len(w.Citations.Items) > 0 {
			total, last = total+len(w.Citations.Items), i
		}
	}
	if total < maxCiting {
		return len(papers)
	}
	return last
}

// short reports whether the list of citing papers is as long as nested lists
// are elsewhere, where the rest is cut, and the paper counts more.
func (w *wirePaper) short() bool {
	length := len(w.Citations.Items)
	return length == pageLimit && (!w.CitationCount.Known || w.CitationCount.Value > length)
}
