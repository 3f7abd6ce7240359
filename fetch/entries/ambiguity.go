package entries

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
)

// noteAmbiguity notes what a person should look at where the source's answer does not
// settle which paper an entry is: papers of the corpus that have its title,
// though it was found by its title alone, or though the source does not know
// its id.
func noteAmbiguity(c *graph.Corpus) {
	var doubted []*graph.Entry
	wanted := map[string]bool{}
	for i := range c.Entries {
		e := &c.Entries[i]
		byTitle := e.Status == graph.StatusResolved && len(e.Lookups()) == 0
		if (byTitle || e.Status == graph.StatusMissing) && titles.Key(e.Title) != "" {
			doubted = append(doubted, e)
			t := mainTitle(e.Title)
			wanted[t] = t != ""
		}
	}
	if len(doubted) == 0 {
		return
	}
	alike := byMainTitle(c, wanted)
	for _, e := range doubted {
		var near []string
		for _, p := range alike[mainTitle(e.Title)] {
			if p.ID != e.Paper && Agrees(e, p) {
				near = append(near, nameWithYear(p))
			}
		}
		e.Note = doubtful(e, near)
	}
}

// mainTitle is the key of a title without its subtitle.
func mainTitle(title string) string {
	head, _, _ := strings.Cut(titles.Plain(title), ":")
	return titles.Key(head)
}

// byMainTitle gathers papers by those of their titles without subtitles that are
// wanted, in their order.
func byMainTitle(c *graph.Corpus, wanted map[string]bool) map[string][]*graph.Paper {
	alike := map[string][]*graph.Paper{}
	sieve := titles.NewSieve(slices.Collect(maps.Keys(wanted)))
	for _, place := range c.Match(func(title string) bool { return sieve.May(title) && wanted[mainTitle(title)] }) {
		p := c.At(place)
		alike[mainTitle(p.Title)] = append(alike[mainTitle(p.Title)], p)
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
