package render

import (
	"cmp"
	"slices"

	"citemap/graph"
	"citemap/graph/study"
	"citemap/graph/view"
)

// groupBySection gives the sections of the list colours, in the order of the list: all of
// them, or those of most drawn papers. A paper belongs to the first section
// that it stands in; one off the list, or in no section, to none.
func groupBySection(papers []Paper, f *study.Findings) []Group {
	section := map[graph.Node]string{}
	var sections []string
	held := map[string]int{} // papers of each
	drawn := map[graph.Node]bool{}
	for _, p := range papers {
		drawn[p.Node] = p.Role == view.Listed
	}
	for _, e := range f.Corpus.Entries {
		n, found := f.Graph.Find(e.Paper)
		name := Clean(e.Section)
		if _, met := section[n]; !found || met || name == "" || !drawn[n] {
			continue
		}
		section[n] = name
		if held[name]++; held[name] == 1 {
			sections = append(sections, name)
		}
	}
	shown := largest(sections, held, len(apart))
	groups := painted(distinct(shown))
	if len(shown) < len(sections) {
		groups = append(groups, plain.group("other sections"))
	}
	for i := range papers {
		p := &papers[i]
		name, found := section[p.Node]
		if p.Group = slices.Index(shown, name); found && p.Group < 0 {
			p.Group = len(shown)
		}
	}
	return groups
}

// largest gives the n names of the highest counts in the order in which they
// came.
func largest(names []string, count map[string]int, n int) []string {
	if len(names) <= n {
		return names
	}
	by := slices.Clone(names)
	slices.SortStableFunc(by, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	return slices.DeleteFunc(slices.Clone(names), func(s string) bool { return !slices.Contains(by[:n], s) })
}
