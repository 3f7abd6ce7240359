package semanticscholar

import (
	"testing"

	"citemap/graph"
)

func TestTelling(t *testing.T) {
	for _, test := range []struct {
		title, venue string
		year         int
		authors      []string
		want         bool
	}{
		{"Corpus of linguistic acceptability", "http://nyu-mll.github.io/cola", 2018, nil, true},
		{"and P", "", 0, nil, false},
		{"", "", 2001, []string{"A. Doe"}, false},
		{"Deep learning", "", 2015, []string{"A. Doe"}, false},
		{"Smith J., Doe A., and Brown C.", "", 0, nil, false},
		{"J. Smith, A. van der Doe, et al.", "", 2003, nil, false},
		{"W. E. B. Du Bois Biography", "", 1993, []string{"David Lewis"}, true},
		{"Vitamin D Deficiency Treatment", "", 1999, nil, true},
		{"The C. elegans nervous system", "", 1986, nil, true},
		{"Table 7: Business effects on existing business owners", "", 0, nil, false},
		{"Table tennis robots that learn", "", 0, nil, true},
		{"32; and for infants 0.05. Using a weighting", "", 0, nil, false},
		{"1 Billion Word Benchmark", "", 2013, nil, true},
		{"3D Gaussian splatting for real time", "", 2023, nil, true},
		{"https://example.org/a/very/long/path", "", 2020, nil, false},
		{"Available at: https://example.org", "", 2020, nil, false},
		{"Or rather 'programmed in' for our child-machine", "Or rather 'programmed in' for our child-machine", 0, nil, false},
		{"London Math. Soc", "London Math. Soc", 1937, nil, false},
		{"Notes on the analytical engine", "Notes on the analytical engine", 1842, nil, true},
		{"Notes on the analytical engine", "Notes on the analytical engine", 0, []string{"A. Lovelace"}, true},
		{"J-PAL working paper", "", 0, nil, false},
		{"2012. 12 (3) 44-51, 17, 2, 9", "", 2012, nil, false},
		{"深度学习在自然语言处理中的应用", "", 2019, nil, true},
		{"“What do we know”", "", 0, nil, true},
	} {
		p := graph.Paper{Title: test.title, Venue: test.venue, Date: graph.Date{Year: test.year}, Authors: test.authors}
		if got := worthStub(&p); got != test.want {
			t.Errorf("%q, %q, %d, %v: %v, want %v", test.title, test.venue, test.year, test.authors, got, test.want)
		}
	}
}

func TestAskable(t *testing.T) {
	for _, test := range []struct {
		scheme      graph.Scheme
		value, want string // "": not asked
	}{
		{graph.S2, hex40, hex40},
		{graph.S2, "title:0123456789abcdef", ""},
		{graph.S2, "abc", ""},
		{graph.ArXiv, "1706.03762v7", "ARXIV:1706.03762"},
		{graph.ArXiv, "math.AG/0601001", "ARXIV:math/0601001"},
		{graph.ArXiv, "", ""},
		{graph.DOI, "10.48550/arXiv.2312.07559", "ARXIV:2312.07559"},
		{graph.DOI, "10.1093/MIND/LIX.236.433", "DOI:10.1093/mind/lix.236.433"},
		{graph.DOI, "nonsense", ""},
		{graph.ACL, "W12-3903", "ACL:W12-3903"},
		{graph.PubMed, "19872477", "PMID:19872477"},
		{graph.PubMedCentral, "PMC2323736", "PMCID:2323736"},
		{graph.MAG, "112218234", "MAG:112218234"},
		{graph.CorpusID, "215416146", "CorpusId:215416146"},
		{graph.CorpusID, "x", ""},
		{graph.DBLP, "conf/x", ""},
		{graph.OpenReview, "abc", ""},
		{graph.Link, "https://www.biorxiv.org/content/1", "URL:https://www.biorxiv.org/content/1"},
		{graph.Link, "https://example.org/arxiv.org", ""},
		{graph.Link, "https://notarxiv.org/abs/1", ""},
		{"Other", "x", ""},
	} {
		got, ok := askable(graph.ExternalID{Scheme: test.scheme, Value: test.value})
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%s %q: %q, %v, want %q", test.scheme, test.value, got, ok, test.want)
		}
	}
}
