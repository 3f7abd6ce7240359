package fetch

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"citemap/graph"
)

// resolve asks the source about all entries: all ids at once, then titles, one
// by one, where an entry has no id.
func (g *gathering) resolve(ctx context.Context) {
	var questions []question
	for i := range g.entries {
		if ids := g.entries[i].Lookups(); len(ids) > 0 {
			questions = append(questions, question{i, ids[0], ids[1:]})
		}
	}
	for len(questions) > 0 {
		questions = g.askIDs(ctx, questions)
	}
	g.askTitles(ctx)
	slices.SortStableFunc(g.listed, func(a, b Answer) int {
		return cmp.Compare(g.place[a.Paper.ID], g.place[b.Paper.ID])
	})
	for i := range g.listed {
		g.place[g.listed[i].Paper.ID] = i
	}
}

// question is one id that stands for an entry. An entry whose first id the
// source does not know is asked again by its next.
type question struct {
	entry int
	id    graph.ExternalID
	rest  []graph.ExternalID
}

// askTitles finds the papers of entries that have no id a source takes, within
// a third of the budget where more than the entries is wanted; and then those
// whose ids it does not know.
func (g *gathering) askTitles(ctx context.Context) {
	var untold, unknown []int
	for i := range g.entries {
		switch e := &g.entries[i]; {
		case e.Title == "":
		case len(e.Lookups()) == 0:
			untold = append(untold, i)
		case e.Status == graph.StatusMissing:
			unknown = append(unknown, i)
		}
	}
	g.match(ctx, "titles", untold, 0)
	g.match(ctx, "titles of unknown ids", unknown, g.mayBeUnknown())
}

// mayBeUnknown is how many entries a plan must expect to be asked for by their
// titles, as nobody has asked for their ids yet.
func (g *gathering) mayBeUnknown() int {
	n := 0
	for i := range g.entries {
		if e := &g.entries[i]; g.planning && e.Status == graph.StatusUnasked && e.Title != "" && len(e.Lookups()) > 0 {
			n++
		}
	}
	return n
}

// match asks for the titles of entries, and keeps room in a plan for those that
// it cannot know yet.
func (g *gathering) match(ctx context.Context, name string, entries []int, unclear int) {
	if len(entries) == 0 && unclear == 0 {
		return
	}
	about := make([]Subject, len(entries))
	for n, i := range entries {
		about[n] = Subject{Title: g.entries[i].Title}
	}
	most := g.share(3)
	if g.options.EntriesOnly {
		most = g.left()
	}
	g.spent += min(len(about)+unclear, most)
	answers := g.put(ctx, step{name: name, source: g.source, facts: ByTitle, about: about, ask: len(about), allowed: min(len(about)+unclear, most), unclear: unclear})
	for n, a := range answers {
		g.matched(entries[n], a)
	}
}

// matched notes what became of an entry that was asked for by its title.
func (g *gathering) matched(i int, a Answer) {
	e := &g.entries[i]
	byID := e.Status == graph.StatusMissing // and its id is unknown
	switch {
	case a.Outcome == Unasked && g.stopped == nil && !g.planning && !byID:
		e.Note = "its title was beyond the budget; the next run goes on with it, a larger --budget asks for more at once"
	case a.Outcome == Unasked:
	case byID && a.Outcome == Found && agreesWholly(e, &a.Paper):
		g.resolved(i, a)
		e.UnknownID = true
		e.Note = fmt.Sprintf("id unknown, found by its title: %s does not know %s, this paper is %s", calledSource(g.source), e.Lookups()[0], a.Paper.BestID())
	case byID:
		e.Note += "; nor does it know a paper of exactly this title"
	case accept(e, a):
		g.resolved(i, a)
	case a.Recalled:
		g.didNotKnow(i, &a, "a paper of this title", "correct the title, or give the entry an id")
	}
}

// accept takes a matched title only where title, year and first author agree,
// as far as they are known; a near miss is named in the entry's note.
func accept(e *graph.Entry, a Answer) bool {
	p := &a.Paper
	switch {
	case a.Outcome == Found && agrees(e, p):
		return true
	case a.Outcome == Found:
		e.Status = graph.StatusMissing
		e.Note = fmt.Sprintf("no paper of this title; the nearest is %q (%s): if that is it, give the entry its id", p.Title, p.ID)
	default:
		e.Status = graph.StatusMissing
		e.Note = "the source knows no paper of this title: correct the title, or give the entry an id"
	}
	return false
}

