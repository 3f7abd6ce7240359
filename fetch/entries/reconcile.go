// Package entries says what became of the entries of lists: which paper each
// stands for, which are one paper, and what a person should look at.
package entries

import (
	"fmt"
	"strings"

	"citemap/graph"
	"citemap/graph/titles"
)

// Reconcile brings the entries in line with the corpus: each names the paper as
// it is called there, and duplicates and titles that disagree are told.
func Reconcile(c *graph.Corpus) {
	index := c.Index()
	papers := make([]*graph.Paper, len(c.Entries))
	for i := range c.Entries {
		if e := &c.Entries[i]; e.Paper != "" {
			place, _ := index.Place(e.Paper)
			papers[i] = c.At(place)
			e.Paper = papers[i].ID
			compareTitles(e, papers[i])
		}
	}
	met := byTitle{map[string][]*graph.Entry{}, c, index}
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
	noteAmbiguity(c)
	for i := range c.Entries {
		if papers[i] != nil {
			noteNotice(&c.Entries[i], papers[i])
		}
	}
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
	return e.Title != "" && p.Title != "" && titles.Key(e.Title) != "" && !titles.Same(e.Title, p.Title) && !nicknamed(e.Title, p.Title)
}

// nicknamed reports whether a list puts a name of one word ahead of a paper's
// whole title, as many do: "ResNet: Deep residual learning for image
// recognition". That alone would not make two titles one; here an id says so too.
func nicknamed(listed, own string) bool {
	name, rest, found := strings.Cut(listed, ":")
	if !found || len(strings.Fields(name)) != 1 || len(strings.Fields(own)) < 3 || titles.Recurring(name) {
		return false
	}
	return titles.Key(rest) == titles.Key(own)
}

// noteNotice tells of an entry that its paper was retracted or corrected. What is
// said of an entry whose id is another paper's would be said of the wrong one.
func noteNotice(e *graph.Entry, p *graph.Paper) {
	if p.Notice == nil || e.Status != graph.StatusResolved {
		return
	}
	if e.Note != "" {
		e.Note += "; "
	}
	e.Note += p.Notice.String()
}
