package markdown_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"citemap/fetch/address"
	"citemap/fetch/list"
	"citemap/graph"
)

// dresses are the ways in which people write an id of a scheme: the verb stands
// for the id.
var dresses = map[graph.Scheme][]string{
	graph.ArXiv: {"arXiv:%s", "arXiv: %s", "ArXiv %s", "arXiv preprint arXiv:%s", "(arXiv:%s)", "[arXiv:%sv2]", "**arXiv:** %s", "`arXiv:%s`", "~~arXiv:%s~~",
		"https://arxiv.org/abs/%s", "<https://arxiv.org/pdf/%s>", "[pdf](https://arxiv.org/pdf/%s.pdf)", "[Fine Nets for All](https://arxiv.org/abs/%sv1)",
		"[[paper]](http://arxiv.org/abs/%s)", "arxiv.org/abs/%s", `<a href="https://arxiv.org/abs/%s">Fine Nets</a>`, `\href{https://arxiv.org/abs/%s}{Fine Nets}`,
		"<https://arxiv.org/abs/%s|Fine Nets>", "[code](https://arxiv.org/abs/%s)", "[arXiv:%s](nets.pdf)", "https://www.alphaxiv.org/abs/%s"},
	graph.DOI: {"doi:%s", "doi: %s", "DOI %s", "%s", "(%s)", "https://doi.org/%s", "<https://dx.doi.org/%s>", "[doi](https://doi.org/%s)", "**DOI**: %s", "*doi:%s*",
		"[Text Mining with Trees](<https://doi.org/%s>)", "doi.org/%s", `<a href="https://doi.org/%s">link</a>`, "doi：%s", "[https://doi.org/%s](https://doi.org/%[1]s)", "https://www.tandfonline.com/doi/full/%s"},
	graph.PubMed:        {"PMID %s", "PMID: %s", "PMID:%s", "(PMID %s)", "**PMID:** %s", "https://pubmed.ncbi.nlm.nih.gov/%s/", "[pubmed](https://pubmed.ncbi.nlm.nih.gov/%s)", "pmid:%s."},
	graph.PubMedCentral: {"PMC%s", "PMCID: PMC%s", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC%s/", "[full text](https://pmc.ncbi.nlm.nih.gov/articles/PMC%s)"},
	graph.ACL:           {"https://aclanthology.org/%s/", "[paper](https://aclanthology.org/%s.pdf)", "ACL:%s", "[Trees](https://www.aclweb.org/anthology/%s)"},
}

// surroundings are what stands around ids; each verb is one more.
var surroundings = []string{
	"- %s\n", "* Fine Nets for All, %s\n", "1. Love A, Roe B. Fine nets for all. JMLR 2017. %s\n", "- %s; %s; %s\n", "- %s, %s\n", "- %s %s\n",
	"- [code](https://github.com/a/b) %s\n", "- **Fine Nets for All** %s\n  - see also %s\n", "- Fine Nets\n  - %s\n  - %s\n", "\n%s\n\n", "\nWe follow %s, while [Nets](https://arxiv.org/abs/2001.00001) came later than %s.\n\n",
	"\n## Fine Nets %s\n\nThe text says %s.\n\n", "\n| Title | Link |\n|---|---|\n| Fine Nets | %s |\n| Trees | %s |\n\n", "\n| A | B |\n|---|---|\n| %s | nothing |\n\n", "> %s\n\n",
	"\n<ul><li>%s</li><li>Trees %s</li></ul>\n\n", "\n<p>Fine %s</p>\n\n", "\nText[^1].\n\n[^1]: Love, A. (2017). Fine nets. %s; Roe, B. (2019). Trees. %s\n\n", "- Code: %s\n", "- Notes: %s\n",
	"- 2017: [Nets](https://openreview.net/forum?id=abc) %s\n", "\n```\n%s\n```\n\n", "\n<!-- %s -->\n\n", "\n<details><summary>Fine Nets</summary>\n\n%s\n\n</details>\n\n", "- [ ] %s (must read)\n", "- TL;DR: nets. %s\n",
	"\n### Fine Nets\n**2017-06**\n\n%s\n\n", "- [2017](https://example.org/x) Fine Nets (Love et al., %s)\n", "- “Fine Nets,” %s.\n", "\nFine Nets\n%s\nTrees\n%s\n\n", "- 论文：《树》，%s。\n",
}

// randomID gives an id of a scheme; no two are alike.
func randomID(random *rand.Rand, n int) graph.ExternalID {
	switch random.IntN(8) {
	case 0:
		return graph.ExternalID{Scheme: graph.PubMed, Value: fmt.Sprint(20000000 + n)}
	case 1:
		return graph.ExternalID{Scheme: graph.PubMedCentral, Value: fmt.Sprint(2000000 + n)}
	case 2:
		return graph.ExternalID{Scheme: graph.ACL, Value: fmt.Sprintf("P18-%04d", 1000+n)}
	case 3, 4:
		forms := []string{"10.1000/trees.%d", "10.1016/s0140-6736(22)%05d-1", "10.1002/(sici)1097-4571(199706)48:6<%d::aid-asi2>3.0.co;2-l", "10.1109/cvpr.2016.%d"}
		return graph.ExternalID{Scheme: graph.DOI, Value: fmt.Sprintf(forms[random.IntN(len(forms))], n)}
	}
	return graph.ExternalID{Scheme: graph.ArXiv, Value: fmt.Sprintf("21%02d.%05d", 1+random.IntN(12), n)}
}

// TestNoGivenIDVanishes holds the first law of lists: an id that was given is in
// an entry, or is named as passed over, whatever its dress and the words around it.
func TestNoGivenIDVanishes(t *testing.T) {
	for seed := range uint64(4000) {
		random := rand.New(rand.NewPCG(seed, 7))
		var text strings.Builder
		var given []graph.ExternalID
		for range 1 + random.IntN(4) {
			around := surroundings[random.IntN(len(surroundings))]
			var ids []any
			for range strings.Count(around, "%s") {
				id := randomID(random, 100*len(given)+random.IntN(100))
				given = append(given, id)
				dress := dresses[id.Scheme][random.IntN(len(dresses[id.Scheme]))]
				ids = append(ids, fmt.Sprintf(dress, id.Value))
			}
			fmt.Fprintf(&text, around, ids...)
		}
		name := []string{"l.md", "l.txt", "-"}[random.IntN(3)]
		found, err := idsFound(name, text.String())
		if err != nil {
			continue // nothing is taken, and the error says so
		}
		for _, id := range given {
			if !found[id] {
				t.Errorf("seed %d, %s: %s is nowhere\n%s", seed, name, id, text.String())
			}
		}
	}
}

// idsFound gives the ids of the entries of a list, and of what was passed over.
func idsFound(name, text string) (map[graph.ExternalID]bool, error) {
	l, err := list.Parse(name, []byte(text), list.Auto)
	if err != nil {
		return nil, err
	}
	found := map[graph.ExternalID]bool{}
	for _, e := range l.Entries {
		for _, id := range e.IDs {
			found[id] = true
		}
	}
	for _, p := range l.PassedOver() {
		for _, id := range address.IDsInLine(p.Text) {
			found[id.ExternalID] = true
		}
	}
	return found, nil
}
