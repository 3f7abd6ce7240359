package fetch

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"citemap/graph"
)

// Merge folds papers that are one work into one paper each: those that share
// a DOI, arXiv, ACL, PubMed or corpus id, and those whose distinctive title,
// first author and year (give or take one) agree, unless they bear different
// ids of one kind. Papers of the same PaperID are folded first. The paper kept
// is the one with most known references, then most global citations, then the
// smallest id; the other ids become its aliases and references follow. The
// result is sorted by PaperID and does not depend on the order of the input.
func Merge(papers []graph.Paper) ([]graph.Paper, []graph.Merge) {
	papers = slices.Clone(papers)
	slices.SortStableFunc(papers, func(a, b graph.Paper) int { return cmp.Compare(a.ID, b.ID) })
	f := newFolding(papers)
	f.bySharedID()
	f.byTitle()
	return f.folded()
}

// mergeable are the schemes whose identifiers name one work each.
var mergeable = []graph.Scheme{graph.DOI, graph.ArXiv, graph.ACL, graph.PubMed, graph.PubMedCentral, graph.CorpusID}

// exclusive are those of which a work has one at most: two different ones
// tell two works apart. Semantic Scholar gives each of its own duplicates a
// corpus id, so that one says nothing.
var exclusive = []graph.Scheme{graph.ArXiv, graph.ACL, graph.PubMed, graph.DOI}

// A folding is a union-find over the places of papers; the members of a set
// are known at its root.
type folding struct {
	papers  []graph.Paper
	parent  []int
	members map[int][]int
	reason  []string // why a place joined its set
}

func newFolding(papers []graph.Paper) *folding {
	f := &folding{papers: papers, parent: make([]int, len(papers)), members: map[int][]int{}, reason: make([]string, len(papers))}
	for i := range papers {
		f.parent[i], f.members[i] = i, []int{i}
	}
	return f
}

