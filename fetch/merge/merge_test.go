package merge_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"citemap/fetch/merge"
	"citemap/graph"
)

// work is a paper with what identity hangs on.
func work(id, title string, year int, author string, ids graph.ExternalIDs) graph.Paper {
	p := graph.Paper{ID: graph.PaperID(id), Title: title, Date: graph.Date{Year: year}, IDs: ids}
	if author != "" {
		p.Authors = []string{author, "Second Author"}
	}
	return p
}

func TestMerge(t *testing.T) {
	const title = "Training language models to follow instructions"
	arxiv := func(v string) graph.ExternalIDs { return graph.ExternalIDs{{Scheme: graph.ArXiv, Value: v}} }
	for name, test := range map[string]struct {
		a, b graph.Paper
		want bool
	}{
		"a shared arXiv id": {work("x", title, 2022, "", arxiv("2203.02155")), work("y", "Another title", 2020, "", arxiv("2203.02155")), true},
		"a shared DOI":      {work("x", "A", 2022, "", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}), work("y", "B", 2022, "", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}), true},
		"one with and one without an id": {
			work("x", title, 2022, "Long Ouyang", arxiv("2203.02155")), work("y", "Training Language Models to follow instructions.", 2022, "Ouyang, L.", nil), true},
		"spelt with and without a hyphen": {
			work("x", "Cross-task generalization via instructions", 2021, "Mishra, S.", nil), work("y", "Crosstask generalization via instructions", 2022, "Swaroop Mishra", nil), true},
		"names swapped":   {work("x", title, 2022, "Victor, S.", nil), work("y", title, 2022, "Victor Sanh", nil), true},
		"a reprint":       {work("x", "Some studies in machine learning", 1959, "Samuel, A. L.", nil), work("y", "Some studies in machine learning", 2000, "Samuel, A. L.", nil), false},
		"a generic title": {work("x", "Introduction", 2020, "Ann Lee", nil), work("y", "Introduction", 2020, "Ann Lee", nil), false},
		"another author":  {work("x", title, 2022, "Long Ouyang", nil), work("y", title, 2022, "Pat Smith", nil), false},
		"no author":       {work("x", title, 2022, "", nil), work("y", title, 2022, "", nil), false},
		"no title":        {work("x", "", 2022, "Long Ouyang", nil), work("y", "", 2022, "Long Ouyang", nil), false},
		"two arXiv ids":   {work("x", title, 2022, "Long Ouyang", arxiv("2203.00001")), work("y", title, 2022, "Long Ouyang", arxiv("2203.00002")), false},
		"preprint and journal": {
			work("x", title, 2022, "Long Ouyang", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1101/1"}}), work("y", title, 2023, "Long Ouyang", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1038/2"}}), true},
	} {
		merged, merges := merge.Papers([]graph.Paper{test.a, test.b})
		if got := len(merged) == 1; got != test.want {
			t.Errorf("%s: merged %v, want %v", name, got, test.want)
		}
		if test.want && (len(merges) != 1 || merges[0].Reason == "" || !merged[0].Named(merges[0].Alias)) {
			t.Errorf("%s: merges %+v", name, merges)
		}
	}
}

func TestMergeKeepsTheRicherPaperAndItsCitations(t *testing.T) {
	n := 7
	rich := work("rich", "A title of some length", 2020, "Ann Lee", nil)
	rich.References = graph.References{State: graph.Known, IDs: []graph.PaperID{"poor", "z"}}
	poor := work("a-poor", "A title of some length", 2020, "Lee, A.", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}})
	poor.Venue, poor.Global = "Venue", &n
	citing := work("citing", "Citing", 2021, "", nil)
	citing.References = graph.References{State: graph.Known, IDs: []graph.PaperID{"a-poor"}}
	merged, _ := merge.Papers([]graph.Paper{poor, citing, rich})
	if len(merged) != 2 || merged[1].ID != "rich" || merged[1].Venue != "Venue" || merged[1].Global != &n || merged[1].IDs.Of(graph.DOI) != "10.1/x" {
		t.Fatalf("merged: %+v", merged)
	}
	if !slices.Equal(merged[1].Aliases, []graph.PaperID{"a-poor"}) || merged[0].References.IDs[0] != "rich" {
		t.Errorf("aliases %v, references of the citing paper %v", merged[1].Aliases, merged[0].References.IDs)
	}
}

// What is known of either goes to the one paper, and how others cite it follows
// its id.
func TestMergeKeepsDetails(t *testing.T) {
	shared := graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}
	a, b := work("a", "A title of some length", 2020, "Ann Lee", shared), work("b", "A title of some length", 2020, "Ann Lee", shared)
	a.Contexts = []graph.Context{{Cited: "c", Texts: []string{"one"}}}
	b.Contexts = []graph.Context{{Cited: "c", Texts: []string{"two"}, Influential: true}}
	b.Embedding, b.Types = graph.NewEmbedding([]float32{1, 2}), []string{"Review"}
	a.Notice, b.Notice = &graph.Notice{Kind: graph.Correction, DOI: "10.1/c"}, &graph.Notice{Kind: graph.Retraction}
	citing := work("citing", "Citing", 2021, "", nil)
	citing.Contexts = []graph.Context{{Cited: "b", Texts: []string{"as in [1]"}}}
	merged, _ := merge.Papers([]graph.Paper{b, citing, a})
	p := merged[0]
	if len(merged) != 2 || !slices.Equal(p.Contexts[0].Texts, []string{"one", "two"}) || !p.Contexts[0].Influential || !p.Survey() || len(p.Embedding) != 2 || !p.Retracted() {
		t.Errorf("%+v", merged)
	}
	if got := merged[1].Contexts[0].Cited; got != "a" || b.Contexts[0].Texts[0] != "two" {
		t.Errorf("the citing paper cites %s", got)
	}
}

func TestMergeDoesNotDependOnOrder(t *testing.T) {
	var papers []graph.Paper
	for i, year := range []int{2019, 2020, 2021, 2022} {
		papers = append(papers, work(string(rune('a'+i)), "One title of some length", year, "Ann Lee", nil),
			work(string(rune('k'+i)), "Another title of some length", year, "Bo Ek", graph.ExternalIDs{{Scheme: graph.ArXiv, Value: []string{"2001.00001", "", "2001.00002", ""}[i]}}))
	}
	want, wantMerges := merge.Papers(papers)
	for seed := range uint64(20) {
		shuffled := slices.Clone(papers)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got, gotMerges := merge.Papers(shuffled)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(gotMerges, wantMerges) {
			t.Fatalf("seed %d: %+v, want %+v", seed, got, want)
		}
	}
}
