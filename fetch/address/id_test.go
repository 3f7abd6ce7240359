package address

import (
	"fmt"
	"testing"
)

func TestParseDOI(t *testing.T) {
	for text, want := range map[string]string{
		"https://doi.org/10.1038/Nature16961": "DOI:10.1038/nature16961",
		"10.48550/arXiv.2305.11206v2":         "arXiv:2305.11206",
		"10.1000/x and 10.1000/y":             "",
		"n/a":                                 "",
	} {
		x, ok := ParseDOI(text)
		if ok != (want != "") || ok && x.String() != want {
			t.Errorf("%q gives %s, %v; want %q", text, x, ok, want)
		}
	}
}

func TestIDs(t *testing.T) {
	for text, want := range map[string]string{
		"Zhou, C.: LIMA. arXiv:2305.11206v1 (2023)":                        "[arXiv:2305.11206]",
		"CoRR abs/1706.03762, https://doi.org/10.1000/X.":                  "[arXiv:1706.03762 DOI:10.1000/x]",
		"arXiv preprint arXiv:math.AG/0601001":                             "[arXiv:math/0601001]",
		"https://arxiv.org/pdf/2305.11206 and 10.48550/arXiv.2305.11206":   "[arXiv:2305.11206]",
		"pages 1706.03762 of no archive, doi:10.1234/a and doi:10.1234/b.": "[DOI:10.1234/a DOI:10.1234/b]",
	} {
		if got := fmt.Sprint(IDs(text)); got != want {
			t.Errorf("%q holds %s, want %s", text, got, want)
		}
	}
}
