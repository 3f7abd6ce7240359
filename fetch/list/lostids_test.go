package list

import "testing"

// What is no list in any form loses no id that stands in it.
func TestNoIDIsLost(t *testing.T) {
	checkReader(t, []readerTest{
		{"a word above a citation", "l.txt", "lora\nAn, Y. and Deep, K. Text mining with trees. 2019. doi:10.1145/3065386\n", "2 Text mining with trees [2019] DOI=10.1145/3065386\n", ""},
		{"Vancouver style, an id behind", "l.txt", "Seeff LB. Natural history. Hepatology 2002. PMID 12407573.\nSmith, J. Some study. Nature 2001. doi:10.1038/nature14539\n",
			"1 Natural history [2002] PubMed=12407573\n2 Some study [2001] DOI=10.1038/nature14539\n", ""},
	})
}
