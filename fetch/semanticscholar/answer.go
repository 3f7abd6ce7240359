package semanticscholar

import (
	"slices"

	"citemap/fetch"
	"citemap/fetch/api"
	"citemap/graph"
)

// met gives the PaperIDs under which papers were asked for and did not answer:
// the service has named them anew, and others may still cite them under the old
// names.
func met(ids []string, placed []int, items []item) map[graph.PaperID][]graph.PaperID {
	out := map[graph.PaperID][]graph.PaperID{}
	for i, id := range ids {
		if !named.MatchString(id) || placed[i] < 0 || items[placed[i]].paper == nil {
			continue
		}
		if p := items[placed[i]].paper.paper(); p.ID != "" && string(p.ID) != id {
			out[p.ID] = append(out[p.ID], graph.PaperID(id))
		}
	}
	for _, aliases := range out {
		slices.Sort(aliases)
	}
	return out
}

// answer makes an answer of a place in a batch, with the paper's own facts.
func (c *Client) answer(w *wirePaper) fetch.Answer {
	if w == nil {
		return fetch.Answer{Outcome: fetch.Unknown, When: c.api.Now()}
	}
	p := w.paper()
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
func cutFrom(items []item) int {
	total, last := 0, 0
	for i := range items {
		if w := items[i].paper; w != nil && len(w.Citations.Items) > 0 {
			total, last = total+len(w.Citations.Items), i
		}
	}
	if total < maxCiting {
		return len(items)
	}
	return last
}

// short reports whether the list of citing papers is as long as nested lists
// are elsewhere, where the rest is cut, and the paper counts more.
func (w *wirePaper) short() bool {
	length := len(w.Citations.Items)
	return length == pageLimit && (!w.CitationCount.Known || w.CitationCount.Value > length)
}