// agrees compares an entry with the paper that its title was matched to. A
// title without its subtitle is taken for the whole only where a person would:
// the list shortens a distinctive title, or year or author speak for it too.
func agrees(e *graph.Entry, p *graph.Paper) bool {
	if contradicts(e, p) || !graph.SameTitle(e.Title, p.Title) {
		return false
	}
	own, listed := graph.TitleKey(p.Title), graph.TitleKey(e.Title)
	switch {
	case own == listed:
		return true
	case len(listed) < len(own) && graph.Distinctive(e.Title):
		return true
	}
	spoken := e.Date.Year != 0 && p.Date.Year != 0 || len(e.Authors) > 0 && len(p.Authors) > 0
	return spoken && graph.Distinctive(p.Title)
}

// agreesWholly compares an entry whose id is not known with the paper that its
// title was matched to: the whole title must agree, and year and first author
// where they are given; a title that many works bear needs one of the two.
func agreesWholly(e *graph.Entry, p *graph.Paper) bool {
	if contradicts(e, p) || graph.TitleKey(e.Title) == "" || graph.TitleKey(e.Title) != graph.TitleKey(p.Title) {
		return false
	}
	spoken := e.Date.Year != 0 && p.Date.Year != 0 || len(e.Authors) > 0 && len(p.Authors) > 0
	return spoken || graph.Distinctive(p.Title)
}

// contradicts reports whether year or first author of an entry speak against
// a paper.
func contradicts(e *graph.Entry, p *graph.Paper) bool {
	years := p.Date.Year - e.Date.Year
	dated := e.Date.Year != 0 && p.Date.Year != 0
	named := len(e.Authors) > 0 && len(p.Authors) > 0
	return dated && (years < -1 || years > 1) || named && !graph.SameName(e.Authors[0], p.Authors[0])
}

// askIDs puts all questions at once and gives those to ask next.
func (g *gathering) askIDs(ctx context.Context, questions []question) []question {
	var about []Subject
	place := map[graph.ExternalID]int{}
	for _, q := range questions {
		if _, asked := place[q.id]; !asked {
			place[q.id] = len(about)
			about = append(about, Subject{ID: q.id})
		}
	}
	allowed := min(len(Pack(g.source.Limits(), Own, about)), g.left())
	g.spent += allowed
	answers := g.put(ctx, step{name: "entries", source: g.source, facts: Own, about: about, ask: len(about), allowed: allowed})
	var again []question
	for _, q := range questions {
		switch a := answers[place[q.id]]; a.Outcome {
		case Unasked:
			g.mayAskAgain(q)
		case Found:
			g.resolved(q.entry, a)
		case Unknown:
			if len(q.rest) > 0 {
				again = append(again, question{q.entry, q.rest[0], q.rest[1:]})
				continue
			}
			g.entries[q.entry].Status = graph.StatusMissing
			if a.Recalled {
				g.didNotKnow(q.entry, &a, q.id.String(), "correct the id, or give another one")
				continue
			}
			g.entries[q.entry].Note = fmt.Sprintf("%s does not know %s: correct the id, or give another one", calledSource(g.source), q.id)
		}
	}
	return again
}

// mayAskAgain keeps a request in the plan for second ids of entries whose first
// nobody has asked for.
func (g *gathering) mayAskAgain(q question) {
	entries := &g.stages[len(g.stages)-1]
	if g.planning && len(q.rest) > 0 && entries.Exact && g.left() > 0 {
		entries.Requests, entries.Exact = entries.Requests+1, false
		g.spent++
	}
}

// resolved notes the paper of an entry; two entries may bring it twice. Until
// all are there its place is that of its first entry.
func (g *gathering) resolved(entry int, a Answer) {
	g.entries[entry].Status = graph.StatusResolved
	g.entries[entry].Paper = a.Paper.ID
	first, known := g.place[a.Paper.ID]
	if !known {
		g.listed = append(g.listed, a)
	}
	if !known || entry < first {
		g.place[a.Paper.ID] = entry
	}
}

