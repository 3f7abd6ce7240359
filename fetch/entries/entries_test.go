package entries

import (
	"testing"

	"citemap/graph"
)

// TestTwins holds which entries are one paper though no id says so.
func TestTwins(t *testing.T) {
	const title = "Less Is More for Alignment"
	entry := func(year int, ids graph.ExternalIDs) graph.Entry {
		return graph.Entry{File: "l.md", Line: 1, Title: title, Date: graph.Date{Year: year}, IDs: ids}
	}
	preprint := entry(2023, graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.11206"}})
	for _, test := range []struct {
		name  string
		other graph.Entry
		want  graph.Status
	}{
		{"its published version", entry(2024, graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}), graph.StatusDuplicate},
		{"without id", entry(0, nil), graph.StatusDuplicate},
		{"another arXiv id", entry(0, graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "2305.99999"}}), graph.StatusUnasked},
		{"years later", entry(2026, graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}), graph.StatusUnasked},
		{"a title of many", graph.Entry{Title: "Introduction", IDs: graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/y"}}}, graph.StatusUnasked},
	} {
		c := graph.Corpus{Entries: []graph.Entry{preprint, {Title: "Introduction"}, test.other}}
		Reconcile(&c)
		if e := c.Entries[2]; e.Status != test.want {
			t.Errorf("%s: %s (%s), want %s", test.name, e.Status, e.Note, test.want)
		}
	}
}

// TestVersions holds that preprint and published version are told, though the
// source has a paper for each.
func TestVersions(t *testing.T) {
	preprint := graph.Paper{ID: "arXiv:1", Title: "Less Is More for Alignment", Authors: []string{"Ann Lee", "Bo Ek"}, Date: graph.Date{Year: 2023}, IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "1"}}}
	published := preprint
	published.ID, published.IDs = "DOI:10.1/x", graph.ExternalIDs{{Scheme: graph.DOI, Value: "10.1/x"}}
	other := published
	other.Authors = []string{"Cy Ju", "Di Wu"}
	for want, second := range map[graph.Status]graph.Paper{graph.StatusDuplicate: published, graph.StatusResolved: other} {
		c := graph.Corpus{Papers: []graph.Paper{second, preprint}, Entries: []graph.Entry{
			{Title: preprint.Title, IDs: preprint.IDs, Paper: preprint.ID, Status: graph.StatusResolved},
			{Title: second.Title, IDs: second.IDs, Paper: second.ID, Status: graph.StatusResolved},
		}}
		Reconcile(&c)
		if e := c.Entries[1]; e.Status != want {
			t.Errorf("by %v: %s (%s), want %s", second.Authors, e.Status, e.Note, want)
		}
	}
}

// TestDoubt holds the notes on entries whose title several papers have.
func TestDoubt(t *testing.T) {
	papers := []graph.Paper{
		{ID: "arXiv:1", Title: "Attention in machines", Date: graph.Date{Year: 2017}},
		{ID: "arXiv:2", Title: "Attention in Machines: A Survey", Date: graph.Date{Year: 2020}},
	}
	c := graph.Corpus{Papers: papers, Entries: []graph.Entry{
		{Title: "Attention in machines", Status: graph.StatusResolved, Paper: "arXiv:1"},
		{Title: "Attention in machines", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "9"}}, Status: graph.StatusMissing, Note: "nobody knows arXiv:9"},
		{Title: "Something else entirely", IDs: graph.ExternalIDs{{Scheme: graph.ArXiv, Value: "8"}}, Status: graph.StatusMissing, Note: "nobody knows arXiv:8"},
	}}
	noteAmbiguity(&c)
	for i, want := range []string{
		"ambiguous: arXiv:2 (2020) has this title too; give the entry an id",
		"nobody knows arXiv:9; ambiguous: papers of this title are arXiv:1 (2017), arXiv:2 (2020)",
		"nobody knows arXiv:8",
	} {
		if got := c.Entries[i].Note; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
