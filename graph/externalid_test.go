package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citemap/graph"
	"citemap/graph/names"
)

func TestParseID(t *testing.T) {
	sha := "649def34f8be52c8b66281af98ae884c09aef38b"
	for _, test := range []struct{ written, want string }{
		{"arXiv:2305.11206", "arXiv:2305.11206"},
		{"ARXIV:2305.11206v3", "arXiv:2305.11206"},
		{"2305.11206v1", "arXiv:2305.11206"},
		{"arxiv:math.AG/0601001v2", "arXiv:math/0601001"},
		{"hep-th/9711200", "arXiv:hep-th/9711200"},
		{"doi:10.18653/V1/N18-3011", "DOI:10.18653/v1/n18-3011"},
		{"10.18653/v1/N18-3011", "DOI:10.18653/v1/n18-3011"},
		{"10.48550/arXiv.2312.07559", "arXiv:2312.07559"},
		{"DOI:10.48550/ARXIV.2312.07559v2", "arXiv:2312.07559"},
		{"acl:P02-1040", "ACL:P02-1040"},
		{"2022.acl-long.244", "ACL:2022.acl-long.244"},
		{"PMID:19872477", "PMID:19872477"},
		{"PMCID:PMC2323736", "PMCID:2323736"},
		{"mag:112218234", "MAG:112218234"},
		{"CorpusID:215416146", "CorpusId:215416146"},
		{strings.ToUpper(sha), sha},
		{"title:0123456789abcdef", "title:0123456789abcdef"},
		{"https://arxiv.org/pdf/2305.11206v1", "arXiv:2305.11206"},
		{"http://www.arxiv.org/abs/hep-th/9711200v3", "arXiv:hep-th/9711200"},
		{"https://export.arxiv.org/pdf/1706.03762.pdf", "arXiv:1706.03762"},
		{"https://doi.org/10.1093/mind/LIX.236.433", "DOI:10.1093/mind/lix.236.433"},
		{"https://aclanthology.org/P02-1040.pdf", "ACL:P02-1040"},
		{"https://www.aclweb.org/anthology/P/P02/P02-1040/", "ACL:P02-1040"},
		{"https://aclanthology.org/2022.acl-long.244/", "ACL:2022.acl-long.244"},
		{"https://www.semanticscholar.org/paper/Some-Title/" + sha, sha},
		{"https://pubmed.ncbi.nlm.nih.gov/19872477/", "PMID:19872477"},
		{"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2323736/", "PMCID:2323736"},
	} {
		got, err := graph.ParseID(test.written)
		if err != nil || got.String() != test.want {
			t.Errorf("%s: %s, %v; want %s", test.written, got, err, test.want)
		}
	}
	for _, bad := range []string{"", "arXiv:", "arXiv:12", "DOI:11.1/x", "https://example.org/paper", "https://arxiv.org/list/cs.CL", "hello world", "PMID:abc"} {
		if got, err := graph.ParseID(bad); err == nil {
			t.Errorf("%q was read as %s", bad, got)
		}
	}
}

// What is parsed is written in a form that parses to itself.
func FuzzParseID(f *testing.F) {
	for _, s := range []string{"arXiv:2305.11206v1", "10.1/x", "https://doi.org/10.1000/a b", "ACL:P02-1040", "PMCID:PMC1", "title:0123456789abcdef"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := graph.ParseID(s)
		if err != nil {
			return
		}
		again, err := graph.ParseID(id.String())
		if err != nil || again != id {
			t.Errorf("%q -> %q -> %q, %v", s, id, again, err)
		}
	})
}

func TestFamilyName(t *testing.T) {
	for name, want := range map[string]string{
		"Hugo Touvron": "Touvron", "Touvron, H.": "Touvron", "Richard S. Sutton": "Sutton", "Sutton R. S.": "Sutton",
		"George van den Driessche": "van den Driessche", "Sammy Davis Jr.": "Davis", "OpenAI": "OpenAI", "R OpenAI": "OpenAI",
		"Hajič, Jan": "Hajič", "Lee Y": "Lee", "": "", "J. A. Smith": "Smith", "Lê, Q.": "Lê", "Gemini Team": "Gemini Team", "Headden III, William P.": "Headden",
	} {
		if got := names.Family(name); got != want {
			t.Errorf("family name of %q: %q, want %q", name, got, want)
		}
	}
}

func TestExternalIDs(t *testing.T) {
	var ids graph.ExternalIDs
	for _, id := range []graph.ExternalID{{Scheme: graph.DOI, Value: "10.1/a"}, {Scheme: graph.ACL, Value: "P02-1040"}, {Scheme: graph.Link, Value: "u"}, {Scheme: graph.DOI, Value: "10.1/b"}, {Scheme: graph.ArXiv, Value: "1"}} {
		before := slices.Clone(ids)
		more := ids.With(id)
		if !slices.Equal(ids, before) {
			t.Errorf("with %s: what was there is now %v, want %v", id, ids, before)
		}
		ids = more
	}
	if got, want := fmt.Sprint(ids), "[ACL:P02-1040 arXiv:1 DOI:10.1/a URL:u]"; got != want {
		t.Errorf("ids %s, want %s", got, want)
	}
	if ids.Of(graph.DOI) != "10.1/a" || ids.Of(graph.MAG) != "" {
		t.Errorf("DOI %q, MAG %q", ids.Of(graph.DOI), ids.Of(graph.MAG))
	}
}

// The address of an id is that of a page, and is read back as the id.
func TestPages(t *testing.T) {
	for id, want := range map[graph.ExternalID]string{
		{Scheme: graph.DOI, Value: "10.1038/nature16961"}:                                                      "https://doi.org/10.1038/nature16961",
		{Scheme: graph.DOI, Value: "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"}: "https://doi.org/10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
		{Scheme: graph.DOI, Value: "10.1000/a#1?b%20"}:                                                         "https://doi.org/10.1000/a%231%3Fb%2520",
		{Scheme: graph.ArXiv, Value: "math/0601001"}:                                                           "https://arxiv.org/abs/math/0601001",
		{Scheme: graph.PubMedCentral, Value: "1234567"}:                                                        "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567",
		{Scheme: graph.CorpusID, Value: "42"}:                                                                  "https://api.semanticscholar.org/CorpusID:42",
		{Scheme: graph.ACL, Value: "2020.acl-main.1"}:                                                          "https://aclanthology.org/2020.acl-main.1",
		{Scheme: graph.DBLP, Value: "conf/acl/Smith20"}:                                                        "",
	} {
		got := id.Page()
		if got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
		if back, ok := graph.ParseURL(got); got != "" && (!ok || back != id) {
			t.Errorf("%s is read back from %s as %s", id, got, back)
		}
	}
}
