package record

import (
	"fmt"

	"citemap/graph"
	"citemap/graph/gap"
	"citemap/render"
)

// followed says how many papers each direction gave.
func (r Run) followed() Part {
	f := r.Findings
	d, v, c := f.Directions(), f.Coverage, f.Corpus
	rows := []Row{
		{Name: "Listed papers", Says: []string{count(d.Listed, "paper") + "."}, Items: []Item{CitationSearch}},
		{Name: "Their references", Says: append([]string{count(d.References, "paper") + " off the list, backward.", "Of the listed papers, " + render.ListsKnown(v) + "."}, r.unknownLists()...), Items: []Item{CitationSearch}},
		{Name: "Their citing papers", Says: r.citing(d.Citing, d.Both), Items: []Item{CitationSearch}},
		{Name: "Farther papers", Says: r.farther(d.Farther, d.Untitled), Items: []Item{CitationSearch}},
		{Name: "Papers in all", Says: []string{fmt.Sprintf("%s, %s.", count(v.Papers, "paper"), count(v.Citations, "citation"))}, Items: []Item{TotalRecords}},
		{Name: "Duplicates", Says: r.duplicates(len(c.Merges), v.Duplicates), Items: []Item{Deduplication}},
	}
	return Part{"Citations followed", rows}
}

// unknownLists count the listed papers whose references cannot count.
func (r Run) unknownLists() []string {
	n := map[graph.State]int{}
	for _, l := range r.Findings.Graph.Listed() {
		n[r.Findings.Graph.State(l)]++
	}
	var out []string
	for _, s := range []struct {
		state graph.State
		says  string
	}{
		{graph.Unasked, "Not asked for: the lists of %s."},
		{graph.Empty, "Empty at the source, which may be its gap: those of %s."},
		{graph.Withheld, "Withheld by the publisher: those of %s."},
		{graph.Failed, "The source could not give those of %s."},
	} {
		out = append(out, unless(n[s.state], s.says, count(n[s.state], "paper"))...)
	}
	return out
}

func (r Run) citing(papers, both int) []string {
	v := r.Findings.Coverage
	out := []string{count(papers, "paper") + " off the list, forward."}
	if both > 0 {
		out = append(out, fmt.Sprintf("%s of them are also cited by a listed paper, and are counted in both.", number(both)))
	}
	if r.Snapshot != "" {
		return append(out, "A snapshot does not record of which papers the citing papers were asked for; these are the ones that cite a listed paper by their own reference lists.")
	}
	if r.Field != "" {
		return append(out, "Who cites them is known from the reference lists of all papers of the field.")
	}
	out = append(out, fmt.Sprintf("Citing papers were asked for of %s of %s.", number(v.WithCiting), count(v.Listed, "listed paper")))
	if cut := render.CitingCut(v); cut != "" {
		out = append(out, cut)
	}
	return out
}

func (r Run) farther(papers, untitled int) []string {
	if papers == 0 {
		return []string{"None: all papers off the list cite a listed paper or are cited by one."}
	}
	out := []string{count(papers, "paper") + " that neither cite a listed paper nor are cited by one: references and citing papers of the papers above."}
	if r.Findings.Corpus.Columns == nil {
		out = append(out, unless(untitled, "Of %s only an id is known: the most mentioned were looked up, these were not.", number(untitled))...)
	}
	return append(out, "Counted by citations: which question brought a paper is not recorded.")
}

func (r Run) duplicates(merged, listed int) []string {
	out := []string{fmt.Sprintf("%s merged into another of the same work, by identifiers, titles, people and years.", count(merged, "record"))}
	if r.Field != "" {
		out[0] = "Not known: records of one work were merged when the field was built."
	}
	if r.Snapshot != "" {
		out[0] = "Not known: records of one work were merged before the snapshot was taken, and it does not count them."
	}
	return append(out, unless(listed, "%s found to be a paper already listed.", entries(listed))...)
}

// candidates says what was looked at and what came of it.
func (r Run) candidates() Part {
	found := r.Findings.Gaps
	n := map[gap.Strength]int{}
	for _, x := range found.Gaps {
		n[x.Strength]++
	}
	ranked := []string{count(len(found.Gaps), "paper") + " off the list that cite a listed paper, are cited by one or are cited together with one, ranked by the program."}
	if len(found.Gaps) > 0 {
		ranked = append(ranked, fmt.Sprintf("By strength: %s strong, %s worth a look, %s context.", number(n[gap.Strong]), number(n[gap.WorthALook]), number(n[gap.Context])))
	}
	if found.Thin != "" {
		ranked = append(ranked, found.Thin)
	}
	shown := count(min(r.Shown, len(found.Gaps)), "paper")
	return Part{"Candidates", []Row{
		{Name: "Ranked", Says: ranked, Items: []Item{TotalRecords}},
		{Name: "Shown", Says: []string{shown + " on the page. How far down people read is not recorded, and theirs to state."}},
		{Name: "Accepted", Says: []string{"Not recorded apart: what was accepted in earlier rounds stands on the list and is counted there."}},
		{Name: "Rejected", Says: r.rejected()},
	}}
}

func (r Run) rejected() []string {
	x := r.Excluded
	if x.Given == 0 {
		return []string{"None: no --exclude and no --exclude-file."}
	}
	by := "by --exclude"
	if x.File != "" {
		by = "in " + render.Clean(x.File) + " or by --exclude"
	}
	return []string{fmt.Sprintf("%s %s, naming %s of this corpus. They are offered no more, and still count as evidence.", count(x.Given, "id"), by, count(x.Known, "paper"))}
}
