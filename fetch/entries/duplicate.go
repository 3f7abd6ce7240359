package entries

import (
	"fmt"
	"strings"

	"citemap/fetch/merge"
	"citemap/graph"
	"citemap/graph/names"
	"citemap/graph/titles"
)

// entryKeys are the names under which an entry can be met again: its paper, and
// each id in its written form. Two entries with a key in common are one paper.
func entryKeys(e *graph.Entry) []string {
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

// Repeats gives for each entry the place of the first that is the same paper by
// an id or by the paper that both resolved to, -1 where there is none. papers has
// the paper of each entry, nil where it is not known. An entry whose title is
// not its paper's repeats nothing and is repeated by nothing.
func Repeats(entries []graph.Entry, papers []*graph.Paper) []int {
	out := make([]int, len(entries))
	met := map[string][]int{}
	for i := range entries {
		keys := entryKeys(&entries[i])
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
	if wrong(i) {
		return -1
	}
	for _, k := range keys {
		for _, j := range met[k] {
			if !wrong(j) {
				return j
			}
		}
	}
	return -1
}

func markDuplicate(e, first *graph.Entry) {
	e.Status = graph.StatusDuplicate
	e.Note = "the same paper as " + first.Place()
	if e.Title != "" && first.Title != "" && !titles.Same(e.Title, first.Title) && e.Paper == "" {
		e.Note = fmt.Sprintf("the same paper as %s by its id, but of another title, %q: one of the two ids is wrong", first.Place(), first.Title)
	}
}

// A byTitle holds the entries met so far by their normal titles, and the papers
// that they resolved to.
type byTitle struct {
	met    map[string][]*graph.Entry
	corpus *graph.Corpus
	index  graph.Index
}

// twin finds the first earlier entry that is probably the same paper as e,
// though no id says so: preprint and published version. They share a
// distinctive title and contradict each other in nothing.
func (t *byTitle) twin(e *graph.Entry) *graph.Entry {
	key := titles.Key(e.Title)
	if key == "" {
		return nil
	}
	alike := t.met[key]
	bare, telling := len(e.Lookups()) == 0, len(alike) > 0 && titles.Distinctive(e.Title)
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
func (t *byTitle) contradict(a, b *graph.Entry) bool {
	if a.Paper != "" && b.Paper != "" && a.Paper != b.Paper {
		p, _ := t.index.Place(a.Paper)
		q, _ := t.index.Place(b.Paper)
		one, _ := merge.Papers([]graph.Paper{*t.corpus.At(p), *t.corpus.At(q)})
		return len(one) > 1
	}
	years := a.Date.Year - b.Date.Year
	if a.Date.Year != 0 && b.Date.Year != 0 && (years < -1 || years > 1) {
		return true
	}
	if len(a.Authors) > 0 && len(b.Authors) > 0 && !names.Same(a.Authors[0], b.Authors[0]) {
		return true
	}
	doi, other := a.IDs.Of(graph.DOI), b.IDs.Of(graph.DOI)
	return doi != "" && other != "" && doi != other || merge.DifferentIDs(a.IDs, b.IDs)
}