func (f *folding) root(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// join puts two sets together; the reason is remembered at b, the newcomer.
func (f *folding) join(a, b int, reason string) {
	a, newcomer, b := f.root(a), b, f.root(b)
	if a == b {
		return
	}
	f.parent[b] = a
	f.members[a] = append(f.members[a], f.members[b]...)
	delete(f.members, b)
	f.reason[newcomer] = reason
}

func (f *folding) bySharedID() {
	first := map[graph.PaperID]int{}
	meet := func(id graph.PaperID, place int, reason string) {
		if earlier, met := first[id]; met {
			f.join(earlier, place, reason)
			return
		}
		first[id] = place
	}
	for i := range f.papers {
		p := &f.papers[i]
		meet(p.ID, i, "the same paperId")
		for _, alias := range p.Aliases {
			meet(alias, i, "an alias of it")
		}
		for _, s := range mergeable {
			if v := p.IDs[s]; v != "" {
				id := graph.ExternalID{Scheme: s, Value: v}.String()
				meet(graph.PaperID(id), i, "the same id "+id)
			}
		}
	}
}

func (f *folding) byTitle() {
	alike := map[string][]int{}
	for i := range f.papers {
		if p := &f.papers[i]; distinctive(p.Title) && len(p.Authors) > 0 {
			t := NormalTitle(p.Title)
			if told := alike[t]; len(told) == 0 || f.papers[told[len(told)-1]].ID != p.ID {
				alike[t] = append(told, i)
			}
		}
	}
	for _, title := range slices.Sorted(maps.Keys(alike)) {
		places := alike[title]
		for j := 1; j < len(places); j++ {
			f.joinAlike(places[:j], places[j])
		}
	}
}

// joinAlike joins a paper to the first of those with its title that it can be.
func (f *folding) joinAlike(earlier []int, place int) {
	p := &f.papers[place]
	for _, i := range earlier {
		q := &f.papers[i]
		years := p.Date.Year - q.Date.Year
		if sameName(p.Authors[0], q.Authors[0]) && -1 <= years && years <= 1 && !f.conflict(i, place) {
			f.join(i, place, fmt.Sprintf("the same title, first author (%s) and year (%d, %d)",
				graph.FamilyName(p.Authors[0]), q.Date.Year, p.Date.Year))
			return
		}
	}
}

// conflict reports whether the sets of two papers bear different ids of one
// kind. Two DOIs are no conflict where all authors agree: preprint and journal
// give a work one each.
func (f *folding) conflict(i, j int) bool {
	a, b := f.root(i), f.root(j)
	for _, s := range exclusive {
		for _, m := range f.members[a] {
			for _, n := range f.members[b] {
				p, q := &f.papers[m], &f.papers[n]
				differ := p.IDs[s] != "" && q.IDs[s] != "" && p.IDs[s] != q.IDs[s]
				if differ && (s != graph.DOI || !sameAuthors(p.Authors, q.Authors)) {
					return true
				}
			}
		}
	}
	return false
}

// sameAuthors reports whether two lists of two authors or more agree in order.
func sameAuthors(a, b []string) bool {
	return len(a) > 1 && slices.EqualFunc(a, b, sameName)
}

// folded makes one paper of each set and points references at it.
func (f *folding) folded() ([]graph.Paper, []graph.Merge) {
	kept := map[graph.PaperID]graph.PaperID{}
	var out []graph.Paper
	var merges []graph.Merge
	for _, root := range slices.Sorted(maps.Keys(f.members)) {
		p, told := f.fold(f.members[root])
		for _, alias := range p.Aliases {
			kept[alias] = p.ID
		}
		out = append(out, p)
		merges = append(merges, told...)
	}
	for i := range out {
		out[i].References.IDs = renamed(out[i].References.IDs, kept)
		out[i].Citing.IDs = renamed(out[i].Citing.IDs, kept)
	}
	slices.SortFunc(out, graph.ComparePapers)
	slices.SortFunc(merges, func(a, b graph.Merge) int {
		return cmp.Or(cmp.Compare(a.Kept, b.Kept), cmp.Compare(a.Alias, b.Alias), cmp.Compare(a.Reason, b.Reason))
	})
	return out, slices.Compact(merges)
}

func renamed(ids []graph.PaperID, kept map[graph.PaperID]graph.PaperID) []graph.PaperID {
	out := slices.Clone(ids)
	for i, id := range out {
		if k, changed := kept[id]; changed {
			out[i] = k
		}
	}
	return out
}

// fold makes one paper of the members of a set.
func (f *folding) fold(places []int) (graph.Paper, []graph.Merge) {
	slices.SortFunc(places, func(i, j int) int { return preferred(&f.papers[i], &f.papers[j]) })
	p := f.papers[places[0]]
	aliases := map[graph.PaperID]bool{}
	var merges []graph.Merge
	for k, place := range places {
		q := &f.papers[place]
		aliases[q.ID] = true
		for _, id := range q.Aliases {
			aliases[id] = true
		}
		if k > 0 {
			p = completed(p, q)
		}
	}
	delete(aliases, p.ID)
	p.Aliases = slices.Sorted(maps.Keys(aliases))
	for _, place := range places {
		if q := &f.papers[place]; q.ID != p.ID {
			merges = append(merges, graph.Merge{Kept: p.ID, Alias: q.ID, Reason: f.reasonFor(place, places)})
		}
	}
	return p, merges
}

// reasonFor tells why a member stands in its set; the member that came first
// has no reason of its own and takes that of the next.
func (f *folding) reasonFor(place int, places []int) string {
	if f.reason[place] != "" {
		return f.reason[place]
	}
	for _, other := range slices.Sorted(slices.Values(places)) {
		if f.reason[other] != "" {
			return f.reason[other]
		}
	}
	return ""
}

// preferred orders the members of a set, the one to keep first.
func preferred(p, q *graph.Paper) int {
	return cmp.Or(
		cmp.Compare(len(q.References.IDs), len(p.References.IDs)),
		cmp.Compare(count(q.Global), count(p.Global)),
		cmp.Compare(p.ID, q.ID),
		cmp.Compare(q.References.State, p.References.State),
	)
}

func count(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// completed fills what p does not know of itself from q, the same work.
func completed(p graph.Paper, q *graph.Paper) graph.Paper {
	ids := maps.Clone(p.IDs)
	if ids == nil {
		ids = graph.ExternalIDs{}
	}
	for s, v := range q.IDs {
		if ids[s] == "" {
			ids[s] = v
		}
	}
	p.IDs = ids
	if p.Title == "" || NormalTitle(p.Title) == NormalTitle(q.Title) && betterPrinted(q.Title, p.Title) {
		p.Title = q.Title
	}
	p.Venue = cmp.Or(p.Venue, q.Venue)
	p.Abstract = cmp.Or(p.Abstract, q.Abstract)
	p.URL = cmp.Or(p.URL, q.URL)
	p.Date = cmp.Or(p.Date, q.Date)
	p.Global = cmp.Or(p.Global, q.Global)
	p.Influential = cmp.Or(p.Influential, q.Influential)
	p.Referenced = cmp.Or(p.Referenced, q.Referenced)
	p.Stub = p.Stub && q.Stub
	if fuller(q.Authors, p.Authors) {
		p.Authors = q.Authors
	}
	if p.References.State == graph.Unasked {
		p.References = q.References
	}
	p.Citing.Asked = p.Citing.Asked || q.Citing.Asked
	if len(q.Citing.IDs) > 0 {
		p.Citing.IDs = slices.Compact(slices.Sorted(slices.Values(slices.Concat(p.Citing.IDs, q.Citing.IDs))))
	}
	return p
}

// fuller reports whether a names more authors than b, or the same more fully.
func fuller(a, b []string) bool {
	letters := func(names []string) (n int) {
		for _, s := range names {
			n += len(s)
		}
		return n
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(letters(a), letters(b))) > 0
}
