package fetch

import (
	"fmt"
	"strings"

	"citemap/fetch/merge"
	"citemap/graph"
)

// doubt notes what a person should look at where the source's answer does not
// settle which paper an entry is: papers of the corpus that have its title,
// though it was found by its title alone, or though the source does not know
// its id.
func doubt(c *graph.Corpus) {
	var alike map[string][]*graph.Paper
	for i := range c.Entries {
		e := &c.Entries[i]
		byTitle := e.Status == graph.StatusResolved && len(e.Lookups()) == 0
		if !byTitle && e.Status != graph.StatusMissing || graph.TitleKey(e.Title) == "" {
			continue
		}
		if alike == nil {
			alike = byMainTitle(c.Papers)
		}
		var near []string
		for _, p := range alike[mainTitle(e.Title)] {
			if p.ID != e.Paper && agrees(e, p) {
				near = append(near, nameWithYear(p))
			}
		}
		e.Note = doubtful(e, near)
	}
}

// mainTitle is the key of a title without its subtitle.
func mainTitle(title string) string {
	head, _, _ := strings.Cut(graph.Plain(title), ":")
	return graph.TitleKey(head)
}

// byMainTitle gathers papers by their titles without subtitles, in their order.
func byMainTitle(papers []graph.Paper) map[string][]*graph.Paper {
	alike := map[string][]*graph.Paper{}
	for i := range papers {
		if t := mainTitle(papers[i].Title); t != "" {
			alike[t] = append(alike[t], &papers[i])
		}
	}
	return alike
}

// doubtful gives the note of an entry whose title near other papers have too.
func doubtful(e *graph.Entry, near []string) string {
	switch said := strings.Join(near[:min(3, len(near))], ", "); {
	case len(near) == 0:
		return e.Note
	case e.Status == graph.StatusResolved:
		return fmt.Sprintf("ambiguous: %s has this title too; give the entry an id", said)
	case len(near) > 1:
		return fmt.Sprintf("%s; ambiguous: papers of this title are %s", e.Note, said)
	default:
		return fmt.Sprintf("%s; a paper of this title is %s", e.Note, said)
	}
}

func nameWithYear(p *graph.Paper) string {
	if p.Date.Year == 0 {
		return string(p.ID)
	}
	return fmt.Sprintf("%s (%d)", p.ID, p.Date.Year)
}

// EntryKeys are the names under which an entry can be met again: its paper, and
// each id in its written form. Two entries with a key in common are one paper.
func EntryKeys(e *graph.Entry) []string {
	var keys []string
	if e.Paper != "" {
		keys = append(keys, string(e.Paper))
	}
	for _, id := range e.IDs {
		keys = append(keys, id.String())
		if id.Scheme == graph.ACL { // the anthology makes its DOIs of its ids
			keys = append(keys, "DOI:10.18653/v1/"+strings.ToLower(id.Value))
		}
	}
	return keys
}

// A titles holds the entries met so far by their normal titles, and the papers
// that they resolved to.
type titles struct {
	met    map[string][]*graph.Entry
	papers []graph.Paper
	index  graph.Index
}

// twin finds the first earlier entry that is probably the same paper as e,
// though no id says so: preprint and published version. They share a
// distinctive title and contradict each other in nothing.
func (t *titles) twin(e *graph.Entry) *graph.Entry {
	key := graph.TitleKey(e.Title)
	if key == "" {
		return nil
	}
	alike := t.met[key]
	bare, telling := len(e.Lookups()) == 0, len(alike) > 0 && graph.Distinctive(e.Title)
	for _, earlier := range alike {
		if (telling || bare && len(earlier.Lookups()) == 0) && !t.contradict(earlier, e) {
			return earlier
		}
	}
	if len(t.met[key]) < mostAlike {
		t.met[key] = append(t.met[key], e)
	}
	return nil
}

// mostAlike is more papers than share a title and are not one.
const mostAlike = 100

// contradict reports whether two entries cannot be one paper. Two papers that a
// source tells apart are one where merge.Papers would fold them.
func (t *titles) contradict(a, b *graph.Entry) bool {
	if a.Paper != "" && b.Paper != "" && a.Paper != b.Paper {
		one, _ := merge.Papers([]graph.Paper{t.papers[t.index[a.Paper]], t.papers[t.index[b.Paper]]})
		return len(one) > 1
	}
	years := a.Date.Year - b.Date.Year
	if a.Date.Year != 0 && b.Date.Year != 0 && (years < -1 || years > 1) {
		return true
	}
	if len(a.Authors) > 0 && len(b.Authors) > 0 && !graph.SameName(a.Authors[0], b.Authors[0]) {
		return true
	}
	doi, other := a.IDs.Of(graph.DOI), b.IDs.Of(graph.DOI)
	return doi != "" && other != "" && doi != other || merge.DifferentIDs(a.IDs, b.IDs)
}

// calledSource names a source in a sentence: one whose name is a sentence
// itself is the source.
func calledSource(s Source) string {
	if name := s.Provenance().Name; len(name) <= 40 && name != "" {
		return name
	}
	return "the source"
}
