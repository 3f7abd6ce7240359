package fetch

import (
	"context"
	"regexp"
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
)

// noticeShare is which part of the budget the notices may have, where more than the
// entries is wanted: a tenth.
const noticeShare = 10

// reserveNotices sets so much of the budget aside as it takes to ask about the
// notices of all listed papers and of the candidates people look at.
func (g *gathering) reserveNotices() {
	papers, most := max(len(g.listed), len(g.entries)), g.left()
	if !g.options.EntriesOnly {
		papers, most = papers+lookedAt, min(g.options.budget()/noticeShare, g.left())
	}
	if len(g.entries) == 0 {
		return
	}
	wanted := 0
	for _, source := range g.options.Fallbacks {
		if limit := source.Limits().Notices; limit > 0 {
			wanted += (papers + limit - 1) / limit
		}
	}
	g.watching = min(wanted, most)
	g.spent += g.watching
}

// watch asks the fallbacks whether listed papers and the candidates people look
// at were retracted or corrected.
func (g *gathering) watch(ctx context.Context) {
	papers := g.watched()
	for _, source := range g.options.Fallbacks {
		limits := source.Limits()
		if limits.Notices == 0 || g.watching == 0 {
			continue
		}
		var of []graph.Paper
		var about []Subject
		for i := range papers {
			id := publicID(&papers[i])
			if id.Value != "" && (id.Scheme == graph.DOI || !limits.OnlyDOIs) {
				of, about = append(of, papers[i]), append(about, Subject{ID: id})
			}
		}
		unclear := 0
		if g.planning && (g.unclear() > 0 || g.bestUnclear() && !g.options.EntriesOnly) {
			unclear = max(0, (max(len(g.listed), len(g.entries))+lookedAt+limits.Notices-1)/limits.Notices-len(Pack(limits, Notices, about)))
		}
		if len(about)+unclear == 0 {
			continue
		}
		allowed := min(len(Pack(limits, Notices, about))+unclear, g.watching)
		g.watching -= allowed
		answers := g.ask(ctx, step{
			name: "retractions and corrections", source: source, facts: Notices, about: about, ask: len(about), allowed: allowed, unclear: unclear,
		})
		g.take(source, of, answers)
	}
}

// watched are the listed papers and the candidates people look at.
func (g *gathering) watched() []graph.Paper {
	var papers []graph.Paper
	for i := range g.listed {
		papers = append(papers, g.listed[i].Paper)
	}
	return append(papers, g.best[:min(lookedAt, len(g.best))]...)
}

// take notes what there is of notices. An id may be wrong: a source speaks of a
// paper only where it calls it as the paper is called here.
func (g *gathering) take(source Source, of []graph.Paper, answers []Answer) {
	for i := range answers {
		a := &answers[i]
		if _, listed := g.place[of[i].ID]; listed && !a.When.IsZero() {
			g.noticed[of[i].ID] = true
		}
		if a.Outcome != Found || a.Paper.Notice == nil || !titles.Same(unmarked(of[i].Title), unmarked(a.Paper.Title)) {
			continue
		}
		g.answers = append(g.answers, Answer{
			Outcome: Found, Paper: graph.Paper{ID: of[i].ID, Notice: a.Paper.Notice}, When: a.When, Recalled: a.Recalled,
		})
		g.noteSource(source)
	}
}

// mark is what publishers write into the title of a paper that was retracted.
var mark = regexp.MustCompile(`(?i)^\W*(?:retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter))?\s*[\])]?\s*[:\-–—.]*\s+|\s*[\[(](?:retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter))?[^\])]{0,80}[\])]\s*$`)

// unmarked gives a title without such a mark.
func unmarked(title string) string {
	return strings.TrimSpace(mark.ReplaceAllString(titles.Plain(title), ""))
}
