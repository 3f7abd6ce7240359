package record

import (
	"slices"
	"testing"

	"citemap/graph"
)

func TestPlainTitle(t *testing.T) {
	for written, want := range map[string]string{
		"&quot;Why&quot; R&amp;amp;D &#8211; of&nbsp;trees":              `"Why" R&D – of trees`,
		"Of <i>E. coli</i> in H<sub>2</sub>O<br/>and CO<inf>2</inf>":     "Of E. coli in H2O and CO2",
		"Of &lt;i&gt;Mice&lt;/i&gt; and <scp>Men</scp>":                  "Of Mice and Men",
		`Of <mml:math xmlns:mml="x"><mml:mi>k</mml:mi></mml:math>-means`: "Of k-means",
		"<b>":                     "<b>",
		`Bounds of $O(n_2)$ <br>`: "Bounds of O(n₂)",
		"R&D, List<T>, a <b and c> d, costs of $5 and $6": "R&D, List<T>, a <b and c> d, costs of $5 and $6",
		"&not an entity &amp &;":                          "&not an entity &amp &;",
		"&amp;amp;amp;lt;":                                "&lt;",
	} {
		if got := PlainTitle(written); got != want {
			t.Errorf("%s: %q, want %q", written, got, want)
		}
	}
}

// TestOrderOfFields holds that what a record says does not depend on the order of
// its fields: ids by themselves go before those in texts, a year before a day, and
// full names before initials.
func TestOrderOfFields(t *testing.T) {
	fields := []struct{ name, value string }{{"url", "https://doi.org/10.1000/other"}, {"doi", "10.1000/own"}, {"pd", "May 18"}, {"year", "2023"},
		{"name", "Short"}, {"title", "In Full"}, {"note", "PMID: 77, see arXiv:1706.03762"}}
	for range 2 {
		w := Record{}
		for _, f := range fields {
			w.AddField(f.name, f.value)
		}
		e, fault := w.Entry()
		if fault != nil || e.Title != "In Full" || e.Date.String() != "2023-05-18" || e.IDs.Of(graph.DOI) != "10.1000/own" || e.IDs.Of(graph.PubMed) != "77" {
			t.Errorf("%+v, %v", e, fault)
		}
		slices.Reverse(fields)
	}
}

// TestTagOfRIS holds which lines of RIS begin a field.
func TestTagOfRIS(t *testing.T) {
	for line, want := range map[string]string{"TY  - JOUR": "TY", "ER  -": "ER", "ti  - small": "TI", "TY  -JOUR": "TY", "TI - one space": "TI", "PMID  - 7": "PMID", "T1  - x": "T1",
		"in - small and one space": "", "AB--x": "", "and so - on": "", "A - b": "", "": "", "TI  -- x": "", "1T  - x": ""} {
		tag, _, ok := cutRIS(line)
		if ok != (want != "") || ok && tag != want {
			t.Errorf("%q: %q, %v, want %q", line, tag, ok, want)
		}
	}
}