// settle brings the entries in line with the corpus: each names the paper as
// it is called there, and duplicates and titles that disagree are told.
func settle(c *graph.Corpus) {
	index := graph.NewIndex(c.Papers)
	papers := make([]*graph.Paper, len(c.Entries))
	for i := range c.Entries {
		if e := &c.Entries[i]; e.Paper != "" {
			papers[i] = &c.Papers[index[e.Paper]]
			e.Paper = papers[i].ID
			compareTitles(e, papers[i])
		}
	}
	met := titles{map[string][]*graph.Entry{}, c.Papers, index}
	for i, first := range Repeats(c.Entries, papers) {
		e := &c.Entries[i]
		if first >= 0 {
			markDuplicate(e, &c.Entries[first])
		}
		if twin := met.twin(e); twin != nil && e.Status != graph.StatusDuplicate && e.Status != graph.StatusMismatch {
			e.Status = graph.StatusDuplicate
			e.Note = "probably the same paper as " + twin.Place() + ", which has the same title"
		}
	}
	doubt(c)
}

// compareTitles tells of an entry whose id is that of a paper of another title.
func compareTitles(e *graph.Entry, p *graph.Paper) {
	if !Misnamed(e, p) {
		if e.Note == "" && nicknamed(e.Title, p.Title) {
			e.Note = fmt.Sprintf("the paper's title is %q", p.Title)
		}
		return
	}
	e.Status = graph.StatusMismatch
	e.Note = fmt.Sprintf("the list calls it %q, the paper's title is %q", e.Title, p.Title)
}

// Misnamed reports whether an entry has a title, and it is not the title of the
// paper that its id names.
func Misnamed(e *graph.Entry, p *graph.Paper) bool {
	return e.Title != "" && p.Title != "" && graph.TitleKey(e.Title) != "" && !graph.SameTitle(e.Title, p.Title) && !nicknamed(e.Title, p.Title)
}

// nicknamed reports whether a list puts a name of one word ahead of a paper's
// whole title, as many do: "ResNet: Deep residual learning for image
// recognition". That alone would not make two titles one; here an id says so too.
func nicknamed(listed, own string) bool {
	name, rest, found := strings.Cut(listed, ":")
	if !found || len(strings.Fields(name)) != 1 || len(strings.Fields(own)) < 3 || graph.Recurring(name) {
		return false
	}
	return graph.TitleKey(rest) == graph.TitleKey(own)
}

func markDuplicate(e, first *graph.Entry) {
	e.Status = graph.StatusDuplicate
	e.Note = "the same paper as " + first.Place()
	if e.Title != "" && first.Title != "" && !graph.SameTitle(e.Title, first.Title) && e.Paper == "" {
		e.Note = fmt.Sprintf("the same paper as %s by its id, but of another title, %q: one of the two ids is wrong", first.Place(), first.Title)
	}
}

// Repeats gives for each entry the place of the first that is the same paper by
// an id or by the paper that both resolved to, -1 where there is none. papers has
// the paper of each entry, nil where it is not known. An entry whose title is
// not its paper's is no repeat of one whose title is, nor the other way round,
// whichever stands first.
func Repeats(entries []graph.Entry, papers []*graph.Paper) []int {
	out := make([]int, len(entries))
	met := map[string][]int{}
	for i := range entries {
		keys := EntryKeys(&entries[i])
		if papers[i] != nil {
			keys = append(keys, string(papers[i].ID))
		}
		out[i] = firstOf(entries, papers, met, keys, i)
		for _, k := range keys {
			if n := len(met[k]); n < mostAlike && (n == 0 || met[k][n-1] != i) {
				met[k] = append(met[k], i)
			}
		}
		if out[i] >= 0 && out[out[i]] >= 0 {
			out[i] = out[out[i]]
		}
	}
	return out
}

// firstOf gives the first earlier entry with one of the keys that an entry repeats.
func firstOf(entries []graph.Entry, papers []*graph.Paper, met map[string][]int, keys []string, i int) int {
	wrong := func(i int) bool { return papers[i] != nil && Misnamed(&entries[i], papers[i]) }
	for _, k := range keys {
		for _, j := range met[k] {
			if wrong(i) != wrong(j) || wrong(i) && !graph.SameTitle(entries[i].Title, entries[j].Title) {
				continue
			}
			return j
		}
	}
	return -1
}
